/** Citations typed by hand: a table of forms and traps that people can read, and what no table shows. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyFixes } from '../../../scripts/commands/apply-fixes.ts'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import type { Abbreviation, Diagnostic, Library } from '../../../scripts/model.ts'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { linkTypedCitations } from '../../../scripts/resolve/citations/index.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

const [, matching = '', unclear = '', traps = ''] = fixture('ketikan-tangan.md').split(/^## .*$/m)
const rows = (part: string) => part.split('\n').filter((line) => line !== '')
const pairs = (part: string) =>
  rows(part).map((row) => row.split(/\s=>\s?/) as [typed: string, expected: string])

const abbreviation = (short: string, long: string): Abbreviation => ({
  short,
  long,
  content: [],
  file: undefined,
  place: undefined,
})
const abbreviations = [
  abbreviation('Kemlu', 'Kementerian Luar Negeri Republik Indonesia'),
  abbreviation('KPK', 'Komisi Pemberantasan Korupsi'),
]

let library: Library
beforeAll(async () => {
  const read = await readBibliography([{ path: 'k.bib', text: fixture('ketikan-tangan.bib') }])
  library = read.value
})

function run(text: string): {
  readonly told: readonly Diagnostic[]
  readonly fixed: string
  readonly tree: string
} {
  const files = parseFiles([{ path: '1.md', text }])
  linkTypedCitations(files, { library, language: 'id', abbreviations })
  const told = files.flatMap(({ file }) => diagnosticsOf(file))
  const { text: fixed } = applyFixes(
    text,
    told.flatMap(({ fix }) => (fix ? [fix] : [])),
  )
  return { told, fixed, tree: JSON.stringify(files[0]?.tree, withoutPlaces) }
}

function keysOf(tree: string): string[] {
  return [...tree.matchAll(/"key":"([^"]+)"/g)].map(([, key = '']) => key)
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'position' || key === 'place' ? undefined : value
}

describe('what is recognised', () => {
  it.each(pairs(matching))('%s', (typed, expected) => {
    const { told, fixed, tree } = run(typed)
    expect(fixed).toBe(expected)
    expect(told.map(({ ruleId }) => ruleId)).not.toContain('citation/typed-unclear')
    // Fixed or not, the same tree; and nothing is left to fix.
    const again = run(expected)
    expect(tree).toBe(again.tree)
    expect(again.told).toEqual([])
  })
})

describe('what is not certain', () => {
  it.each(pairs(unclear))('%s', (typed, expected) => {
    const { told, fixed, tree } = run(typed)
    expect(fixed).toBe(typed)
    expect(tree).not.toContain('"citation"')
    const keys = expected.split(', ').filter(Boolean)
    expect(told.map(({ ruleId }) => ruleId)).toEqual([
      keys.length > 0 ? 'citation/typed-unclear' : 'citation/typed-unknown',
    ])
    for (const key of keys) expect(told[0]?.message.en).toContain(`@${key}`)
  })
})

describe('what is no citation', () => {
  it.each(rows(traps))('%s', (typed) => {
    const { told, fixed, tree } = run(`${typed}\n\n[^1]: Catatan.`)
    expect(told).toEqual([])
    expect(fixed).toContain(typed)
    const items = tree.match(/"type":"citation"/g) ?? []
    expect(items).toHaveLength(typed.includes('[@') ? 1 : 0)
  })
})

describe('what is linked, and not written anew for there it would be read otherwise', () => {
  it.each([
    'Kurung [lihat (Midhol, 2022) juga] siku.',
    '_Midhol (2022)_ menulis.',
    'A (Midhol, 2022)[^1] [x].',
    'A (Midhol, 2022)(Saraswati, 2021).',
    'Midhol (2022) [hlm. 5] menulis.',
    '(Midhol, 2022): begitu.',
    '^(Midhol, 2022)',
    'surel a@b.id (Midhol, 2022).',
    '+----------------+---+\n| (Midhol, 2022) | b |\n+----------------+---+',
  ])('%s', (typed) => {
    const { tree } = run(`${typed}\n\n[^1]: Catatan.`)
    expect(tree).toMatch(/"citation"/)
  })
})

describe('a letter behind the year', () => {
  const both = 'A (Wibowo, 2022a).\n\nB (Wibowo, 2022b).'

  it('is the second by title where the text has a letter for each work of these authors', () => {
    expect(keysOf(run(both).tree)).toEqual(['wibowoanak', 'wibowobudaya'])
    expect(keysOf(run('A (Wibowo, 2022a, b).').tree)).toEqual(['wibowoanak', 'wibowobudaya'])
    expect(keysOf(run('Wibowo (2022b) dan Agus Wibowo (2022a).').tree)).toEqual([
      'wibowobudaya',
      'wibowoanak',
    ])
  })

  it.each([
    ['A (Wibowo, 2022b).', 'one of the works is not cited'],
    [`${both} C (Wibowo, 2022c).`, 'a work is cited that the bibliography does not have'],
    ['A (Kusuma dkk., 2022a; 2022b).', 'the works have other authors behind the first'],
    ['A (Gunawan, 2022a; 2022b).', 'a third work of the author is in the bibliography'],
    ['A (Hakim, 2022a; 2022b).', 'keys were counted by a machine: hakim2022, hakim2022a'],
  ])('%s is not certain: %s', (typed) => {
    const { told, tree } = run(typed)
    expect(keysOf(tree)).toEqual([])
    expect(new Set(told.map(({ ruleId }) => ruleId))).toEqual(new Set(['citation/typed-unclear']))
    expect(told[0]?.message.id).toContain('cocok dengan')
  })

  it('is that of the key', () => {
    expect(keysOf(run('A (Setiawan, 2022b) dan (Setiawan, 2022a).').tree)).toEqual([
      'setiawan2022-b',
      'setiawan2022-a',
    ])
    expect(keysOf(run('A (Santoso dkk., 2023b).').tree)).toEqual(['santoso2023b'])
  })
})

describe('what goes on from a citation', () => {
  it.each(['Menurut UNODC (2020) dan IOM (2019) begitu.', 'Menurut @unodc2020 dan IOM (2019) begitu.'])(
    '%s is one as well',
    (typed) => expect(keysOf(run(typed).tree)).toEqual(['unodc2020', 'iom2019']),
  )
})
