/** The finished PDF of the sample thesis, read back: would a librarian with a ruler accept it? */
import { beforeAll, describe, expect, it } from 'vitest'
import { type BuiltThesis, buildThesis } from './build.ts'
import { bodyLines, type ReadLine, type ReadPage, type ReadPdf, readPdfFile } from './read-pdf.ts'

const MARGINS = { left: 4, top: 4, right: 3, bottom: 3 }
const TEXT_RIGHT = 21 - MARGINS.right
/** Word's double spacing of 12 pt Times: 2 x 1.15 x 12. */
const DOUBLE_PT = 27.6
const PT_PER_CM = 72 / 2.54

let built: BuiltThesis
let pdf: ReadPdf

beforeAll(async () => {
  built = await buildThesis('chapters')
  pdf = await readPdfFile(built.pdf.bytes)
}, 60_000)

/** The pages of a section of the document. */
function pagesOf(section: string): ReadPage[] {
  return pdf.pages.filter((_, at) => built.pdf.map.pages[at]?.section === `bagian.${section}`)
}

function chapterPages(): ReadPage[][] {
  const ids = built.page.sections.filter((section) => section.zone === 'body').map((section) => section.id)
  return ids.map((id) => pdf.pages.filter((_, at) => built.pdf.map.pages[at]?.section === id))
}

/** The number in the margin of a page. */
function pageNumber(page: ReadPage): ReadLine | undefined {
  return page.lines.find(
    ({ baseline }) => baseline < MARGINS.top - 0.5 || baseline > page.height - MARGINS.bottom + 0.3,
  )
}

const flat = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

describe('the thesis as a whole', () => {
  it('has no diagnostic', () => {
    expect(built.diagnostics).toEqual([])
  })

  it('has between 40 and 60 pages of A4', () => {
    expect(pdf.pages.length).toBeGreaterThanOrEqual(40)
    expect(pdf.pages.length).toBeLessThanOrEqual(60)
    for (const page of pdf.pages) {
      expect(page.width).toBeCloseTo(21, 1)
      expect(page.height).toBeCloseTo(29.7, 1)
    }
  })

  it('keeps all text inside the margins', () => {
    for (const page of pdf.pages) {
      for (const line of bodyLines(page, MARGINS)) {
        expect(line.left, line.text).toBeGreaterThan(MARGINS.left - 0.02)
        expect(line.right, line.text).toBeLessThan(TEXT_RIGHT + 0.1)
      }
    }
  })

  it('embeds Tinos and no other font', () => {
    const fonts = new Set(pdf.pages.flatMap((page) => page.lines.flatMap((line) => line.fonts)))
    expect([...fonts].sort()).toEqual(
      ['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular'].filter((name) => fonts.has(name)),
    )
    expect(fonts).toContain('Tinos-Regular')
  })

  it('takes at most 12 KB a page', () => {
    expect(built.pdf.bytes.length / pdf.pages.length).toBeLessThan(12 * 1024)
  })

  it('is the same file when it is built twice', async () => {
    const again = await buildThesis('chapters')
    expect(Buffer.compare(again.pdf.bytes, built.pdf.bytes)).toBe(0)
    expect(again.page.html).toBe(built.page.html)
  }, 60_000)
})

