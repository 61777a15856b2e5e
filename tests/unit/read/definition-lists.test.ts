/** Definition lists: what defines something, with all that belongs to it, and what is a caption or a sentence. */
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { remarkDefinitionLists } from '../../../scripts/index.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { expectInProportion } from '../../proportion.ts'
import { shape } from './shape.ts'

function parse(markdown: string): Root {
  const [chapter] = parseFiles([{ path: 'a.md', text: markdown }])
  if (!chapter) throw new Error('no tree')
  return chapter.tree
}

const shapes = (markdown: string) => parse(markdown).children.map(shape)

describe('a definition list', () => {
  it.each<[string, string[]]>([
    ['Satu\n: isi', ['dl(dt(Satu) dd(p(isi)))']],
    ['Satu\n~ isi\n: lagi', ['dl(dt(Satu) dd(p(isi)) dd(p(lagi)))']],
    [
      'Satu\n\n: isi\n\nDua\n\n:   lain\n\nAlinea.',
      ['dl(dt(Satu) dd(p(isi)) dt(Dua) dd(p(lain)))', 'p(Alinea.)'],
    ],
    ['Satu\n: isi\nterus\n  lagi', ['dl(dt(Satu) dd(p(isi⏎terus⏎lagi)))']],
    ['Satu *dua*\n: isi `a: b`', ['dl(dt(Satu  emphasis(dua)) dd(p(isi  inlineCode)))']],
    [
      'Satu\n:   isi\n\n    Alinea.\n\n    - a\n      - b\n\n    ```\n    kode\n    ```\n\n        terinden\n',
      ['dl(dt(Satu) dd(p(isi) p(Alinea.) list(item(p(a) list(item(p(b))))) code(kode) code(terinden)))'],
    ],
    ['Satu\n: isi\n\n  dua kolom', ['dl(dt(Satu) dd(p(isi) p(dua kolom)))']],
    ['Satu\n: isi\n\n\ttab', ['dl(dt(Satu) dd(p(isi) p(tab)))']],
    ['Satu\n: - a\n  - b', ['dl(dt(Satu) dd(list(item(p(a)) item(p(b)))))']],
    ['> Satu\n> : isi\n> terus', ['blockquote(dl(dt(Satu) dd(p(isi⏎terus))))']],
    ['- Satu\n  : isi', ['list(item(dl(dt(Satu) dd(p(isi)))))']],
    [
      'Satu\n: isi[^1]\n\n[^1]: catatan',
      ['dl(dt(Satu) dd(p(isi footnoteReference)))', 'footnoteDefinition(p(catatan))'],
    ],
    [
      'Satu\n: isi\n\n    | a |\n    |---|\n    | 1 |',
      ['dl(dt(Satu) dd(p(isi) table(tableRow(tableCell(a)) tableRow(tableCell(1)))))'],
    ],
  ])('%j', (markdown, made) => {
    expect(shapes(markdown)).toEqual(made)
  })

  it.each<[string, string[]]>([
    [
      'Alinea.\n\n: Judul {#tbl:x}\n\n| a |\n|---|',
      ['p(Alinea.)', 'p(: Judul {#tbl:x})', 'table(tableRow(tableCell(a)))'],
    ],
    ['Alinea.\n\n: Judul\n\n| a |\n|---|', ['p(Alinea.)', 'p(: Judul)', 'table(tableRow(tableCell(a)))']],
    ['| a |\n|---|\n: Judul', ['table(tableRow(tableCell(a)))', 'p(: Judul)']],
    ['Sumber: BPS\n\n: Judul {#tbl:x}', ['p(Sumber: BPS)', 'p(: Judul {#tbl:x})']],
    ['Dua baris\nkalimat\n: bukan', ['p(Dua baris⏎kalimat⏎: bukan)']],
    ['Dua baris\nkalimat\n\n: bukan', ['p(Dua baris⏎kalimat)', 'p(: bukan)']],
    ['Satu\n\n\n: jauh', ['p(Satu)', 'p(: jauh)']],
    [': sendiri\nterus', ['p(: sendiri⏎terus)']],
    [': : : x', ['p(: : : x)']],
    ['# Judul\n: bukan', ['heading(Judul)', 'p(: bukan)']],
    ['![](a.png)\n: bukan', ['p(image ⏎: bukan)']],
    ['- a\n- b\nc\n: bukan', ['list(item(p(a)) item(p(b⏎c⏎: bukan)))']],
    ['Pukul\n10:30 dan\n:30 atau ~5', ['p(Pukul⏎10:30 dan⏎:30 atau ~5)']],
    ['Satu\n:', ['p(Satu⏎:)']],
    ['```\nSatu\n: isi\n```', ['code(Satu⏎: isi)']],
    ['Nama : Budi\nNIM  : 1', ['p(Nama : Budi⏎NIM  : 1)']],
  ])('%j is none', (markdown, made) => {
    expect(shapes(markdown)).toEqual(made)
  })

  it('has its nodes where they are written, blank lines behind them apart', () => {
    const { children } = parse('Satu\n\n: isi\n\n    lagi\n\n\nAlinea.')
    expect(children[0]).toMatchObject({
      position: { start: { offset: 0 }, end: { line: 5, column: 9 } },
      children: [
        { position: { end: { line: 1, column: 5 } } },
        { spread: true, position: { start: { line: 3, column: 1 }, end: { line: 5, column: 9 } } },
      ],
    })
  })

  it('works in any chain', () => {
    const chain = unified().use(remarkParse).use(remarkGfm).use(remarkDefinitionLists)
    expect(shape(chain.parse('Satu\n: isi'))).toBe('root(dl(dt(Satu) dd(p(isi))))')
  })

  it.each(['Satu\n: isi\n\n', ': ', 'a\nb\n: c *d*\n', 'b *x*\n: c\n', '> : a\n'])(
    'takes time in proportion to the length of %j',
    (unit) => {
      const plain = unified().use(remarkParse).use(remarkGfm)
      expectInProportion(plain().use(remarkDefinitionLists), plain, unit)
    },
  )
})

it('keeps every text at its place', () => {
  const markdown = 'Dua\nbaris\n: bukan\nini\n\nSatu\n: isi\n\n> - x\n: y {#tbl:z}\n'
  const texts: string[] = []
  visit(parse(markdown), 'text', (node: Nodes) => {
    texts.push(markdown.slice(node.position?.start.offset, node.position?.end.offset))
  })
  expect(texts).toEqual(['Dua\nbaris\n: bukan\nini', 'Satu', 'isi', 'x\n: y {#tbl:z}'])
})
