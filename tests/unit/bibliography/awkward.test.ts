/** BibTeX as programs and people write it: no good entry is lost, whatever stands beside it. */
import { describe, expect, it } from 'vitest'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'

interface Case {
  readonly name: string
  readonly text: string
  /** Keys of the library, in order. */
  readonly keys: readonly string[]
  /** Findings of syntax and names, without what the entries lack. */
  readonly told?: readonly string[]
  /** Of the last work. */
  readonly item?: Readonly<Record<string, unknown>>
}

const CASES: readonly Case[] = [
  {
    name: 'accents in LaTeX',
    text: String.raw`@book{x, author={S{\"u}ss, Ren{\'e} and {\O}lsen, \AA sa and D\'{\i}az, \v{Z}ivko}, title={R\'esum\'e \& M\"{u}nchen}, year=2003}`,
    keys: ['x'],
    item: {
      author: [
        { family: 'Süss', given: 'René' },
        { family: 'Ølsen', given: 'Åsa' },
        { family: 'Díaz', given: 'Živko' },
      ],
      title: 'Résumé & München',
    },
  },
  {
    name: 'abbreviations, joined parts, months',
    text: '@string{ui = "Universitas Indonesia"}\n@book{x, author="Rini", title="Satu " # "Dua", month=feb, publisher=ui # " Press", year=2003}',
    keys: ['x'],
    item: {
      title: 'Satu Dua',
      publisher: 'Universitas Indonesia Press',
      issued: { 'date-parts': [[2003, 2]] },
    },
  },
  {
    name: 'a parent behind its child',
    text: '@incollection{x, author={Rini}, title={Bab Dua}, pages={3--7}, crossref={induk}}\n@book{induk, editor={Tono, U.}, title={Antologi}, publisher={P}, year={2011}}\n@incollection{y, author={Rini}, title={Bab Tiga}, crossref={induk}}',
    keys: ['x', 'induk', 'y'],
    item: { 'container-title': 'Antologi', editor: [{ family: 'Tono', given: 'U.' }], publisher: 'P' },
  },
  {
    name: 'BibLaTeX as Zotero writes it',
    text: '@online{x, author={Rini}, title={T}, subtitle={S}, date={2021-09-01}, urldate={2022-10-11}, url={https://contoh.id/a_b}, langid={indonesian}, keywords={a,b}, file={C\\:/x.pdf}}\n@article{y, author={Rini}, title={U}, journaltitle={Jurnal}, shortjournal={J}, date={2018-04}, volume={3}, number={1}, pages={1--2}, langid={english}}',
    keys: ['x', 'y'],
    item: { 'container-title': 'Jurnal', issued: { 'date-parts': [[2018, 4]] }, issue: '1', language: 'en' },
  },
  {
    name: 'Mendeley: two pairs of braces, escaped signs, paths',
    text: '@article{x,\nauthor = {Rini, A. and Tono, B.},\ntitle = {{Dampak {\\&} Arah Kebijakan: 50{\\%}}},\njournal = {{Jurnal {\\&} Kajian}},\nfile = {:C$\\backslash$:/d e.pdf:pdf},\nmendeley-groups = {a/b},\nurl = {https://contoh.id/a{\\_}b},\nyear = {2020}\n}',
    keys: ['x'],
    item: {
      title: 'Dampak & Arah Kebijakan: 50%',
      'container-title': 'Jurnal & Kajian',
      URL: 'https://contoh.id/a_b',
    },
  },
  {
    name: 'JabRef: encoding, groups, long texts nobody prints',
    text: '% Encoding: UTF-8\n\n@Book{x,\n  author    = {Rini},\n  title     = {T},\n  abstract  = {Rusak \\begin{center} $ x},\n  groups    = {a},\n  timestamp = {2020.01.02},\n}\n\n@Comment{jabref-meta: databaseType:bibtex;}',
    keys: ['x'],
  },
  {
    name: 'a brace that is never closed, before a good entry',
    text: '@book{rusak, author={Rini, A., title={X}, year=2003}\n\n@book{baik, title={Y}}',
    keys: ['rusak', 'baik'],
    told: ['1 unclosed'],
    item: { title: 'Y' },
  },
  {
    name: 'a comma that is missing',
    text: '@book{x, author={Rini} title={X}}\n@book{baik, title={Y}}',
    keys: ['x', 'baik'],
    told: ['1 no-comma'],
  },
  {
    name: 'a key twice',
    text: '@book{x, title={X}}\n@book{x, title={Y}}',
    keys: ['x'],
    told: ['2 duplicate-key'],
    item: { title: 'X' },
  },
  {
    name: 'bodies in braces',
    text: '@techreport{x, author={{United Nations Office on Drugs and Crime} and {IOM}}, title={X}, institution={UNODC}, year=2021}',
    keys: ['x'],
    item: {
      type: 'report',
      author: [{ literal: 'United Nations Office on Drugs and Crime' }, { literal: 'IOM' }],
    },
  },
  {
    name: 'bodies without braces',
    text: '@misc{x, author={Bank Indonesia and Kementerian Riset dan Teknologi}, title={X}}',
    keys: ['x'],
    told: ['1 unbraced-body', '1 unbraced-body'],
    item: { author: [{ literal: 'Bank Indonesia' }, { literal: 'Kementerian Riset dan Teknologi' }] },
  },
  {
    name: 'no key, a key with a space',
    text: '@book{, title={X}}\n@book{dua kata, title={Y}}\n@book{baik, title={Z}}',
    keys: ['baik'],
    told: ['1 no-key', '2 bad-key'],
  },
  {
    name: 'works without a date, ranges, letters behind the year',
    text: '@misc{x, title={X}, year={t.t.}}\n@misc{y, title={Y}, date={2018/2020}}\n@misc{z, title={Z}, year={2021b}}',
    keys: ['x', 'y', 'z'],
    item: { issued: { 'date-parts': [[2021]] } },
  },
  {
    name: 'text around entries, comments, parentheses, percent signs',
    text: 'Catatan saya@contoh.id\n% lama: @book{lama, title={L}}\n@comment{x y}\n@preamble{"\\def\\x{y}"}\n@book(x, title={25\\% saja}, author={Rini})',
    keys: ['x'],
    item: { title: '25% saja' },
  },
  {
    name: 'a byte order mark, Windows line endings, types of one’s own, months in Indonesian',
    text: '\uFEFF@skripsi{x,\r\n author={Rini},\r\n title={Kata “ini”},\r\n month=juli,\r\n year=2001}\r\n@thesis{y, author={Tono}, title={Y}, type={Disertasi}, institution={UI}, date={2019}}',
    keys: ['x', 'y'],
    item: { type: 'thesis', genre: 'Disertasi' },
  },
  {
    name: 'others, braces within quotes, math and addresses',
    text: '@article{x, author={Rini, A. and others}, title="{B}agian $y^2$ dan \\textit{miring}", note={\\url{https://contoh.id/c_d}}}',
    keys: ['x'],
    item: {
      title: 'Bagian y² dan <i>miring</i>',
      author: [{ family: 'Rini', given: 'A.' }, { family: 'others' }],
    },
  },
]

describe.each(CASES)('$name', ({ text, keys, told = [], item = {} }) => {
  it('loses no good entry', async () => {
    const { value, diagnostics } = await readBibliography([{ path: 'a.bib', text }])
    expect([...value.keys()]).toEqual(keys)
    const found = diagnostics
      .map(({ ruleId, place }) => `${place?.start.line} ${ruleId.replace('bibliography/', '')}`)
      .filter((finding) => !finding.endsWith('missing-field') && !finding.endsWith('missing-title'))
    expect(found).toEqual(told)
    expect(value.get(keys.at(-1) ?? '')?.item).toMatchObject(item)
  })
})
