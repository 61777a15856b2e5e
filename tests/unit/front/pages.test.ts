/** Pages made from templates, the author's own, and scanned ones. */
import { describe, expect, it } from 'vitest'
import { printedDate } from '../../../scripts/render/front/dates.ts'
import { boardDensity } from '../../../scripts/render/front/density.ts'
import { DATA, type Files, PIXEL, renderFront, sectionOf } from './thesis.ts'

describe('a page made from its template', () => {
  it('is made when the profile asks for it, the author does, or its data is there', async () => {
    const has = async (yaml: string, id: string) =>
      sectionOf((await renderFront({ 'naskah.yaml': DATA + yaml })).page, id) !== ''
    expect(await has('', 'pengesahan')).toBe(true)
    expect(await has('front: { pengesahan: false }', 'pengesahan')).toBe(false)
    expect(await has('', 'persetujuan')).toBe(false)
    expect(await has('front: { persetujuan: true }', 'persetujuan')).toBe(true)
    expect(await has('', 'riwayat_hidup')).toBe(false)
    const author = DATA.replace('name: Sari Dewi', 'name: Sari Dewi, birth_date: 2001-03-09')
    const { page } = await renderFront({ 'naskah.yaml': author })
    expect(sectionOf(page, 'riwayat_hidup')).toContain('9 Maret 2001')
    expect(page.sections.at(-1)?.id).toBe('bagian.riwayat_hidup')
  })

  it('is left out, and so is every list and made part, where it is not wanted', async () => {
    const off = ['sampul', 'daftar_isi', 'daftar_tabel', 'daftar_pustaka', 'daftar_singkatan', 'lampiran']
    const files = {
      '01.md': '# Pendahuluan\n\nTabel: Isi\n\n| a |\n| - |\n| b |\n\nPBB [@a].',
      'surat.md': '# Surat\n\nIsi.',
      'pustaka.bib': '@book{a, author={Sari}, title={Judul}, year={2020}}',
    }
    const yaml = `${DATA}chapters: 01.md\nappendices: surat.md\nabbreviations: { PBB: Perserikatan }\n`
    const all = await renderFront({ ...files, 'naskah.yaml': yaml })
    expect(off.filter((id) => sectionOf(all.page, id) === '')).toEqual([])
    const unwanted = `${yaml}front: { ${off.map((id) => `${id}: false`).join(', ')} }\n`
    const { page, said } = await renderFront({ ...files, 'naskah.yaml': unwanted })
    expect(off.filter((id) => sectionOf(page, id) !== '')).toEqual([])
    expect(said.map(({ message }) => message.id).join()).not.toMatch(/Daftar Isi|Daftar Pustaka/)
  })

  it('leaves out what is not known; a draft shows where it is missing', async () => {
    const yaml = 'title: Judul\nauthor: Sari\n'
    const final = sectionOf((await renderFront({ 'naskah.yaml': yaml })).page, 'sampul')
    expect(final).not.toContain('…')
    expect(final).not.toContain('PROGRAM STUDI')
    const draft = sectionOf((await renderFront({ 'naskah.yaml': yaml }, true)).page, 'sampul')
    expect(draft).toMatch(/NIM ……+/)
    expect(draft).toMatch(/PROGRAM STUDI ……+/)
  })

  it('lists the whole board in order, each with a role', async () => {
    const board = `chair: Dr. Ketua
secretary: Dr. Sekretaris
examiners: [Dr. Satu, { name: Dr. Dua, role: Penguji Tamu }]
supervisors: [Dr. Tiga, Dr. Empat]
`
    const { page } = await renderFront({ 'naskah.yaml': `title: Judul\n${board}` })
    const roles = [...sectionOf(page, 'pengesahan').matchAll(/<th scope="row">([^<]*)/g)].map(
      ([, role]) => role,
    )
    expect(roles).toEqual([
      'Ketua Penguji',
      'Sekretaris Penguji',
      'Penguji I',
      'Penguji Tamu',
      'Pembimbing I',
      'Pembimbing II',
    ])
  })

  it('escapes what is typed and keeps the markup of the title', async () => {
    const { page } = await renderFront({ 'naskah.yaml': DATA.replace('Sari Dewi', '"<b>Sari</b> & Dewi"') })
    expect(sectionOf(page, 'sampul')).toContain('&#x3C;b>Sari&#x3C;/b> &#x26; Dewi')
    expect(sectionOf(page, 'sampul')).toContain('KERJA SAMA <em>ANTARNEGARA</em>')
  })

  it('has room for a revenue stamp where it is asked for', async () => {
    const stamped = async (yaml: string) =>
      sectionOf((await renderFront({ 'naskah.yaml': DATA + yaml })).page, 'pernyataan_orisinalitas').includes(
        'class="stamp"',
      )
    expect(await stamped('')).toBe(false)
    expect(await stamped('stamp_duty: true')).toBe(true)
  })
})

it('keywords typed below an abstract are those of the file, before those of naskah.yaml', async () => {
  const keywords = async (files: Files) => (await renderFront(files)).page.keywords
  const given = `${DATA}keywords: [satu, dua]\n`
  expect(await keywords({ 'naskah.yaml': given })).toEqual(['satu', 'dua'])
  const typed = { 'front/abstrak.md': 'Isi.\n\n**Kata kunci:** ASEAN; *soft power*, damai.' }
  expect(await keywords(typed)).toEqual(['ASEAN', 'soft power', 'damai'])
  expect(await keywords({ ...typed, 'naskah.yaml': given })).toEqual(['ASEAN', 'soft power', 'damai'])
  const chapter = { '01.md': '# Abstrak\n\nIsi.\n\nKata kunci: ASEAN\n\n# Pendahuluan\n\nTeks.' }
  expect(await keywords(chapter)).toEqual(['ASEAN'])
  expect(await keywords({ 'front/abstract.md': 'Text.\n\nKeywords: peace' })).toEqual([])
})

