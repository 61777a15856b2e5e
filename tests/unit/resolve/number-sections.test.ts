import fc from 'fast-check'
import type { Heading, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { toRoman } from '../../../scripts/numerals.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { readHeadingAttributes } from '../../../scripts/resolve/attributes.ts'
import {
  type NumberSectionsOptions,
  numberSections,
  startCount,
} from '../../../scripts/resolve/number-sections.ts'

interface Written {
  readonly depth: number
  readonly title: string
}

/** Titles, some of which look like labels; the last ones are nothing but signs. */
const title = fc.constantFrom(
  'Latar Belakang',
  'Kerja sama internasional',
  '2019 sebagai Titik Balik',
  'A. H. Nasution',
  '*Smuggling* dan `kode`',
  '1.1 Label',
  'a. Huruf',
  'BAB I',
  'BAB II Metode',
  'Daftar Pustaka',
  '???',
  '{-}',
  'Judul {.unnumbered}',
  '',
)
const anything = fc.array(fc.record({ depth: fc.integer({ min: 1, max: 6 }), title }), { maxLength: 12 })

const markdown = (headings: readonly Written[]) =>
  headings.map((heading) => `${'#'.repeat(heading.depth)} ${heading.title}`).join('\n\n')

function number(text: string, options: NumberSectionsOptions = {}) {
  const [chapter] = parseFiles([{ path: 'bab.md', text }])
  if (!chapter) throw new Error('no file was parsed')
  readHeadingAttributes(chapter.tree)
  numberSections(chapter.tree, chapter.file, { unnumbered: ['Daftar Pustaka'], ...options })
  return { headings: headingsOf(chapter.tree), said: diagnosticsOf(chapter.file) }
}

function headingsOf(tree: Root): Heading[] {
  return tree.children.filter((node): node is Heading => node.type === 'heading')
}

describe('numberSections', () => {
  it('gives every heading an id of its own, whatever is written', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 6 }), (written, maxDepth) => {
        const ids = number(markdown(written), { maxDepth }).headings.map(({ data }) => data?.section?.id)
        expect(ids).not.toContain('')
        expect(ids).not.toContain(undefined)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('counts each numbered heading one on from its sibling, below its parent', () => {
    fc.assert(
      fc.property(anything, (written) => {
        let before: readonly number[] = []
        for (const { depth, data } of number(markdown(written)).headings) {
          const counters = data?.section?.counters ?? []
          if (counters.length === 0) continue
          const parent = Array.from({ length: depth - 1 }, (_, at) => before[at] ?? 0)
          expect(counters).toEqual([...parent, (before[depth - 1] ?? 0) + 1])
          before = counters
        }
      }),
    )
  })

  it('leaves positions as they were', () => {
    fc.assert(
      fc.property(anything, (written) => {
        const text = markdown(written)
        const [plain] = parseFiles([{ path: 'bab.md', text }])
        const before = new Set(
          headingsOf(plain?.tree as Root).map(({ position }) => JSON.stringify(position)),
        )
        for (const { position } of number(text).headings) expect(before).toContain(JSON.stringify(position))
      }),
    )
  })

  it('makes the same of hand-typed numbers as of none, and says nothing', () => {
    const bare = fc.array(
      fc.record({
        depth: fc.integer({ min: 1, max: 4 }),
        title: fc.constantFrom('Latar', 'Kerja *sama*', '2019 dan sesudahnya', 'Makna `x`'),
      }),
      { minLength: 1, maxLength: 12 },
    )
    const form = fc.constantFrom<'BAB' | 'Bab'>('BAB', 'Bab')
    fc.assert(
      fc.property(bare, form, fc.constantFrom('', '.'), (written, word, dot) => {
        const headings = steady(written)
        const counters = [0, 0, 0, 0]
        const typed = headings.map(({ depth, title }) => {
          counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
          counters.fill(0, depth)
          const label =
            depth === 1
              ? `${word} ${word === 'BAB' ? toRoman(counters[0] ?? 0) : counters[0]}${dot}`
              : `${counters.slice(0, depth).join('.')}${dot}`
          return { depth, title: `${label} ${title}` }
        })
        const ofTyped = number(markdown(typed))
        expect(ofTyped.said).toEqual([])
        expect(ofTyped.headings.map(({ data }) => data?.section)).toEqual(
          number(markdown(headings)).headings.map(({ data }) => data?.section),
        )
      }),
    )
  })

  it('goes on from file to file', () => {
    const [one, two] = parseFiles([
      { path: '1.md', text: '# A\n\n## B' },
      { path: '2.md', text: '## C\n\n# D' },
    ])
    const count = startCount()
    for (const chapter of [one, two]) if (chapter) numberSections(chapter.tree, chapter.file, {}, count)
    expect(headingsOf(two?.tree as Root).map(({ data }) => data?.section?.number)).toEqual(['1.2', 'BAB II'])
  })

  it('counts chapters as the campus writes them', () => {
    const { headings } = number('# A\n\n## B', { chapterLabel: 'Chapter', numeral: 'arabic', start: 3 })
    expect(headings.map(({ data }) => data?.section?.number)).toEqual(['Chapter 3', '3.1'])
  })

  it('numbers sections as the campus does', () => {
    const text = '# A\n\n## B\n\n### C\n\n#### D\n\n### E\n\n## F'
    const numbers = (numbering: NumberSectionsOptions['numbering']) =>
      number(text, { ...(numbering ? { numbering } : {}) }).headings.map(({ data }) => data?.section?.number)
    expect(numbers('roman')).toEqual(['BAB I', 'I.1', 'I.1.1', 'I.1.1.1', 'I.1.2', 'I.2'])
    expect(numbers('letters')).toEqual(['BAB I', 'A.', '1.', 'a.', '2.', 'B.'])
    expect(numbers(undefined)).toEqual(['BAB I', '1.1', '1.1.1', '1.1.1.1', '1.1.2', '1.2'])
  })

  it('takes typed letters and numerals off, and tells those that differ', () => {
    const letters = number('# BAB I A\n\n## A. B\n\n### 1. C\n\n### 3. D\n\n## B. E', {
      numbering: 'letters',
    })
    expect(letters.headings.map(({ data }) => data?.section?.title)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(letters.headings.map(({ data }) => data?.section?.path)).toEqual([
      undefined,
      'I.A',
      'I.A.1',
      'I.A.2',
      'I.B',
    ])
    expect(letters.said).toHaveLength(1)
    const roman = number('# BAB I A\n\n## I.1 B\n\n### I.1.1 C', { numbering: 'roman' })
    expect(roman.headings.map(({ data }) => data?.section?.title)).toEqual(['A', 'B', 'C'])
    expect(roman.said).toEqual([])
  })
})

/** The first heading is a chapter and no level is skipped. */
function steady(written: readonly Written[]): Written[] {
  let above = 0
  return written.map(({ depth, title }) => {
    above = Math.min(depth, above + 1)
    return { depth: above, title }
  })
}
