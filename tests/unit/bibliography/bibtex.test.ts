import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic, Library } from '../../../scripts/model.ts'
import { parseBibtex } from '../../../scripts/read/bibliography/bibtex-syntax.ts'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'

const bib = (text: string, path = 'pustaka.bib') => readBibliography([{ path, text }])

describe('an awkward BibTeX file', () => {
  let library: Library
  let diagnostics: readonly Diagnostic[]
  let text: string
  const item = (key: string) => library.get(key)?.item

  beforeAll(async () => {
    text = await readFile(new URL('fixtures/janggal.bib', import.meta.url), 'utf8')
    const read = await bib(text)
    library = read.value
    diagnostics = read.diagnostics
  })

  it('tells every mistake at its line and loses no other entry', () => {
    const lineOf = (needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length
    const told = diagnostics
      // The entries are short; what they lack is in works.test.ts.
      .filter(({ ruleId }) => ruleId !== 'bibliography/missing-field')
      .map(({ ruleId, place }) => `${place?.start.line} ${ruleId.replace('bibliography/', '')}`)
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    expect(told).toEqual([
      `${lineOf('author = {Fani')} no-comma`,
      `${lineOf('author = {Gita')} unclosed`,
      `${lineOf('@book{telanjang')} unbraced`,
      `${lineOf('@book{tanpasama')} no-equals`,
      `${lineOf('@book{kunci dengan')} bad-key`,
      `${lineOf('@book{, title')} no-key`,
      `${lineOf('@boook')} unknown-type`,
      `${lineOf('@book{kurung,')} duplicate-key`,
      `${lineOf('@book buka')} no-brace`,
      `${lineOf('@misc{singkatan')} undefined-string`,
      `${lineOf('@misc{takterbaca')} unreadable-value`,
      `${lineOf('@misc{akhir')} unclosed`,
    ])
    expect([...library.keys()].join(' ')).toBe(
      'aksen kurung skripsi tesis banyak dkk laman rentang anak induk koma terbuka telanjang tanpasama salahjenis singkatan takterbaca akhir',
    )
  })

  it('keeps the place of each key', () => {
    for (const [key, { place }] of library) {
      expect(text.slice(place.start.offset, place.end.offset)).toBe(key)
      const line = text.split('\n')[place.start.line - 1] ?? ''
      expect(line.slice(place.start.column - 1, place.end.column - 1)).toBe(key)
    }
  })

  it('reads LaTeX accents in NFC, ligatures and markup', () => {
    expect(item('aksen')).toMatchObject({
      type: 'article-journal',
      author: [
        { family: 'García', given: 'José' },
        { family: 'Ødegård', given: 'Søren' },
      ],
      title: 'Naïf & <i>miring</i>: H₂O',
      'container-title': 'Jurnal & Kajian',
      page: '10-19',
    })
  })

  it('joins strings, in parentheses too, and names the first place of a duplicate', () => {
    expect(item('kurung')).toMatchObject({ title: 'Buku Biasa', publisher: 'Universitas Contoh Press' })
    const duplicate = diagnostics.find(({ ruleId }) => ruleId === 'bibliography/duplicate-key')
    expect(duplicate?.message.id).toContain('pustaka.bib baris 14')
  })

  it('takes the genre from `type` and from Indonesian entry types', () => {
    expect(item('skripsi')).toMatchObject({
      type: 'thesis',
      genre: 'Skripsi',
      publisher: 'Universitas Contoh',
    })
    expect(item('tesis')).toMatchObject({
      type: 'thesis',
      genre: 'Tesis',
      issued: { 'date-parts': [[2016, 8]] },
    })
  })

  it('reads others, letters after years, undated works and ranges', () => {
    expect(item('banyak')).toMatchObject({ author: [{ family: 'Omega' }, { family: 'others' }] })
    expect(item('banyak')?.issued).toEqual({ 'date-parts': [[2023]] })
    expect(item('dkk')).toMatchObject({ author: [{ literal: 'Badan Contoh' }, { family: 'others' }] })
    expect(item('dkk')?.issued).toBeUndefined()
    expect(item('rentang')).toMatchObject({ type: 'report', issued: { 'date-parts': [[2019], [2021]] } })
  })

  it('leaves a lonely dollar and a URL alone, and maps languages', () => {
    expect(item('laman')).toMatchObject({
      type: 'webpage',
      title: 'Harga US$5 Juta',
      URL: 'https://contoh.id/a_b%20c',
      language: 'id',
    })
    expect(item('rentang')?.language).toBe('en')
  })

  it('inherits by crossref and mends what it can', () => {
    expect(item('anak')).toMatchObject({
      'container-title': 'Buku Induk',
      issued: { 'date-parts': [[2010]] },
    })
    expect(item('koma')).toMatchObject({ title: 'Koma Hilang', author: [{ family: 'Fani' }] })
    expect(item('telanjang')).toMatchObject({ title: 'Tanpa Kurung' })
    expect(item('takterbaca')).toMatchObject({ author: [{ family: 'Hadi' }], title: 'begincenter rusak' })
  })
})

describe('several files', () => {
  it('read BibTeX and CSL-JSON together, the first of two equal keys is kept', async () => {
    const { value, diagnostics } = await readBibliography([
      { path: 'a.bib', text: '@book{satu, title = {Satu}}' },
      {
        path: 'b.json',
        text: '[\n  {"id": "dua", "type": "book", "title": "a {b} \\"[c\\""},\n  {"id": "satu", "type": "book"},\n  {"title": "tanpa id"}\n]',
      },
    ])
    expect([...value.values()].map(({ key, file, place }) => [key, file, place.start.line])).toEqual([
      ['satu', 'a.bib', 1],
      ['dua', 'b.json', 2],
    ])
    expect(diagnostics.map(({ ruleId, file, place }) => [ruleId, file, place?.start.line])).toEqual([
      ['bibliography/json-shape', 'b.json', 4],
      ['bibliography/duplicate-key', 'b.json', 3],
      ['bibliography/missing-field', 'a.bib', 1],
      ['bibliography/missing-field', 'b.json', 2],
    ])
  })

  it('keep of CSL-JSON what has the right kind', async () => {
    const work = {
      id: 7,
      type: 'book',
      title: ['a'],
      author: 'Budi',
      editor: [null],
      issued: 2020,
      volume: 3,
    }
    const { value, diagnostics } = await readBibliography([{ path: 'a.json', text: JSON.stringify([work]) }])
    expect(value.get('7')?.item).toEqual({
      id: '7',
      type: 'book',
      author: [{ literal: 'Budi' }],
      issued: { raw: '2020' },
      volume: '3',
    })
    expect(diagnostics.map(({ ruleId, message }) => [ruleId, message.en])).toEqual([
      [
        'bibliography/json-value',
        'In the work “7”, the value of “title”, “editor” is not CSL-JSON and is ignored.',
      ],
      ['bibliography/missing-title', 'The entry “7” has no title.'],
    ])
  })

  it('tell where JSON breaks and which format is not read', async () => {
    const { value, diagnostics } = await readBibliography([
      { path: 'a.json', text: '[{"id": "a",\n "type": }]' },
      { path: 'b.enw', text: '%0 Book' },
    ])
    expect(value.size).toBe(0)
    expect(diagnostics.map(({ ruleId, place }) => [ruleId, place?.start.line])).toEqual([
      ['bibliography/json-syntax', 2],
      ['bibliography/unknown-format', undefined],
    ])
  })
})

it('reads a file with a byte order mark and Windows line endings', async () => {
  const { value, diagnostics } = await bib(
    '\uFEFF@book{a,\r\n  title = {T},\r\n}\r\n@book{b,\r\n  title = {U}\r\n}\r\n',
  )
  expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(Array(2).fill('bibliography/missing-field'))
  expect([...value.values()].map(({ key, place }) => [key, place.start.line, place.start.column])).toEqual([
    ['a', 1, 8],
    ['b', 4, 7],
  ])
})

it('the splitter survives any text, and a good entry behind it is found', () => {
  const piece = fc.oneof(
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
      '@book{',
      '@string{',
      'title',
      '1',
      '(',
    ),
    fc.string({ maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { entries } = parseBibtex(`${pieces.join('')}\n@book{utuh, title = {Utuh}}`)
      expect(entries.find(({ key }) => key === 'utuh')?.fields).toEqual({ title: 'Utuh' })
    }),
    { numRuns: 300 },
  )
})