describe('what viewers show beside the pages', () => {
  it('names title, author and language, and is tagged', async () => {
    const { info } = await pdf.document.getMetadata()
    expect(info).toMatchObject({
      Title: expect.stringContaining('Kerja Sama Pemerintah Thailand'),
      Author: 'Nama Mahasiswa',
      Language: 'id',
      Creator: 'Naskah',
      CreationDate: "D:20231114221320+00'00'",
    })
    expect(await pdf.document.getMarkInfo()).toMatchObject({ Marked: true })
  })

  it('labels the pages as they are numbered', () => {
    const labels = pdf.pages.map((page) => page.label)
    const front = labels.indexOf('1')
    const roman = [
      'i',
      'ii',
      'iii',
      'iv',
      'v',
      'vi',
      'vii',
      'viii',
      'ix',
      'x',
      'xi',
      'xii',
      'xiii',
      'xiv',
      'xv',
      'xvi',
    ]
    expect(labels[0]).toBe('')
    expect(labels.slice(1, front)).toEqual(roman.slice(0, front - 1))
    expect(labels.slice(front)).toEqual(labels.slice(front).map((_, at) => String(at + 1)))
  })

  it('has a bookmark for every line of the contents, with its blanks', async () => {
    const titles: string[] = []
    const walk = (items: Awaited<ReturnType<typeof pdf.document.getOutline>>) => {
      for (const item of items ?? []) {
        titles.push(item.title)
        walk(item.items)
      }
    }
    walk(await pdf.document.getOutline())
    expect(titles).toContain('BAB I PENDAHULUAN')
    expect(titles).toContain('1.7.1.1 Kerja Sama Internasional')
    for (const title of titles) expect(title).not.toMatch(/[IVX\d](?=[A-Z][a-z])|BAB [IVX]+[A-Z]{4}/)
  })
})

describe('page numbers in the margins', () => {
  it('shows none on cover and title page, and counts the title page', () => {
    expect(pagesOf('sampul').map(pageNumber)).toEqual([undefined])
    expect(pagesOf('halaman_judul').map(pageNumber)).toEqual([undefined])
    expect(pagesOf('pernyataan_orisinalitas').map((page) => pageNumber(page)?.text)).toEqual(['ii'])
  })

  it('stands at the bottom centre in front matter and on the first page of a chapter', () => {
    const front = ['pengesahan', 'abstrak', 'kata_pengantar', 'daftar_isi'].flatMap(pagesOf)
    const firsts = [...chapterPages(), pagesOf('daftar_pustaka')].map(([first]) => first as ReadPage)
    for (const page of [...front, ...firsts]) {
      const number = pageNumber(page)
      expect(number?.text).toBe(page.label)
      const centre = ((number?.left ?? 0) + (number?.right ?? 0)) / 2
      expect(centre).toBeCloseTo((MARGINS.left + TEXT_RIGHT) / 2, 1)
      expect(page.height - (number?.baseline ?? 0)).toBeGreaterThan(1.3)
      expect(page.height - (number?.baseline ?? 0)).toBeLessThan(2)
    }
  })

  it('stands at the top right on the others', () => {
    for (const [, ...others] of [...chapterPages(), pagesOf('daftar_pustaka')]) {
      for (const page of others) {
        const number = pageNumber(page)
        expect(number?.text).toBe(page.label)
        expect(number?.right).toBeCloseTo(TEXT_RIGHT, 1)
        expect(number?.baseline).toBeGreaterThan(1.5)
        expect(number?.baseline).toBeLessThan(2.2)
      }
    }
  })
})

describe('contents and lists', () => {
  it('gives the page on which each heading and caption really stands', () => {
    const found: string[] = []
    for (const list of ['daftar_isi', 'daftar_tabel', 'daftar_gambar']) {
      const lines = pagesOf(list).flatMap((page) => bodyLines(page, MARGINS))
      let title = ''
      for (const line of lines.slice(1)) {
        title = `${title} ${line.text}`
        const entry = /^(.*?)\s+([ivxlc]+|\d+)$/.exec(title)
        if (!entry?.[1] || line.right < TEXT_RIGHT - 0.3) continue
        const page = pdf.pages.find((candidate) => candidate.label === entry[2])
        const words = flat((page ? bodyLines(page, MARGINS) : []).map(({ text }) => text).join(' '))
        expect(words, title).toContain(flat(entry[1]))
        found.push(entry[1].trim())
        title = ''
      }
      expect(title).toBe('')
    }
    expect(found).toHaveLength(built.page.entries.length)
    expect(found).toEqual(
      expect.arrayContaining(['BAB IV PENUTUP', '1.7.7 Sistematika Penulisan', 'DAFTAR PUSTAKA']),
    )
  })

  it('links each line to the right height of the right page', async () => {
    const destinations = await pdf.document.getDestinations()
    for (const { id, title } of built.page.entries) {
      const destination = destinations[id]
      expect(destination, id).toBeDefined()
      const page = pdf.pages[await pdf.document.getPageIndex(destination?.[0])] as ReadPage
      const top = page.height - Number(destination?.[3]) / PT_PER_CM
      const below = bodyLines(page, MARGINS).filter((line) => line.baseline > top)
      const shown = flat(below.map((line) => line.text).join(' '))
      expect(shown, title).toContain(flat(title.replace(/^BAB [IVX]+ /, '')).slice(0, 20))
      const distance = (below[0]?.baseline ?? 0) - top
      expect(distance, title).toBeLessThan(8)
    }
  })
})

