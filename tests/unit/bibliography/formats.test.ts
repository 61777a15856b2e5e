/** CSL-YAML, RIS and damaged CSL-JSON: work by work, every problem at its place. */
import { describe, expect, it } from 'vitest'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'

async function read(path: string, text: string) {
  const { value, diagnostics } = await readBibliography([{ path, text }])
  return {
    item: (key: string) => value.get(key)?.item,
    keys: [...value.keys()],
    lines: [...value.values()].map(({ place }) => place.start.line),
    told: diagnostics.map(
      ({ ruleId, place }) =>
        `${place?.start.line}:${place?.start.column} ${ruleId.replace('bibliography/', '')}`,
    ),
    diagnostics,
  }
}

describe('CSL-YAML', () => {
  const PANDOC = `---
nocite: "@*"
references:
- id: midhol2022
  type: thesis
  title: "Perdagangan Orang: *Kajian* [IOM]{.nocase}"
  author:
  - family: Midhol
  genre: Skripsi
  publisher: Universitas Contoh
  issued: 2022-08-17
- author:
    family: Ana
    given: Budi
  id: ana2019
  type: article-journal
  title: Judul
  container-title: Jurnal
  volume: 010
  issued:
    - year: 2019
      month: 3
# akhir
other: x
...
`

  it('is read as pandoc writes it', async () => {
    const { item, keys, lines, told } = await read('a.yaml', PANDOC)
    expect({ keys, lines, told }).toEqual({ keys: ['midhol2022', 'ana2019'], lines: [4, 12], told: [] })
    expect(item('midhol2022')).toEqual({
      id: 'midhol2022',
      type: 'thesis',
      title: 'Perdagangan Orang: <i>Kajian</i> <span class="nocase">IOM</span>',
      author: [{ family: 'Midhol' }],
      genre: 'Skripsi',
      publisher: 'Universitas Contoh',
      issued: { 'date-parts': [[2022, 8, 17]] },
    })
    expect(item('ana2019')).toMatchObject({
      author: [{ family: 'Ana', given: 'Budi' }],
      volume: '010',
      issued: { 'date-parts': [[2019, 3]] },
    })
  })

  it('is read as a list by itself, with Windows line endings, and in one line', async () => {
    const list = await read(
      'a.yml',
      '- id: a\r\n  type: document\r\n  title: A\r\n- id: b\r\n  type: document\r\n  title: B\r\n',
    )
    expect(list).toMatchObject({ keys: ['a', 'b'], lines: [1, 4], told: [] })
    const line = await read('a.yaml', 'references: [{id: a, type: document, title: A}]\n')
    expect(line).toMatchObject({ keys: ['a'], told: [] })
  })

  it('has its marks read and its escapes undone, each once', async () => {
    const titles = {
      '\\*penting\\* dan *miring*': '*penting* dan <i>miring</i>',
      '*miring\\* terus*': '<i>miring* terus</i>',
      '**tebal \\[a\\]**': '<b>tebal [a]</b>',
      '*satu **dua** [TIGA]{.nocase}*': '<i>satu <b>dua</b> <span class="nocase">TIGA</span></i>',
      '\\[IOM]{.nocase} \\\\*a*': '[IOM]{.nocase} \\<i>a</i>',
      '2 * 3 * 4 ** 5': '2 * 3 * 4 ** 5',
    }
    for (const [typed, title] of Object.entries(titles)) {
      const { item } = await read('a.yaml', `- id: a\n  type: document\n  title: '${typed}'\n`)
      expect(item('a')?.title).toBe(title)
    }
  })

  it('is not said to be read in part when its works cannot be told apart', async () => {
    const whole = await read('a.yaml', 'references: [{id: a, type: document, title: "A}]\n')
    expect(whole.keys).toEqual([])
    expect(whole.diagnostics[0]?.message.id).toContain('Tidak satu pun karya di berkas ini dibaca.')
    const one = await read('a.yaml', '- id: a\n  title: "A\n- id: b\n  type: document\n  title: B\n')
    expect(one.keys).toEqual(['b'])
    expect(one.diagnostics[0]?.message.id).toContain('karya lain tetap dibaca')
  })

  it('loses nothing but the work that is broken', async () => {
    const text = `references:
- id: a
  type: document
  title: Judul: Anak
- id: b
  type: document
  title: B
- type: document
  title: tanpa id
- id: c
  type: document
  title: "tidak ditutup
- id: d
  type: document
  title: {a: 1}
`
    const { keys, told } = await read('a.yaml', text)
    expect(keys).toEqual(['b', 'd'])
    expect(told).toEqual([
      '4:10 yaml-syntax',
      '12:24 yaml-syntax',
      '8:1 json-shape',
      '13:1 json-value',
      '13:1 missing-title',
    ])
  })

  it('tells what is no list of works', async () => {
    for (const text of ['', 'title: x\n', 'x', '- 1']) {
      expect((await read('a.yaml', text)).told.join()).toContain('json-shape')
    }
    expect((await read('a.yaml', `- id: ${'['.repeat(60)}`)).told).toEqual(['1:1 yaml-too-deep'])
  })
})

