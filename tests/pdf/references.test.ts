/** References and lists in the finished file: every link leads to the page of what it names. */
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyLines } from './read-pdf.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const MARGINS = { top: 4, bottom: 3 }
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90"><rect width="200" height="90" fill="none" stroke="#000"/></svg>'
const TEXT = 'Kalimat pengisi halaman yang tidak menyebut apa-apa. '.repeat(60)
const LONG = 'Judul panjang yang melewati satu baris daftar karena tidak punya bentuk pendek sama sekali'

const FILES = {
  'naskah.yaml': `chapters: [1.md, 2.md]
appendices: [a.md, b.md]
abbreviations: {IOM: International Organization for Migration, PBB: Perserikatan Bangsa-Bangsa, UU: Undang-Undang}
`,
  '1.md': `# Pendahuluan

Perserikatan Bangsa-Bangsa (PBB) dan International Organization for Migration (IOM).

Acuan [@fig:a; @fig:b; @fig:c], @tbl:lebar, @lamp:b, Tabel L2.1, Bab II, dan [dalam](#sec:dalam).

${TEXT}

![${LONG}](p.svg){#fig:a}

![${LONG}](p.svg){#fig:b short="Judul pendek"}
`,
  '2.md': `# Hasil

${TEXT}

![Sesudah teks](p.svg){#fig:c}

: Tabel yang lebar {#tbl:lebar .landscape}

| a | b |
|---|---|
| 1 | 2 |

## Dalam {#sec:dalam}

Menurut IOM dan PBB.
`,
  'a.md': `# Kuesioner\n\n${TEXT}`,
  'b.md': '# Data {#lamp:b}\n\n: Data\n\n| a |\n|---|\n| 1 |\n',
  'p.svg': SVG,
}

let printed: PrintedThesis

beforeAll(async () => {
  printed = await printThesis(FILES, {
    profile: (profile) => ({ ...profile, appendices: { ...profile.appendices, title_page: true } }),
  })
}, 60_000)

const texts = () =>
  printed.pages.map((page) =>
    bodyLines(page, MARGINS)
      .map(({ text }) => text)
      .join(' '),
  )
const pageWith = (mark: string) => texts().findLastIndex((text) => text.includes(mark))

/** Pages the links of a page lead to, by destination. */
async function linksOn(page: number): Promise<Map<string, number>> {
  const { document } = printed
  const annotations = await (await document.getPage(page + 1)).getAnnotations()
  const links = new Map<string, number>()
  for (const { dest } of annotations) {
    if (typeof dest !== 'string') continue
    const target = await document.getDestination(dest)
    if (target) links.set(dest, await document.getPageIndex(target[0]))
  }
  return links
}

describe('references', () => {
  it('lead to the pages of what they name', async () => {
    expect(await linksOn(pageWith('Acuan'))).toEqual(
      new Map([
        ['gambar-11', pageWith('Gambar 1.1')],
        ['gambar-12', pageWith('Gambar 1.2')],
        ['gambar-21', pageWith('Gambar 2.1')],
        ['tabel-21', pageWith('Tabel yang lebar')],
        ['data', pageWith('Lampiran 2 Data')],
        ['tabel-l21', pageWith('Tabel L2.1 Data')],
        ['hasil', pageWith('BAB II HASIL')],
        ['dalam', pageWith('2.1 Dalam')],
      ]),
    )
    expect(texts()[pageWith('Acuan')]).toContain(
      'Acuan Gambar 1.1, 1.2, dan 2.1, Tabel 2.1, Lampiran 2, Tabel L2.1, Bab II, dan dalam.',
    )
  })
})

describe('lists', () => {
  it('follow the contents, each with the pages of its lines', async () => {
    const first = pageWith('DAFTAR ISI')
    const titles = ['DAFTAR TABEL', 'DAFTAR GAMBAR', 'DAFTAR SINGKATAN', 'DAFTAR LAMPIRAN']
    expect(titles.map((title) => pageWith(title) - first)).toEqual([1, 2, 3, 4])
    const figures = texts()[pageWith('DAFTAR GAMBAR')] ?? ''
    expect(figures).toMatch(/Gambar 1\.2 Judul pendek \d+ Gambar 2\.1 Sesudah teks \d+$/)
    expect(texts()[pageWith('DAFTAR SINGKATAN')]).toBe(
      'DAFTAR SINGKATAN IOM International Organization for Migration PBB Perserikatan Bangsa-Bangsa',
    )
    const label = (mark: string) => printed.map.pages[pageWith(mark)]?.label
    expect(texts()[pageWith('DAFTAR LAMPIRAN')]).toBe(
      `DAFTAR LAMPIRAN Lampiran 1 Kuesioner ${label('Lampiran 1 Kuesioner')} Lampiran 2 Data ${label('Lampiran 2 Data')}`,
    )
  })
})

describe('appendices', () => {
  it('begin on pages of their own, behind one with their heading', () => {
    const heading = printed.pages.findIndex((page) => bodyLines(page, MARGINS)[0]?.text === 'LAMPIRAN')
    expect(texts()[heading]).toBe('LAMPIRAN')
    expect(texts()[heading + 1]).toMatch(/^Lampiran 1 Kuesioner Kalimat/)
    expect(texts().at(-1)).toMatch(/^Lampiran 2 Data Tabel L2\.1 Data/)
    expect(texts().filter((text) => text === '')).toEqual([])
  })

  it('and all the rest are printed as they were laid out', () => {
    expect(printed.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  })
})