describe('a part of that kind', () => {
  it('may be written in Markdown', async () => {
    const { page } = await renderFront({ 'front/pengesahan.md': 'Isi *sendiri*.' })
    expect(sectionOf(page, 'pengesahan')).toContain('HALAMAN PENGESAHAN')
    expect(sectionOf(page, 'pengesahan')).toContain('Isi <em>sendiri</em>')
    expect(sectionOf(page, 'pengesahan')).not.toContain('Dewan Penguji')
  })

  it('may be a page in HTML, of which only harmless things stay', async () => {
    const { page, said } = await renderFront({
      'gambar/logo.png': PIXEL,
      'front/sampul.html': `<div class="cover hacker" id="isi" style="color:red" onclick="a()">
        <h1>{{kindCaps}}</h1><script>a()</script><iframe src="x"></iframe><style>p{}</style>
        <p class="cover-title">{{title}} {{{title}}}</p>
        <img class="cover-logo" src="gambar/logo.png" width="3cm" alt="Lambang">
        {{> _campus}}
      </div>`,
    })
    const cover = sectionOf(page, 'sampul')
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(cover).toContain('<div class="cover">')
    expect(cover).toContain('<p class="strong">SKRIPSI</p>')
    expect(cover).toContain('Kerja Sama <em>Antarnegara</em> Kerja Sama <em>Antarnegara</em>')
    expect(cover).toMatch(
      /<img src="data:image\/png;[^"]*" alt="Lambang" class="cover-logo" style="width:3cm">/,
    )
    expect(cover).toContain('UNIVERSITAS CONTOH')
    expect(cover).not.toMatch(/hacker|color|onclick|script|iframe|p\{\}|id="isi"/)
  })

  it('may have its own heading and its own fragments', async () => {
    const { page } = await renderFront({
      'front/pengesahan.html': '<h1>Lembar Asli</h1><p>x</p><h2>Bawah</h2>',
      'front/_campus.html': '<p>kampus sendiri</p>',
    })
    expect(sectionOf(page, 'pengesahan')).toContain('<h1 id="pengesahan">LEMBAR ASLI</h1>')
    expect(sectionOf(page, 'pengesahan')).not.toMatch(/<h2|HALAMAN PENGESAHAN/)
    expect(page.entries.map(({ title }) => title)).toContain('LEMBAR ASLI')
    expect(sectionOf(page, 'sampul')).toContain('kampus sendiri')
  })

  it('survives a page nested beyond all measure', async () => {
    const { page } = await renderFront({ 'front/sampul.html': `${'<b>'.repeat(6000)}{{kindCaps}}` })
    expect(sectionOf(page, 'sampul')).toMatch(/<p> *SKRIPSI *<\/p>/)
  })

  it('may be scanned', async () => {
    const { page } = await renderFront({
      'naskah.yaml': `${DATA}front: { pengesahan: [a.png, b.png] }\n`,
      'a.png': PIXEL,
      'b.png': PIXEL,
    })
    const scanned = sectionOf(page, 'pengesahan')
    expect(scanned).toMatch(/^<section[^>]* class="front pengesahan scanned"><h1 id="pengesahan">/)
    expect(scanned.match(/<div class="scan"><img src="data:image\/png/g)).toHaveLength(2)
    expect(scanned).toContain('alt="Halaman Pengesahan"')
    expect(page.entries.map(({ id }) => id)).toContain('pengesahan')
  })
})

describe('an abstract', () => {
  it('has its keywords once, those typed below it before those of the configuration', async () => {
    const { page } = await renderFront({
      'naskah.yaml': `${DATA}keywords: { id: [satu, dua], en: [one, two] }\n`,
      'front/abstrak.md': 'Isi.\n\n**Kata kunci:** tiga, empat',
      'front/abstract.md': 'Text.',
    })
    expect(sectionOf(page, 'abstrak')).toMatch(
      /<p class="keywords[^"]*"><strong>Kata kunci:<\/strong> tiga, empat/,
    )
    expect(sectionOf(page, 'abstrak')).not.toContain('satu')
    expect(sectionOf(page, 'abstract')).toContain('<b>Keywords:</b> one, two')
  })
})

describe('a date', () => {
  it.each([
    ['2024-06-17', '17 Juni 2024', '17 June 2024'],
    ['2024-02-30', '2024-02-30', '2024-02-30'],
    ['2024-13-01', '2024-13-01', '2024-13-01'],
    ['17 Juni 2024', '17 Juni 2024', '17 Juni 2024'],
    ['2024', '2024', '2024'],
  ])('%s is printed as %s and %s', (written, id, en) => {
    expect([printedDate(written, 'id'), printedDate(written, 'en')]).toEqual([id, en])
  })
})

describe('signatures', () => {
  const people = (count: number, name = 'Dr. Siti Aminah, S.IP., M.Si.') =>
    Array.from({ length: count }, () => ({ name, id: '196001012000011001' }))
  const area = { width: 14, height: 22.7 }

  it('stand as far apart as their number, their names, the title and the page allow', () => {
    expect(boardDensity('Judul', people(3), area)).toBe('roomy')
    expect(boardDensity('Judul', people(5), area)).toBe('close')
    expect(boardDensity('Judul', people(12), area)).toBe('tight')
    expect(boardDensity('Judul yang panjang sekali '.repeat(12), people(3), area)).not.toBe('roomy')
    expect(boardDensity('Judul', people(3, 'Prof. Dr. Nama Panjang '.repeat(8)), area)).not.toBe('roomy')
    expect(boardDensity('Judul', people(3), { width: 10, height: 15 })).not.toBe('roomy')
  })
})
