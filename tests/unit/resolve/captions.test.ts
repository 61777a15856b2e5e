import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseFiles, parseInline } from '../../../scripts/read/markdown/index.ts'
import { joinCaptions } from '../../../scripts/resolve/captions.ts'
import { dropLeadingText, inlineText } from '../../../scripts/resolve/heading-text.ts'
import { captionLabel } from '../../../scripts/resolve/typed-labels.ts'

const block = fc.constantFrom(
  '![Peta](p.png){#fig:a}',
  '![](p.png)',
  '![](p.png)\nGambar 1.1 Peta',
  '![A](a.png) ![B](b.png)\nSumber: x',
  '![Satu][acuan]',
  'Gambar 1.1 Peta {#fig:b}',
  'Tabel 1.1 Jumlah',
  'Tabel 1.1 menunjukkan hal itu.',
  ': Jumlah {#tbl:a}',
  'Sumber: BPS',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '| a |\n|---|\n| 1 |\nSumber: BPS',
  '> | a | b |\n> |---|---|\n> : Judul',
  '- ![Butir](p.png)\n  Gambar 2 Butir',
  'Teks ![x](y.png){width=1cm} biasa {a, b}.',
  '[acuan]: q.png',
)

describe('joinCaptions', () => {
  it('loses no image, table or word, and tears no node out of its place', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const text = blocks.join('\n\n')
        const [plain] = parseFiles([{ path: 'a.md', text }])
        const [chapter] = parseFiles([{ path: 'a.md', text }])
        if (!plain || !chapter) return
        joinCaptions(chapter.tree, chapter.file, { parseInline })
        expect(count(chapter.tree, ['image', 'imageReference'])).toBe(
          count(plain.tree, ['image', 'imageReference']),
        )
        expect(count(chapter.tree, ['table'])).toBe(count(plain.tree, ['table']))
        expect(words(chapter.tree)).toEqual(expect.arrayContaining(words(plain.tree)))
        const lines = text.split('\n').length
        visit(chapter.tree, (node) => {
          expect(node.position?.start.line).toBeGreaterThan(0)
          expect(node.position?.end.line).toBeLessThanOrEqual(lines)
        })
      }),
    )
  })
})

function count(tree: Nodes, types: readonly string[]): number {
  let found = 0
  visit(tree, (node) => {
    if (types.includes(node.type)) found++
  })
  return found
}

/** The words of the text, without attribute lists and caption marks, sorted. */
function words(tree: Nodes): string[] {
  const found: string[] = []
  visit(tree, 'text', ({ value }) => {
    found.push(...value.replace(/\{[#w][^}]*\}/g, '').split(/[\s:]+/))
  })
  return found.filter((word) => word !== '').sort()
}

describe('captionLabel', () => {
  it.each([
    ['Tabel 1.1 Jumlah Korban', [1, 1], 'table'],
    ['Tabel I.2. Jumlah', [1, 2], 'table'],
    ['Gambar 3: menunjukkan peta', [3], 'figure'],
    ['Bagan 2.1 – Alur', [2, 1], 'figure'],
    ['tabel 4 jumlah korban', [4], 'table'],
    ['Tabel 1.1 Jumlah Korban, 2019.', [1, 1], 'table'],
    ['Tabel 1.1\nJumlah Korban', [1, 1], 'table'],
    ['Table 2 Victims', [2], 'table'],
  ])('%j is a caption', (text, numbers, kind) => {
    expect(captionLabel(text)).toMatchObject({ numbers, kind })
  })

  it.each([
    'Tabel 1.1 menunjukkan jumlah korban',
    'Tabel 1.1 di atas',
    'Gambar 2 berikut memperlihatkan alurnya',
    'Table 1 shows the victims',
    'Tabel 1.1 jumlah korban naik.',
    'Tabel 1.1 Korban dicatat oleh:',
    'Tabel 1.1 Thailand mencatat kenaikan. Angkanya tinggi.',
    'Tabel 1.1',
    'Tabel korban',
    `Tabel 1.1 ${'Panjang sekali '.repeat(20)}`,
  ])('%j is none', (text) => expect(captionLabel(text)).toBeUndefined())
})

describe('dropLeadingText', () => {
  it('takes exactly so many characters off, and keeps what has no text', () => {
    const source = fc.array(
      fc.constantFrom(
        '1.1 ',
        '*miring*',
        '**tebal *dalam***',
        '`kode`',
        '[^1]',
        'teks ',
        '![a](b)',
        '<b>x</b>',
      ),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(source, fc.nat(30), (parts, length) => {
        const [chapter] = parseFiles([{ path: 'a.md', text: `# ${parts.join('')}\n\n[^1]: x` }])
        const heading = chapter?.tree.children[0]
        if (heading?.type !== 'heading') return
        const text = inlineText(heading.children)
        const kept = count(heading, ['footnoteReference', 'image', 'html'])
        dropLeadingText(heading.children, length)
        expect(inlineText(heading.children).trimStart()).toBe(text.slice(length).trimStart())
        expect(count(heading, ['footnoteReference', 'image', 'html'])).toBe(kept)
      }),
    )
  })
})
