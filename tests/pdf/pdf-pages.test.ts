/** Pages of other PDFs set into a thesis: scanned letters, questionnaires, permits. */
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { memoryHost } from '../../scripts/host.ts'
import { imagesOf, readImages } from '../../scripts/read/images.ts'
import { parseFiles } from '../../scripts/read/markdown/index.ts'
import { printThesis } from './thesis.ts'

interface MadePage {
  readonly words: string
  readonly size: readonly [number, number]
  readonly turned?: number
  /** Words at the lower left of what is seen, the rest of the page cut away around it. */
  readonly crop?: number
}

async function makePdf(pages: readonly MadePage[], encrypt = false): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const font = await file.embedFont(StandardFonts.Courier)
  for (const { words, size, turned = 0, crop = 0 } of pages) {
    const page = file.addPage([...size])
    page.drawText(words, { x: crop + 50, y: crop + 50, size: 20, font })
    page.setRotation(degrees(turned))
    if (crop > 0) page.setCropBox(crop, crop, size[0] - 2 * crop, size[1] - 2 * crop)
  }
  if (encrypt) file.encrypt({ userPassword: 'rahasia', ownerPassword: 'rahasia' })
  return file.save()
}

const A4 = [595, 842] as const

describe('pages of a PDF in a thesis', () => {
  it('are shown one a page, their text and all, turned and cut as they say', async () => {
    const pdf = await makePdf([
      { words: 'SURAT IZIN', size: A4 },
      { words: 'HALAMAN TERPOTONG', size: A4, crop: 40 },
      { words: 'HALAMAN TIDUR', size: A4, turned: 90 },
    ])
    const printed = await printThesis({
      '1.md': '# Pendahuluan\n\nTeks.',
      'lampiran/surat.md': '# Surat Izin\n\n![Surat izin](lampiran/surat.pdf)',
      'lampiran/surat.pdf': pdf,
      'naskah.yaml': 'title: Judul\nappendices: [lampiran/surat.md]\n',
    })
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const at = (words: string) =>
      printed.pages.findIndex(({ lines }) => lines.some(({ text }) => text.includes(words)))
    const first = at('SURAT IZIN')
    expect([at('HALAMAN TERPOTONG'), at('HALAMAN TIDUR')]).toEqual([first + 1, first + 2])
    const line = (words: string) => printed.pages[at(words)]?.lines.find(({ text }) => text.includes(words))
    // 50 of 595 pt from the left edge of the page that is set in, whose width is that of the page area: 14 of 21 cm.
    const scale = (line('HALAMAN TERPOTONG')?.size ?? 0) / 20
    expect(line('HALAMAN TERPOTONG')?.left).toBeCloseTo(4 + (50 * scale) / (72 / 2.54), 1)
    expect(scale).toBeCloseTo(396.85 / 515, 2)
    // The page that lies on its side is on a turned page, upright for who reads it.
    const turned = printed.pages[at('HALAMAN TIDUR')]
    expect(turned?.width).toBeGreaterThan(turned?.height ?? 0)
  })

  it('are chosen by #page', async () => {
    const pdf = await makePdf(['SATU', 'DUA', 'TIGA'].map((words) => ({ words, size: A4 })))
    const printed = await printThesis({
      '1.md': '# Pendahuluan\n\nTeks.\n\n![](surat.pdf#page=2-3)\n\nSesudahnya.',
      'surat.pdf': pdf,
    })
    const text = printed.pages.flatMap(({ lines }) => lines.map((one) => one.text)).join(' ')
    expect(text).toMatch(/Teks\..*DUA.*TIGA.*Sesudahnya\./)
    expect(text).not.toContain('SATU')
  })

  it('are an appendix by themselves where naskah.yaml names the PDF', async () => {
    const pdf = await makePdf(['SATU', 'DUA'].map((words) => ({ words, size: A4 })))
    const printed = await printThesis({
      '1.md': '# Pendahuluan\n\nTeks. Lihat Lampiran 3.',
      'a.md': '# Kuesioner\n\nIsi.',
      '02-surat_izin.pdf': pdf,
      'b c.pdf': pdf,
      'naskah.yaml':
        'title: Judul\nappendices: [02-surat_izin.pdf, {file: a.md, title: Pedoman}, {file: "b c.pdf#page=2", title: "Surat *Izin*"}]\n',
    })
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const text = printed.pages.flatMap(({ lines }) => lines.map((one) => one.text)).join(' ')
    expect(text).toMatch(
      /Lampiran 1 Surat izin.*SATU.*DUA.*Lampiran 2 Pedoman.*Isi\..*Lampiran 3 Surat Izin.*DUA/,
    )
    expect(text).not.toContain('Kuesioner')
  })

  it('may be empty', async () => {
    const file = await PDFDocument.create()
    file.addPage([...A4])
    const printed = await printThesis({
      '1.md': '# Pendahuluan\n\nSebelum.\n\n![](kosong.pdf)\n\nSesudah.',
      'kosong.pdf': await file.save(),
    })
    expect(printed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const page = (word: string) =>
      printed.pages.findIndex(({ lines }) => lines.some(({ text }) => text.includes(word)))
    // Where it has its room there is none for the line before it.
    expect(page('Sesudah.')).toBe(page('Sebelum.') + 1)
  })

  it('give the same file every time', async () => {
    const pdf = await makePdf([{ words: 'SATU', size: A4 }])
    const print = async () => {
      const { document } = await printThesis({ '1.md': '# Bab\n\n![](a.pdf)', 'a.pdf': pdf })
      return Buffer.from(await document.getData())
    }
    expect(Buffer.compare(await print(), await print())).toBe(0)
  })

  it('are told at their place when they cannot be shown', async () => {
    const good = await makePdf([{ words: 'SATU', size: A4 }])
    const host = memoryHost({
      'baik.pdf': good,
      'rusak.pdf': good.subarray(0, 120),
      'kosong.pdf': new Uint8Array(),
      'kunci.pdf': await makePdf([{ words: 'SATU', size: A4 }], true),
    })
    const said = async (url: string) => {
      const files = parseFiles([{ path: '01.md', text: `Teks\n\n![a](${url})` }])
      const { diagnostics } = await readImages(host, host.cwd, imagesOf(files))
      return diagnostics.map(({ ruleId, place }) => `${place?.start.line}:${place?.start.column} ${ruleId}`)
    }
    expect(await said('baik.pdf#page=1')).toEqual([])
    expect(await said('baik.pdf#page=2')).toEqual(['3:1 image/pdf-page'])
    expect(await said('baik.pdf#page=0')).toEqual(['3:1 image/pdf-page'])
    expect(await said('baik.pdf#page=x')).toEqual(['3:1 image/pdf-page'])
    expect(await said('rusak.pdf')).toEqual(['3:1 image/pdf-unreadable'])
    expect(await said('kosong.pdf')).toEqual(['3:1 image/pdf-unreadable'])
    expect(await said('kunci.pdf')).toEqual(['3:1 image/pdf-locked'])
    expect(await said('tidak-ada.pdf')).toEqual(['3:1 image/missing'])
  })
})