describe('RIS', () => {
  const ZOTERO = `TY  - JOUR
TI  - Judul Artikel
AU  - Midhol, Ana
AU  - Wahyuni, Made Dwi
T2  - Jurnal Contoh
DA  - 2022/08/17/
PY  - 2022
VL  - 2
IS  - 1
SP  - 1
EP  - 9
DO  - https://doi.org/10.1234/contoh
LA  - Indonesian
AB  - Ringkasan
yang panjang
ER  - 

TY  - RPRT
AU  - Kementerian Luar Negeri
TI  - Laporan
   Tahunan
PB  - Kemlu
CY  - Jakarta
PY  - 2020///
ER  - 
`

  it('is read as Zotero writes it, with keys made of name and year', async () => {
    const { item, keys, told, diagnostics } = await read('a.ris', `\uFEFF${ZOTERO}`.replaceAll('\n', '\r\n'))
    expect(keys).toEqual(['midhol2022', 'kementerian2020'])
    expect(told).toEqual(['1:1 ris-keys'])
    expect(diagnostics[0]?.message.id).toContain('“midhol2022”, “kementerian2020”')
    expect(item('midhol2022')).toEqual({
      id: 'midhol2022',
      type: 'article-journal',
      title: 'Judul Artikel',
      author: [
        { family: 'Midhol', given: 'Ana' },
        { family: 'Wahyuni', given: 'Made Dwi' },
      ],
      'container-title': 'Jurnal Contoh',
      issued: { 'date-parts': [[2022, 8, 17]] },
      volume: '2',
      issue: '1',
      page: '1-9',
      DOI: '10.1234/contoh',
      language: 'id',
    })
    expect(item('kementerian2020')).toMatchObject({
      type: 'report',
      title: 'Laporan Tahunan',
      author: [{ literal: 'Kementerian Luar Negeri' }],
      'publisher-place': 'Jakarta',
      issued: { 'date-parts': [[2020]] },
    })
  })

  const record = (title: string, id = '') =>
    `TY  - GEN\n${id && `ID  - ${id}\n`}AU  - Midhol, Ana\nPY  - 2022\nTI  - ${title}\nER  - \n`

  it('loses no work to a key that was made for another', async () => {
    const { keys, told, item } = await read('a.ris', record('Satu') + record('Dua', 'midhol2022'))
    expect(keys).toEqual(['midhol2022b', 'midhol2022'])
    expect(told).toEqual(['1:1 ris-keys'])
    expect(item('midhol2022')?.title).toBe('Dua')
  })

  it('makes keys that differ over all files, and from those typed in any of them', async () => {
    const { value, diagnostics } = await readBibliography([
      { path: 'a.ris', text: record('Satu') },
      { path: 'b.ris', text: record('Dua') },
      { path: 'c.bib', text: '@misc{midhol2022, title = {Tiga}}' },
      { path: 'd.json', text: '[{"id": "midhol2022b", "type": "document", "title": "Empat"}]' },
    ])
    expect([...value].map(([key, work]) => [key, work.item.title])).toEqual([
      ['midhol2022c', 'Satu'],
      ['midhol2022d', 'Dua'],
      ['midhol2022', 'Tiga'],
      ['midhol2022b', 'Empat'],
    ])
    expect(diagnostics.map(({ ruleId, file }) => `${file} ${ruleId}`)).toEqual([
      'a.ris bibliography/ris-keys',
      'b.ris bibliography/ris-keys',
    ])
  })

  it('reads chapters, theses, web pages and the older tags', async () => {
    const { item, told } = await read(
      'a.ris',
      `TY  - CHAP
ID  - bab
T1  - Bab
A1  - Ana, B.
A2  - Eka, C.
BT  - Buku
PB  - P
Y1  - 2010//
SP  - 10-20
ER  - 
TY  - THES
ID  - tesis
TI  - Tesis
AU  - Ana
A3  - Pembimbing
M3  - Tesis
PB  - U
PY  - t.t.
ER  - 
TY  - ELEC
ID  - laman
TI  - Laman
UR  - https://contoh.id
Y2  - 2023/08/05/
ER  - 
`,
    )
    expect(told).toEqual([])
    expect(item('bab')).toMatchObject({
      type: 'chapter',
      'container-title': 'Buku',
      editor: [{ family: 'Eka', given: 'C.' }],
      page: '10-20',
    })
    expect(item('tesis')).toEqual({
      id: 'tesis',
      type: 'thesis',
      title: 'Tesis',
      author: [{ family: 'Ana' }],
      genre: 'Tesis',
      publisher: 'U',
    })
    expect(item('laman')).toMatchObject({
      type: 'webpage',
      URL: 'https://contoh.id',
      accessed: { 'date-parts': [[2023, 8, 5]] },
    })
  })

  it('tells what is wrong at its line and loses no work', async () => {
    const { keys, told } = await read(
      'a.ris',
      `catatan
TY  - GEN
ID  - satu dua
TI  - A
TY  - BUKU
ID  - b
TI  - B
PY  - 2O20
ER  - 
TY  - GEN
ID  - b
TI  - C
ER  - 
`,
    )
    expect(keys).toEqual(['satu-dua', 'b'])
    expect(told).toEqual([
      '1:1 ris-outside',
      '3:1 bad-key',
      '2:1 ris-no-end',
      '5:1 unknown-type',
      '10:1 duplicate-key',
      '8:1 odd-year',
    ])
  })
})

