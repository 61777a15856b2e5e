import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseFiles, parseInline } from '../../../../scripts/read/markdown/index.ts'
import { joinCaptions } from '../../../../scripts/resolve/captions.ts'
import { joinListings } from '../../../../scripts/resolve/code/listings.ts'
import { captionLabel } from '../../../../scripts/resolve/typed-labels.ts'

const block = fc.constantFrom(
  '```python\na = 1\n```',
  '```{.r #lst:a caption="Judul *satu*" .numberLines}\nb\n```',
  '``` {#lst:b}\nc\n```',
  '```{.mermaid #lst:m}\ngraph\n```',
  '    indented',
  '> Kode 2.1 Kutipan\n>\n> ```\n> d\n> ```',
  '- butir\n\n  ```\n  e\n  ```\n\n  : Dalam {#lst:d}',
  'Kode 2.1 Ketikan',
  'Kode Program 1.2. Ketikan\nSumber: buku',
  'Kode 1.1 menunjukkan hal itu.',
  'Listing: Judul {#lst:c}',
  ': Judul {#tbl:a}',
  ': Titik dua',
  'Sumber: BPS',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'Kalimat biasa.',
)

describe('joinListings', () => {
  it('loses no block, table or word, and tears no node out of its place', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const text = blocks.join('\n\n')
        const [plain] = parseFiles([{ path: 'a.md', text }])
        const [chapter] = parseFiles([{ path: 'a.md', text }])
        if (!plain || !chapter) return
        joinListings(chapter.tree, chapter.file, { parseInline })
        joinCaptions(chapter.tree, chapter.file, { parseInline })
        expect(values(chapter.tree, 'code')).toEqual(values(plain.tree, 'code'))
        expect(nodesOf(chapter.tree, 'table')).toHaveLength(nodesOf(plain.tree, 'table').length)
        expect(words(chapter.tree)).toEqual(expect.arrayContaining(words(plain.tree)))
        const lines = text.split('\n').length
        visit(chapter.tree, (node) => {
          expect(node.position?.start.line).toBeGreaterThan(0)
          expect(node.position?.end.line).toBeLessThanOrEqual(lines)
        })
        for (const figure of nodesOf(chapter.tree, 'captioned')) {
          if (figure.type !== 'captioned') continue
          const held = figure.children.map(({ type }) => type).filter((type) => type !== 'sourceLine')
          const content = figure.kind === 'listing' ? 'code' : 'table'
          expect(held.sort()).toEqual(['caption', content])
        }
      }),
    )
  })

  it('leaves blocks that are drawn alone', () => {
    const text = 'Kode 1.1 Alur\n\n```{.mermaid #fig:a caption="B"}\nx\n```'
    const [chapter] = parseFiles([{ path: 'a.md', text }])
    if (!chapter) throw new Error('no chapter')
    joinListings(chapter.tree, chapter.file, { parseInline })
    expect(chapter.tree.children).toMatchObject([
      { type: 'paragraph' },
      { type: 'code', lang: '{.mermaid', meta: '#fig:a caption="B"}' },
    ])
  })

  it('gives what stands in a caption behind a fence its place', () => {
    const text = 'x\n\n- a\n\n  ```{.r caption="Kata *miring*"}\n  y\n  ```'
    const [chapter] = parseFiles([{ path: 'a.md', text }])
    if (!chapter) throw new Error('no chapter')
    joinListings(chapter.tree, chapter.file, { parseInline })
    const [emphasis] = nodesOf(chapter.tree, 'emphasis')
    expect(emphasis?.position?.start).toMatchObject({ line: 5, column: 24 })
    expect(text.slice(emphasis?.position?.start.offset, emphasis?.position?.end.offset)).toBe('*miring*')
  })
})

describe('captionLabel of a listing', () => {
  it.each([
    'Kode 2.1 Fungsi utama',
    'Kode Program 2.1 Fungsi',
    'Potongan Kode 2.1. fungsi',
    'Listing 2.1: fungsi',
    'Source Code 2.1 Fungsi',
  ])('%j', (text) => expect(captionLabel(text)).toMatchObject({ kind: 'listing', numbers: [2, 1] }))

  it.each(['Kode 2.1 menunjukkan fungsi', 'Kode etik 2 Pasal', 'Kode pos 55281 Sleman', 'Kodefikasi 1 A'])(
    '%j is none',
    (text) => expect(captionLabel(text)).toBeUndefined(),
  )
})

function nodesOf(tree: Nodes, type: Nodes['type']): Nodes[] {
  const found: Nodes[] = []
  visit(tree, (node) => {
    if (node.type === type) found.push(node)
  })
  return found
}

function values(tree: Nodes, type: 'code'): string[] {
  return nodesOf(tree, type).flatMap((node) => ('value' in node ? [node.value] : []))
}

/** The words of the text, without attribute lists and caption marks, sorted. */
function words(tree: Nodes): string[] {
  const found: string[] = []
  visit(tree, 'text', ({ value }) => {
    found.push(...value.replace(/\{[#w][^}]*\}/g, '').split(/[\s:]+/))
  })
  return found.filter((word) => word !== '' && word !== 'Listing').sort()
}