describe('running text', () => {
  /** Pages of chapters that hold nothing but paragraphs: 23 lines fit on them. */
  const gaps = (page: ReadPage): number[] => {
    const lines = bodyLines(page, MARGINS)
    return lines.slice(1).map((line, at) => (line.baseline - (lines[at]?.baseline ?? 0)) * PT_PER_CM)
  }

  it('has 27.6 pt between baselines and at most 23 lines a page', () => {
    const plain = chapterPages()
      .flatMap((pages) => pages.slice(1))
      .filter((page) => gaps(page).every((gap) => Math.abs(gap - DOUBLE_PT) < 0.8))
    expect(plain.length).toBeGreaterThan(8)
    for (const page of plain) {
      const lines = bodyLines(page, MARGINS)
      expect(lines.length).toBeLessThanOrEqual(23)
      // Every line is drawn at a whole px: over a few lines the roundings show, over many they do not.
      if (lines.length < 10) continue
      const height = ((lines.at(-1)?.baseline ?? 0) - (lines[0]?.baseline ?? 0)) * PT_PER_CM
      expect(height / (lines.length - 1)).toBeCloseTo(DOUBLE_PT, 1)
    }
    expect(Math.max(...plain.map((page) => bodyLines(page, MARGINS).length))).toBe(23)
  })

  it('steps in under the levels of headings as the profile says', () => {
    const lines = chapterPages()
      .flat()
      .flatMap((page) => bodyLines(page, MARGINS))
    const lefts = lines.map((line) => line.left - MARGINS.left)
    for (const indent of [1.03, 2.36, 3.65]) {
      const there = lefts.filter((left) => Math.abs(left - indent) < 0.01)
      expect(there.length, `lines at ${indent} cm`).toBeGreaterThan(15)
    }
    const after = (heading: string) => lines[lines.findIndex((line) => line.text === heading) + 1]
    expect((after('1.1 Latar Belakang Masalah')?.left ?? 0) - MARGINS.left).toBeCloseTo(1.03 + 1.35, 1)
  })

  it('sets chapter headings in two centred lines', () => {
    for (const [first] of chapterPages()) {
      const [label, title] = bodyLines(first as ReadPage, MARGINS)
      expect(label?.text).toMatch(/^BAB [IVX]+$/)
      expect(title?.text).toBe(title?.text.toUpperCase())
      for (const line of [label, title]) {
        expect(((line?.left ?? 0) + (line?.right ?? 0)) / 2).toBeCloseTo((MARGINS.left + TEXT_RIGHT) / 2, 1)
        expect(line?.fonts).toEqual(['Tinos-Bold'])
      }
    }
  })

  it('never ends a page with a heading', () => {
    const headings = new Set(built.page.entries.map(({ title }) => title))
    for (const page of chapterPages().flat()) {
      const last = bodyLines(page, MARGINS).at(-1)
      expect(headings.has(last?.text ?? ''), last?.text).toBe(false)
    }
  })

  it('repeats the head of a table that goes on', () => {
    const heads = chapterPages()
      .flat()
      .map((page) => page.lines.filter((line) => line.text.startsWith('Dimensi ')).length)
    expect(heads.filter((count) => count > 0).length).toBeGreaterThanOrEqual(2)
  })
})