it('a damaged CSL-JSON file loses nothing but what is damaged', async () => {
  const text = `[
  {"id": "a", "type": "document", "title": "A"},
  {"id": "b", "type": "document", "title": "B},
  {"id": "c", "type": "document", "title": "C", "author": [{"family": "Ana"}]},
  {"id": "d", "type": "document", "title": "D",
  {"id": "e", "type": "document", "title": "E"}
]`
  const { keys, told } = await read('a.json', text)
  expect(keys).toEqual(['a', 'c', 'e'])
  expect(told).toEqual(['3:48 json-syntax'])
})

it.each([
  ['a.json', '[{"id": "a\\ud800", "type": "document", "title": "A"}]'],
  ['a.yaml', '- id: "a\\ud800"\n  type: document\n  title: A\n'],
  ['a.ris', 'TY  - GEN\nID  - a\ud800\nTI  - A\nER  - \n'],
  ['a.bib', '@misc{a\ud800, title = {A}}'],
])('half a character in a key of %s is made a whole one', async (path, text) => {
  const { keys, told, item } = await read(path, text)
  expect({ keys, told, id: item('a\ufffd')?.id }).toEqual({ keys: ['a\ufffd'], told: [], id: 'a\ufffd' })
})

it('a key made of letters that take two units each ends with a whole one', async () => {
  const name = `a${'𐐨'.repeat(60)}`
  const { keys } = await read('a.ris', `TY  - GEN\nAU  - ${name}\nPY  - 2022\nTI  - A\nER  - \n`)
  expect(() => encodeURIComponent(String(keys[0]))).not.toThrow()
})
