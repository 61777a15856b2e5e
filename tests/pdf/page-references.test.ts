/** "halaman 14" in a text is the number of the page it names, also where writing it moves that page. */
import { describe, expect, it } from 'vitest'
import { pageGeometry } from '../../scripts/print/geometry.ts'
import { openDocument } from '../../scripts/print/layout.ts'
import { sharedBrowser } from './shared-browser.ts'
import { printThesis, renderFiles } from './thesis.ts'

const browser = sharedBrowser()

/** The places of numbers, in the document as it is rendered. */
function refer(html: string): string {
  return html.replace(/HALAMAN-DARI-([a-z_]+)/g, (_, id) => `<span data-page-of="${id}"></span>`)
}

const filler = (count: number) =>
  Array.from({ length: count }, (_, at) => `Kalimat ke-${at} mengisi halaman ini sampai penuh.`).join(' ')

const errors = (told: readonly { severity: string; message: { id: string } }[]) =>
  told.filter(({ severity }) => severity === 'error').map(({ message }) => message.id)

describe('a page named in the text', () => {
  it('is the page the thing is on, in arabic and roman numbers, in tables and notes', async () => {
    const pdf = await printThesis(
      {
        '1.md': `# Pendahuluan

Lihat halaman HALAMAN-DARI-tujuan, dan kata pengantar pada halaman HALAMAN-DARI-kata_pengantar.[^1]

| A | B |
|---|---|
| halaman | HALAMAN-DARI-akhir |

[^1]: Juga halaman HALAMAN-DARI-akhir.

## Latar

${filler(120)}

## Tujuan

${filler(150)}

## Akhir

Selesai, lihat halaman HALAMAN-DARI-latar.`,
        'front/kata_pengantar.md': 'Syukur.',
      },
      { html: refer },
    )
    expect(errors(pdf.diagnostics)).toEqual([])
    const lines = pdf.pages.flatMap((page) => page.lines.map(({ text }) => text))
    const words = lines.join(' ').replace(/\s+/g, ' ')
    const label = (id: string) => pdf.map.pages[pdf.map.anchors.get(id)?.page ?? -1]?.label ?? '?'
    expect(label('tujuan')).toMatch(/^\d+$/)
    expect(label('kata_pengantar')).toMatch(/^[ivx]+$/)
    expect(words).toContain(
      `Lihat halaman ${label('tujuan')}, dan kata pengantar pada halaman ${label('kata_pengantar')}.`,
    )
    expect(words).toContain(`Juga halaman ${label('akhir')}.`)
    expect(words).toContain(`Selesai, lihat halaman ${label('latar')}.`)
  })

  it('is right where many of them stand at the end of a page', async () => {
    for (const extra of [0, 2, 4]) {
      const { diagnostics } = await printThesis(
        {
          '1.md': `# Pendahuluan

## Latar

${filler(60 + extra)} ${'Lihat halaman HALAMAN-DARI-tujuan. '.repeat(14)}

## Tujuan

${filler(300)}

## Akhir

${'Lihat halaman HALAMAN-DARI-latar. '.repeat(20)}`,
        },
        { html: refer },
      )
      expect(errors(diagnostics)).toEqual([])
    }
  })

  it('comes to an end where a number moves its own page back and forth', async () => {
    const { host, page, profile } = await renderFiles({
      '1.md': '# Pendahuluan\n\n## Tujuan\n\nLihat halaman HALAMAN-DARI-tujuan.',
    })
    const geometry = pageGeometry(profile)
    await openDocument(browser().page, host, { ...page, html: refer(page.html) }, profile, geometry)
    const changed = await browser().page.evaluate((areas) => {
      const before = Naskah.layOut(areas, [], false)
      const numbers = ['viii', 'ix', 'viii', 'ix']
      const write = (number: string, hold: boolean) =>
        Naskah.layOutReferences(areas, [], before, { tujuan: number }, { pinned: false, hold }) !== undefined
      return [
        ...numbers.map((number) => write(number, false)),
        ...numbers.map((number) => write(number, true)),
      ]
    }, geometry)
    expect(changed).toEqual([true, true, true, true, true, false, false, false])
  })
})
