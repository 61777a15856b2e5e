import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { remarkHtmlBlocks } from '../../../scripts/index.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { expectInProportion } from '../../proportion.ts'

function parse(text: string) {
  const [chapter] = parseFiles([{ path: '01.md', text }])
  if (!chapter) throw new Error('nothing was parsed')
  return chapter.tree
}

/** The blocks of a file: HTML as it is, the rest by type. */
function blocks(text: string): string[] {
  return parse(text).children.map((node) => (node.type === 'html' ? node.value : node.type))
}

describe('Markdown within HTML', () => {
  it.each([
    ['<center>\n**Tabel 1.1** Judul\n</center>', ['<center>', 'paragraph', '</center>']],
    ['<center>Teks</center>', ['<center>', 'paragraph', '</center>']],
    [
      '<div id="fig:x" class="a">\n![A](a.png)\n![B](b.png)\n\nJudul\n</div>',
      ['<div id="fig:x" class="a">', 'paragraph', 'paragraph', '</div>'],
    ],
    [
      '<div align="center">\n- satu\n- dua\n</div>\nTeks',
      ['<div align="center">', 'list', '</div>', 'paragraph'],
    ],
    [
      '<p style="text-align: center">Gambar 1.1 Judul</p>',
      ['<p style="text-align: center">', 'paragraph', '</p>'],
    ],
    ['</center>\n<center>Sumber: x</center>', ['</center>', '<center>', 'paragraph', '</center>']],
    ['<img src="a.png">\nGambar 1.1 Judul', ['paragraph', 'paragraph']],
    ['<center><img src="a.png" width=300></center>', ['paragraph']],
  ])('%j is Markdown', (text, expected) => expect(blocks(text)).toEqual(expected))

  it.each([
    '<div>\nteks *miring*\n</div>',
    '<div class="center">\nteks\n</div>',
    '<center><b>HTML</b></center>',
    '<p align="center">Teks biasa</p>',
    '<table><tr><td>a</td></tr></table>',
    '<center>\n</center>',
    '<center><img src="a.png"></div>',
    '<center><img></center>',
    '<!-- <center>a</center> -->',
  ])('%j stays HTML', (text) => expect(blocks(text)).toEqual([text]))

  it('says where everything stands, in containers, too', () => {
    const text =
      '# A\n\n> <center>\n>   **Tabel 1.1**\n>   Judul @kunci\n> </center>\n\n- <center>satu *dua*</center>\r\n'
    visit(parse(text), (node) => {
      const { start, end } = node.position ?? {}
      if (node.type === 'html') expect(text.slice(start?.offset, end?.offset)).toBe(node.value)
      if (node.type !== 'text' || node.value.includes('\n')) return
      expect(text.slice(start?.offset, end?.offset)).toBe(node.value)
      const line = text.split('\n')[(start?.line ?? 0) - 1]
      expect(line?.slice((start?.column ?? 0) - 1, (end?.column ?? 0) - 1)).toBe(node.value)
    })
  })

  it('knows the notes and links of the file', () => {
    const types = new Set<string>()
    visit(parse('<center>a[^1] [b] c^[d]</center>\n\n[^1]: x\n\n[b]: y'), ({ type }) => void types.add(type))
    expect([...types]).toEqual(expect.arrayContaining(['footnoteReference', 'linkReference']))
  })

  it('gives the alternative text and the size of an image, and takes neither for its caption', () => {
    const [paragraph] = parse('<img alt="foto" src="a&amp;b.png" width="50%">').children
    expect(paragraph).toMatchObject({
      type: 'paragraph',
      children: [
        { type: 'image', url: 'a&b.png', alt: '', data: { hProperties: { alt: 'foto' } } },
        { type: 'text', value: '{width="50%"}' },
      ],
    })
  })

  it('loses no word and throws nothing, whatever is typed', () => {
    const piece = fc.constantFrom(
      '<center>',
      '</center>',
      '<div id="fig:x">',
      '</div>',
      'w ',
      '\n',
      '\n\n',
      '<img src=w>',
      '<p align=center>',
      'tabel ',
      '> ',
      '- ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        const written = text.replace(/<img src=w>/g, '').replace(/[^w]/g, '').length
        expect(letters(parse(text))).toBe(written)
      }),
    )
  })

  it.each(['<center>\nw\n', '<center>', '</div>\nw\n', '<img src=w>', '<div id="fig:x">w\n\n'])(
    '%j many times takes time in proportion',
    (unit) => {
      const plain = unified().use(remarkParse)
      expectInProportion(unified().use(remarkParse).use(remarkHtmlBlocks), plain, unit)
    },
  )
})

function letters(tree: Nodes): number {
  let found = 0
  visit(tree, (node) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    found += node.value.replace(/<img src=w>/g, '').replace(/[^w]/g, '').length
  })
  return found
}
