/** Whole theses on disk: one that uses every construct, and one written for pandoc. Both are built without a word. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { diskHost } from '../../scripts/host.ts'
import type { Diagnostic } from '../../scripts/model.ts'
import { analyse, draw, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { type ReadPdf, readPdfFile } from './read-pdf.ts'

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)))

async function build(name: string): Promise<{ pdf: ReadPdf; told: readonly Diagnostic[] }> {
  const host = diskHost(ROOT)
  const folder = join(ROOT, 'tests', 'cases', name)
  const analysis = await analyse(host, folder, {}, stopwatch())
  if (!analysis.value) throw new Error('the thesis cannot be read')
  const drawn = await draw(host, analysis.value, () => launchBrowser(host), stopwatch())
  const { images, launch } = drawn.value
  const page = await render(host, { ...analysis.value, images }, { draft: false }, stopwatch())
  if (!page.value) throw new Error('the thesis cannot be rendered')
  const printed = await print(host, page.value, analysis.value.sources.profile, launch, stopwatch())
  if (!printed.value) throw new Error(JSON.stringify(printed.diagnostics))
  const told = [analysis, drawn, page, printed].flatMap(({ diagnostics }) => diagnostics)
  return {
    pdf: await readPdfFile(printed.value.bytes),
    told: told.filter(({ severity }) => severity !== 'info'),
  }
}

function wordsOf({ pages }: ReadPdf): string {
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text.normalize('NFKC')))
  return lines.join(' ').replace(/\s+/g, ' ')
}

describe('a thesis that uses every construct', () => {
  it('is built, with each of its words in order', { timeout: 60_000 }, async () => {
    const { pdf, told } = await build('semua-bentuk')
    expect(told.map(({ ruleId, message }) => `${ruleId} ${message.en}`)).toEqual([])
    const text = wordsOf(pdf)
    const inOrder = [
      'DAFTAR ISI',
      'DAFTAR TABEL',
      'DAFTAR GAMBAR',
      'DAFTAR KODE',
      'DAFTAR SINGKATAN',
      'DAFTAR LAMPIRAN',
      'BAB I',
      'Istilah asing ditulis',
      '1.2.1 Judul tingkat tiga',
      '1. Butir pertama',
      'a. anak butir',
      '1) cucu butir',
      'Repatriasi',
      'Pemulangan korban',
      'Harganya US$5 juta sampai US$10 juta',
      'Teks di tengah.',
      'Sesudah pergantian halaman.',
      'Gambar 2.1 Jumlah korban per tahun',
      'Sumber: data rekaan.',
      'Gambar 2.2 Dua cara menggambar data yang sama',
      'Tabel 2.1 Peringkat menurut tahun',
      'Tabel 2.2 Judul yang diketik tangan',
      'Tabel 2.3 Kepala bertingkat',
      'Tabel 2.4 Korban menurut jenis kelamin',
      'beberapa sekaligus: Tabel 2.1, 2.3, dan 2.4',
      '(3.1)',
      'Kode 3.1 Menyapa pembaca',
      'Cukup?',
      'Gambar 3.1 Alur penelitian',
      'Kuesionernya ada pada Lampiran 1',
      'DAFTAR PUSTAKA',
      'Lampiran 1 Kuesioner',
      'UNIVERSITAS CONTOH',
      'tulisannya tetap dapat dicari',
    ]
    let from = text.indexOf('DAFTAR ISI')
    for (const words of inOrder) {
      const at = text.indexOf(words, from)
      expect(at, words).toBeGreaterThanOrEqual(from)
      from = at
    }
    const page = (words: string) =>
      pdf.pages.find(({ lines }) => lines.some((line) => line.text.includes(words)))
    const line = (words: string) => page(words)?.lines.find((one) => one.text.includes(words))
    // The number of an equation ends at the right margin, 18 cm from the left edge; what is centred stands around 11 cm.
    expect(line('(3.1)')?.right).toBeCloseTo(18, 1)
    const centred = line('Teks di tengah.')
    expect(((centred?.left ?? 0) + (centred?.right ?? 0)) / 2).toBeCloseTo(11, 1)
    // A number of the table alone is on no other page.
    expect(text).toContain(`Halamannya: halaman ${page('1.204,5')?.label}`)
  })
})

describe('a thesis written for pandoc with pandoc-crossref', () => {
  it('is built as it is', { timeout: 60_000 }, async () => {
    const { pdf, told } = await build('pandoc-crossref')
    expect(told.map(({ ruleId, message }) => `${ruleId} ${message.en}`)).toEqual([])
    const text = wordsOf(pdf)
    for (const words of [
      'figures (Figure 1.1; Figure 1.2), tables (Table 1.1), equations (Equation 1.1)',
      'CHAPTER I',
      '(a) Subfigure a',
      'Table 1.1 Table example',
      'Table 1.2 Grid table',
      'built-in wrapper',
      '(1.1)',
      'Listing caption above',
      '(see Doe, 1999, pp. 33–35; also Smith & Roe, 2004, Chapter 1)',
      'Smith and Roe (2004, p. 33) says blah',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/\{#|@fig|@tbl|@eq|:::/)
  })
})
