/** Any text gives diagnostics, in linear time; a fix says what was linked; many citations and works take no time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFixes } from '../../../scripts/commands/apply-fixes.ts'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import type { CslItem, Language, Library } from '../../../scripts/model.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { linkTypedCitations } from '../../../scripts/resolve/citations/index.ts'
import { findCitations } from '../../../scripts/resolve/citations/typed/find-citations.ts'
import { indexWorks } from '../../../scripts/resolve/citations/typed/work-index.ts'

function libraryOf(items: readonly CslItem[]): Library {
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
  return new Map(items.map((item) => [item.id, { key: item.id, item, file: 'a.json', place }]))
}

function work(id: string, year: number | undefined, ...families: string[]): CslItem {
  const author = families.map((family) =>
    family.includes(' ') ? { literal: family } : { family, given: 'Ani B.' },
  )
  return { id, type: 'book', title: id, author, ...(year ? { issued: { 'date-parts': [[year]] } } : {}) }
}

const library = libraryOf([
  work('a', 2020, 'Aa'),
  work('b', 2021, 'Aa', 'Bb'),
  work('c', 2022, 'Aa', 'Bb', 'Cc'),
  work('d', undefined, 'Dd'),
  work('e', 2020, 'Badan Ee dan Ff'),
  work('fig:g', 2019, 'Gg'),
  work('h{', 2018, 'Hh'),
])

function run(text: string, language: Language) {
  const files = parseFiles([{ path: '1.md', text }])
  linkTypedCitations(files, { library, language })
  const fixes = files.flatMap(({ file }) => diagnosticsOf(file).flatMap(({ fix }) => (fix ? [fix] : [])))
  const tree = JSON.stringify(files[0]?.tree, (key, value) =>
    key === 'position' || key === 'place' ? undefined : value,
  )
  return { fixes, tree }
}

/** Pieces of citations, of Markdown, and of what is neither. */
const piece = fc.constantFrom(
  ...[
    '(',
    ')',
    ' ',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    ',',
    ', ',
    '; ',
    ': ',
    '. ',
    '[',
    ']',
    '*',
    '_',
    '`',
    '\\',
    '> ',
    '- ',
    '| ',
  ],
  ...[
    'Aa',
    'Bb',
    'Cc',
    'Dd',
    'Badan Ee dan Ff',
    'BEF',
    'Gg',
    'Hh',
    'A.',
    'Ani',
    ' dan ',
    ' & ',
    ' &amp; ',
    ' dkk.',
    ' et al.',
  ],
  ...[
    '2020',
    '2021',
    '2022',
    '2022a',
    't.t.',
    '2020–2021',
    'hlm. 5',
    ': 7',
    ' dalam ',
    'lihat ',
    'menurut ',
    '^',
    '{',
    '@a',
    '!',
  ],
  ...[
    '(Aa, 2020)',
    'Aa (2020)',
    '(Aa dan Bb, 2021: 5)',
    '(Aa dkk., 2022; Aa, 2020)',
    'Aa (2020: 3)',
    '(Dd)',
    '(Aa, *2020*)',
  ],
  ...['[^1]', '^[', '[@a]', '\t', '\u00a0', '# ', '😀', 'é', '<b>', '$', '~', 'www.a.id ', 'a@b.id '],
)
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

describe('any text', () => {
  it('reads the same before its fixes and after, and has nothing to fix then', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('id', 'en'), (written, language) => {
        const { fixes, tree } = run(written, language)
        const fixed = applyFixes(written, fixes)
        expect(fixed.dropped).toBe(0)
        const again = run(fixed.text, language)
        expect(again.tree).toBe(tree)
        expect(again.fixes).toEqual([])
      }),
      { numRuns: Number(process.env.TYPED_RUNS ?? 150) },
    )
  })

  it('crashes nothing', () => {
    const index = indexWorks(library, [])
    const any = fc.string({ unit: 'binary', maxLength: 80 })
    const numRuns = 60
    fc.assert(
      fc.property(any, (inside) => void findCitations(inside, () => index)),
      { numRuns },
    )
    fc.assert(
      fc.property(any, (inside) => void findCitations(`A (${inside}, 2020)`, () => index)),
      { numRuns },
    )
  })
})

describe('hostile text', () => {
  const index = indexWorks(library, [])
  it.each([
    ['brackets', '('],
    ['names', 'A, '],
    ['citations', '(Aa, 2020) '],
    ['narrative citations', 'Aa (2020) '],
    ['open citations', '(Aa, 2020 '],
    ['names with and', 'Aa dan '],
    ['capitals and brackets', 'Aa Bb Cc, Dd ('],
    ['years', '(2020'],
    ['separators', '(;;,,&&'],
    ['square brackets', '[(Aa, 2020) '],
    ['blanks', '     '],
    ['within', '(Aa dalam Aa dalam '],
  ])('of many %s takes no longer than its length', (_, part) => {
    const time = (count: number) => {
      const start = performance.now()
      findCitations(part.repeat(count), () => index)
      findCitations(`(${part.repeat(count)}, 2020)`, () => index)
      return performance.now() - start
    }
    time(500)
    const [short, long] = [Math.max(time(5000), 20), time(50_000)]
    // Ten times the text; a hundred times as long would be quadratic.
    expect(long / short).toBeLessThan(40)
  })

  it('of a citation with many names is read at once', () => {
    const start = performance.now()
    for (const joint of [' dan ', ', ', ' & ', '-']) {
      findCitations(`(${Array(80).fill('Aa').join(joint)}, 2022)`, () => index)
    }
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('a work whose authors all have one name', () => {
  it('is compared in no time with many of that name', () => {
    const many = Array.from({ length: 12 }, () => ({ family: 'A', given: 'A A A A A A A A' }))
    const author = [...many, { family: 'B', given: 'B' }]
    const item: CslItem = { id: 'k', type: 'book', author, issued: { 'date-parts': [[2020]] } }
    const index = indexWorks(libraryOf([item]), [])
    const start = performance.now()
    findCitations(`(${Array(30).fill('A').join(', ')}, 2020)`, () => index)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a large bibliography', () => {
  it('of 3,017 works is compared with 111 citations in no time', () => {
    const families = ['Putra', 'Wahyuni', 'Nasution', 'Santoso', 'Hidayat', 'Lestari', 'Siregar']
    const items = Array.from({ length: 3017 }, (_, at) =>
      at % 9 === 0
        ? work(`k${at}`, 1990 + (at % 35), `Badan Penelitian Nomor${at} dan Pengembangan`)
        : work(
            `k${at}`,
            1990 + (at % 35),
            `${families[at % 7]}${at % 400}`,
            `${families[at % 5]}${at % 300}`,
          ),
    )
    const many = libraryOf(items)
    const cited = Array.from({ length: 111 }, (_, at) => {
      const { author, issued } = items[at * 27] as unknown as {
        author: { family?: string; literal?: string }[]
        issued: { 'date-parts': [[number]] }
      }
      return `Begitu (${author.map(({ family, literal }) => family ?? literal).join(' dan ')}, ${issued['date-parts'][0][0]}).`
    })
    const text = cited.join('\n\n')
    const times = [1, 2, 3, 4].map(() => {
      const parsed = parseFiles([{ path: '1.md', text }])
      const start = performance.now()
      linkTypedCitations(parsed, { library: many, language: 'id' })
      const took = performance.now() - start
      expect(parsed.flatMap(({ file }) => file.messages).length).toBe(111)
      return took
    })
    // About 40 ms on a machine that has nothing else to do; comparing each with each took 4.5 s.
    expect(Math.min(...times)).toBeLessThan(1000)
  })
})
