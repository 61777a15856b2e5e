/** What is told about the works of a bibliography, and what is not. */
import { describe, expect, it } from 'vitest'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'

const now = new Date('2026-06-01')

async function told(text: string, path = 'a.bib') {
  const { diagnostics } = await readBibliography([{ path, text }], { now })
  return diagnostics.map(({ ruleId, place, message }) => ({
    rule: ruleId.replace('bibliography/', ''),
    at: `${place?.start.line}:${place?.start.column}`,
    says: message.id,
  }))
}
const rules = async (text: string) => (await told(text)).map(({ rule }) => rule)

describe('missing fields', () => {
  it.each([
    ['@book{a, author={A}, title={T}}', '“publisher”, “year”'],
    ['@article{a, author={A}, title={T}, year=2000}', '“journal”'],
    ['@thesis{a, author={A}, title={T}, year=2000}', '“school”'],
    ['@skripsi{a, author={A}, title={T}, year=2000}', '“school”'],
    ['@incollection{a, author={A}, title={T}, publisher={P}, year=2000}', '“booktitle”'],
    ['@inproceedings{a, author={A}, title={T}, year=2000}', '“booktitle”'],
    ['@report{a, author={A}, title={T}, year=2000}', '“institution”'],
    ['@online{a, author={A}, title={T}, year=2000}', '“url”'],
    ['@article{a, title={T}, journal={J}, year=2000}', '“author”'],
  ])('%s', async (text, fields) => {
    const found = await told(text)
    expect(found.map(({ rule, at }) => [rule, at])).toEqual([['missing-field', `1:${text.indexOf('{') + 2}`]])
    expect(found[0]?.says).toContain(`tidak mempunyai ${fields}.`)
  })

  it.each([
    '@book{a, editor={E}, title={T}, publisher={P}, year={t.t.}}',
    '@book{a, author={{IOM}}, title={T}, year=2019}',
    '@article{a, author={A}, title={T}, journaltitle={J}, date={2019-03}}',
    '@phdthesis{a, author={A}, title={T}, school={S}, year=2000}',
    '@thesis{a, author={A}, title={T}, institution={S}, year=2000}',
    '@online{a, title={T}, url={https://contoh.id}}',
    '@misc{a, title={T}}',
    '@inbook{a, author={A}, title={T}, crossref={b}} @book{b, editor={E}, title={B}, publisher={P}, year=2000}',
    '@article{a, author={A}, title={T}, journal={J}, year={dalam proses}}',
  ])('are none in %s', async (text) => {
    expect(await told(text)).toEqual([])
  })

  it('are named as each format names them', async () => {
    const json = '[{"id": "a", "type": "thesis", "title": "T", "issued": 2000}]'
    expect((await told(json, 'a.json'))[0]?.says).toBe(
      'Entri “a” (thesis) tidak mempunyai “author”, “publisher”.',
    )
    const ris = 'TY  - JOUR\nID  - a\nTI  - T\nPY  - 2000\nER  - \n'
    expect((await told(ris, 'a.ris'))[0]?.says).toBe('Entri “a” (JOUR) tidak mempunyai “AU”, “T2”.')
  })

  it('are not told of an entry that is broken anyhow', async () => {
    expect(await rules('@book{a, author={A, title={T}, year=2000}')).toEqual(['unclosed'])
  })
})

describe('years', () => {
  const year = (value: string) => rules(`@book{a, author={A}, title={T}, publisher={P}, year={${value}}}`)

  it.each(['2O20', '202', '20201', 'l998', '’98', '2099', 'Maret'])('%s is odd', async (value) => {
    expect(await year(value)).toEqual(['odd-year'])
  })

  it.each([
    '2020',
    '2027',
    '2022a',
    '2019/2021',
    '1998--1999',
    '2020-08-17',
    'Agustus 2020',
    '17 Agustus 2020',
    'in press',
    'akan terbit',
    't.t.',
    '1435 H',
    'B.E. 2551',
    'ca. 1990',
    '2020?',
  ])('%s is not', async (value) => {
    expect(await year(value)).toEqual([])
  })

  it('stand where they are told, with what was meant', async () => {
    const text = '@book{a,\n  author = {A}, title = {T}, publisher = {P},\n  year = {2O20}\n}'
    const { diagnostics } = await readBibliography([{ path: 'a.bib', text }], { now })
    expect(diagnostics).toMatchObject([{ place: { start: { line: 3, column: 10 } }, expected: '2020' }])
  })

  it('are in no future when the clock was never set, or nobody asked it', async () => {
    const files = [{ path: 'a.bib', text: '@misc{a, title={T}, year=2099}' }]
    for (const options of [{}, { now: new Date(0) }]) {
      expect((await readBibliography(files, options)).diagnostics).toEqual([])
    }
  })
})

