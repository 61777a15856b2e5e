import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBibtex } from '../../../scripts/read/bibliography/bibtex-format.ts'
import { type BibtexEntry, parseBibtex } from '../../../scripts/read/bibliography/bibtex-syntax.ts'

const tidy = (text: string) => formatBibtex(text).text

/** What a file says, without where it says it. */
function meaning(text: string) {
  const { entries, faults } = parseBibtex(text)
  return {
    entries: entries.map(({ type, key, fields, sound }) => ({ type, key, fields, sound })),
    faults: faults.map(({ span: _, ...fault }) => ({
      ...fault,
      ...('field' in fault ? { field: fault.field.toLowerCase() } : {}),
    })),
  }
}

/** What stands between the entries. */
function outside(text: string): string[] {
  const entries: readonly BibtexEntry[] = parseBibtex(text).entries
  const ends = [0, ...entries.map(({ extent }) => extent[1])]
  return ends.map((end, index) => text.slice(end, entries[index]?.extent[0] ?? text.length))
}

describe('a formatted file', () => {
  it('has a field a line, aligned, in braces, and keeps what stands around', () => {
    const before = `Catatan.
@string{ugm = "UGM"}

@Book (a, Author="Budi  Santoso" , TITLE = {T {\\'e} \\& {U}},, year=2001,month=aug,
   publisher = ugm   #  { Press}, % cek lagi
   x-lain = {
     dua baris}, )
% akhir @book{b}
@comment{jabref-meta: x}
@book{c}
@book{d,}`
    expect(tidy(before)).toBe(`Catatan.
@string{ugm = "UGM"}

@book{a,
  author    = {Budi  Santoso},
  title     = {T {\\'e} \\& {U}},
  year      = {2001},
  month     = aug,
  publisher = ugm # { Press},
  % cek lagi
  x-lain    = {
     dua baris}
}
% akhir @book{b}
@comment{jabref-meta: x}
@book{c}
@book{d}`)
  })

  it('keeps Windows line endings and quotes that braces cannot stand for', () => {
    expect(tidy('@book{a,title="T",\r\nyear=1}\r\n')).toBe(
      '@book{a,\r\n  title = {T},\r\n  year  = {1}\r\n}\r\n',
    )
    expect(tidy('@book{a, title = "akhir \\"}')).toBe('@book{a,\n  title = "akhir \\"\n}')
  })

  it('keeps a broken entry byte for byte, and a comment where none belongs', () => {
    for (const entry of [
      '@book{a,title={T} year=2}',
      '@book{a,title=Tanpa Kurung}',
      '@book{a,title {T}}',
      '@book{a b,title={T}}',
      '@book{a,title={T}) ',
      '@book{a,title % di sini\n = {T}}',
      '@book{a,title={T',
    ]) {
      expect(tidy(`${entry}\n@book{z,year=2}`)).toBe(`${entry}\n@book{z,\n  year = {2}\n}`)
    }
  })

  it('is what the sample, the starter and every fixture stay when they are formatted again', async () => {
    const fixtures = new URL('fixtures/', import.meta.url)
    const names = (await readdir(fixtures)).filter((name) => name.endsWith('.bib'))
    for (const name of names) {
      const text = await readFile(new URL(name, fixtures), 'utf8')
      expect(meaning(tidy(text))).toEqual(meaning(text))
      expect(tidy(tidy(text))).toBe(tidy(text))
    }
    for (const path of ['chapters/pustaka.bib', 'templates/starter/pustaka.bib']) {
      const text = await readFile(path, 'utf8')
      expect(tidy(text)).toBe(text)
    }
  })
})

const junk = fc.oneof(
  fc.constantFrom(
    '@',
    '{',
    '}',
    '"',
    ',',
    '=',
    '#',
    '\\',
    '%',
    '\n',
    '\r\n',
    '\r',
    '(',
    ')',
    ' ',
    '@book{',
    '@ Book (k,',
    '@comment{',
    '@string{s=',
    'title',
    's',
    '12',
    '@x',
  ),
  fc.string({ maxLength: 4 }),
)
const value = fc.oneof(
  fc.constantFrom(
    '{A}',
    '"B"',
    '"a {"} b"',
    '12',
    'aug',
    's',
    's # {x}',
    '"a" # 3',
    '{\\"a}',
    '{a\nb}',
    '{é  {B}}',
    '{}',
    '"\\"',
    '{e\u0301}',
    '{%}',
    'antah',
  ),
  junk,
)
const field = fc
  .tuple(fc.constantFrom('title', 'YEAR', 'x-y', 'author'), fc.constantFrom('=', ' = ', '\n=\t'), value)
  .map((parts) => parts.join(''))
const entry = fc
  .tuple(
    fc.constantFrom('@book{', '@Article {', '@misc(', '@ x {', '@book\n{'),
    fc.constantFrom('a', 'b:c', ' d ', 'é', 'e\u0301', ''),
    fc.array(
      fc.tuple(fc.constantFrom(',', ', ', ',\n', ',,', ', % c\n', ' '), field).map((parts) => parts.join('')),
    ),
    fc.constantFrom('}', ')', ',}', '\n}', '% akhir\n}', ''),
  )
  .map(([open, key, fields, close]) => `${open}${key}${fields.join('')}${close}`)
const file = fc.array(fc.oneof(entry, entry, junk), { maxLength: 12 }).map((pieces) => pieces.join(''))

it('formatting changes neither what a file says nor what stands between its entries, and is done in one go', () => {
  fc.assert(
    fc.property(file, (text) => {
      const once = tidy(text)
      expect(meaning(once)).toEqual(meaning(text))
      expect(outside(once)).toEqual(outside(text))
      expect(tidy(once)).toBe(once)
    }),
    { numRuns: 1000 },
  )
})
