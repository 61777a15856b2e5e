/** The front matter as it is printed: each page is one page, in order, with everything where people look for it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyLines, type ReadLine, type ReadPage } from './read-pdf.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const MARGINS = { left: 4, top: 4, right: 3, bottom: 3 }
const NIP = '"196001012000011001"'
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="210" height="297"><circle r="90" cx="105" cy="148"/></svg>'

/** A long title, five examiners, three supervisors, names with all their degrees. */
const CROWDED = `title: Pengaruh Kerja Sama Pemerintah Republik Indonesia dan *International Organization for Migration* terhadap Upaya Pencegahan, Penindakan, dan Pemulihan Korban Perdagangan Manusia Lintas Negara di Kawasan Asia Tenggara
author:
  name: Sari Dewi
  id: "14010420130123"
  birth_place: Semarang
  birth_date: 2001-03-09
  education: [{ years: 2016–2019, school: SMA Negeri 1 Contoh }]
supervisors:
  - { name: "Prof. Dr. Ir. Suharto Wicaksono Adiputra, S.H., M.Hum., Ph.D.", id: ${NIP} }
  - { name: "Dr. Siti Aminah, S.IP., M.Si.", id: ${NIP} }
  - { name: "Budi Santoso, S.Sos., M.A.", id: ${NIP} }
examiners:
${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'].map((name) => `  - { name: "Prof. Dr. Penguji ${name} Kusumaatmadja, S.H., M.Hum.", id: ${NIP} }\n`).join('')}dean: { name: "Prof. Dr. Dekan, M.Si.", id: ${NIP} }
programme_head: { name: "Dr. Ketua, M.Si.", id: ${NIP} }
programme: Hubungan Internasional
faculty: Fakultas Ilmu Sosial dan Ilmu Politik
university: Universitas Contoh
city: Semarang
year: 2024
degree: Sarjana Hubungan Internasional
date: 2024-06-17
stamp_duty: true
`
const TEXT = { '01.md': '# Pendahuluan\n\nTeks.' }

const middle = ({ left, right }: ReadLine) => (left + right) / 2
const CENTRE = (MARGINS.left + 21 - MARGINS.right) / 2

describe('crowded front pages', () => {
  let printed: PrintedThesis

  beforeAll(async () => {
    printed = await printThesis({
      ...TEXT,
      'naskah.yaml': `${CROWDED}front: { persetujuan: true, persetujuan_publikasi: true }\n`,
    })
  })

  const pageOf = (part: string): ReadPage => {
    const own = printed.pages.filter((_, at) => printed.map.pages[at]?.section === `bagian.${part}`)
    expect(own, part).toHaveLength(1)
    return own[0] as ReadPage
  }
  const linesOf = (part: string) => bodyLines(pageOf(part), MARGINS)

  it('are one page each, in order, and nothing is wrong with them', () => {
    expect(printed.diagnostics).toEqual([])
    expect(printed.map.pages.map(({ section }) => section.replace('bagian.', ''))).toEqual([
      'sampul',
      'halaman_judul',
      'persetujuan',
      'pengesahan',
      'pernyataan_orisinalitas',
      'persetujuan_publikasi',
      'daftar_isi',
      'pendahuluan',
      'riwayat_hidup',
    ])
  })

  it('fill the cover from the first to the last line, centred', () => {
    const lines = linesOf('sampul')
    expect(lines[0]?.text).toMatch(/^PENGARUH KERJA SAMA/)
    expect(lines.at(-1)?.text).toBe('2024')
    expect((lines.at(-1)?.baseline ?? 0) - (lines[0]?.baseline ?? 0)).toBeGreaterThan(20)
    for (const line of lines) expect(middle(line), line.text).toBeCloseTo(CENTRE, 1)
    expect(lines.map(({ text }) => text)).toContain('NIM 14010420130123')
    expect(lines[0]).toMatchObject({
      size: expect.closeTo(14, 1),
      fonts: expect.arrayContaining(['Tinos-Bold']),
    })
  })

  it('have the whole board on one page, its lines to sign below each other', () => {
    const lines = linesOf('pengesahan')
    const signed = lines.filter(({ text }) => text.endsWith('…)'))
    expect(signed.map(({ text }) => text.split(' Prof.')[0]?.split(/ (?:Dr|Budi)/)[0])).toEqual([
      'Penguji I',
      'Penguji II',
      'Penguji III',
      'Penguji IV',
      'Penguji V',
      'Pembimbing I',
      'Pembimbing II',
      'Pembimbing III',
    ])
    for (const line of signed) expect(line.right, line.text).toBeCloseTo(signed[0]?.right ?? 0, 1)
    expect(lines.at(-2)?.text).toBe('Prof. Dr. Dekan, M.Si.')
    expect(lines.map(({ text }) => text)).toContain('Semarang, 17 Juni 2024')
  })

  it('set two supervisors side by side, the third below, the head of the programme last', () => {
    const texts = linesOf('persetujuan').map(({ text }) => text)
    expect(texts).toContain('Pembimbing I, Pembimbing II,')
    expect(texts.indexOf('Pembimbing III,')).toBeGreaterThan(texts.indexOf('Pembimbing I, Pembimbing II,'))
    expect(texts.at(-2)).toBe('Dr. Ketua, M.Si.')
  })

  it('leave room for the stamp between the date and the name', () => {
    const lines = linesOf('pernyataan_orisinalitas')
    const at = (text: string) => lines.find((line) => line.text === text)?.baseline ?? Number.NaN
    expect(at('Meterai')).toBeGreaterThan(at('Yang menyatakan,'))
    expect(at('Sari Dewi') - at('Yang menyatakan,')).toBeGreaterThan(2)
  })

  it('end with the life of the author', () => {
    expect(linesOf('riwayat_hidup').map(({ text }) => text)).toEqual([
      'RIWAYAT HIDUP',
      'Nama : Sari Dewi',
      'NIM : 14010420130123',
      'Tempat, tanggal lahir : Semarang, 9 Maret 2001',
      'Program Studi : Hubungan Internasional',
      'Pendidikan',
      '2016–2019 SMA Negeri 1 Contoh',
    ])
  })
})

describe('front pages in English, one of them scanned, printed on both sides', () => {
  it('are one page each, and each scan fills a page that the contents name', async () => {
    const printed = await printThesis(
      {
        ...TEXT,
        'scan.svg': PICTURE,
        'naskah.yaml': `${CROWDED}language: en\nfront: { pengesahan: [scan.svg, scan.svg], persetujuan: true, persetujuan_publikasi: true }\n`,
      },
      {
        profile: (profile) => ({ ...profile, sides: 'two' }),
      },
    )
    expect(printed.diagnostics).toEqual([])
    const sections = printed.map.pages.map(({ section }) => section.replace('bagian.', ''))
    expect(sections).toEqual([
      'sampul',
      'halaman_judul',
      'persetujuan',
      'pengesahan',
      'pengesahan',
      'pernyataan_orisinalitas',
      'persetujuan_publikasi',
      'daftar_isi',
      'pendahuluan',
      'riwayat_hidup',
    ])
    const [scan] = printed.pages.filter((_, at) => sections[at] === 'pengesahan') as [ReadPage]
    expect(scan.label).toBe('iii')
    const contents = printed.pages[sections.indexOf('daftar_isi')] as ReadPage
    expect(contents.lines.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^APPROVAL PAGE.*iii$/),
    )
    const outline = (await printed.document.getOutline()) ?? []
    expect(outline.map(({ title }) => title)).toContain('APPROVAL PAGE')
  })
})