describe('one work under two keys', () => {
  const book = (key: string, more: string) => `@book{${key}, author={Ana, Budi}, publisher={P}, ${more}}\n`

  it.each([
    [
      'the same DOI',
      'title={Satu}, year=2000, doi={10.1/ab}',
      'title={Lain}, year=2001, doi={https://doi.org/10.1/AB}',
    ],
    [
      'title, year and first author',
      'title={Judul: Buku}, year=2000',
      'title={{JUDUL} Buku}, year={2000}, edition={2}',
    ],
  ])('is told: %s', async (_, one, other) => {
    const found = await told(book('a', one) + book('b', other))
    expect(found.map(({ rule, at }) => [rule, at])).toEqual([['same-work', '2:7']])
    expect(found[0]?.says).toContain('“b” dan “a” (a.bib baris 1)')
  })

  it.each([
    ['another year', 'title={Judul}, year=2000', 'title={Judul}, year=2001'],
    ['another volume', 'title={Judul}, year=2000, volume=1', 'title={Judul}, year=2000, volume=2'],
    ['another DOI', 'title={Judul}, year=2000, doi={10.1/a}', 'title={Judul}, year=2000, doi={10.1/b}'],
    ['another title', 'title={Judul}, year=2000', 'title={Judul Lain}, year=2000'],
  ])('is not: %s', async (_, one, other) => {
    expect(await told(book('a', one) + book('b', other))).toEqual([])
  })
})

it('titles all in capitals are told, acronyms are not', async () => {
  const title = (text: string) => rules(`@misc{a, title={${text}}}`)
  expect(await title('ANALISIS KEBIJAKAN PEMERINTAH THAILAND 2015')).toEqual(['capitals'])
  for (const text of [
    'ASEAN',
    'UU ITE DAN HAM',
    'UNODC & IOM',
    'Laporan ASEAN DAN IOM BERSAMA',
    'ประเทศไทย',
  ]) {
    expect(await title(text)).toEqual([])
  }
})

it('crossrefs in a circle are told once, and a parent that is not there with the nearest key', async () => {
  const entry = (key: string, parent: string) =>
    `@inbook{${key}, title={T}, author={A}, booktitle={B}, publisher={P}, year=2000, crossref={${parent}}}\n`
  const { diagnostics } = await readBibliography([
    {
      path: 'a.bib',
      text: entry('satu', 'dua') + entry('dua', 'tiga') + entry('tiga', 'dua') + entry('empat', 'tigaa'),
    },
  ])
  const found = diagnostics.filter(({ ruleId }) => ruleId.includes('crossref'))
  expect(found.map(({ message, hint, place }) => [place?.start.line, message.en, hint?.en])).toEqual([
    [2, 'The crossrefs go in a circle: dua → tiga → dua.', expect.any(String)],
    [
      4,
      'The entry “empat” takes data from “tigaa” (crossref), but there is no such entry.',
      'Did you mean “tiga”?',
    ],
  ])
})

it('abbreviations of one file hold in the next', async () => {
  const { value, diagnostics } = await readBibliography([
    { path: 'singkatan.bib', text: '@string{jhi = {Jurnal HI}}' },
    { path: 'a.bib', text: '@article{a, author={A}, title={T}, journal=jhi, year=2000}' },
  ])
  expect(diagnostics).toEqual([])
  expect(value.get('a')?.item['container-title']).toBe('Jurnal HI')
})
