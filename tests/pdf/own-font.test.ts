/** A thesis may ask for a font of the computer by name; what is told is what was taken. */
import { expect, it } from 'vitest'
import { isInstalled } from '../../scripts/print/installed-font.ts'
import { sharedBrowser } from './shared-browser.ts'
import { printThesis } from './thesis.ts'

const browser = sharedBrowser()

const print = (font: string) =>
  printThesis({ '1.md': '# Bab\n\nTeks biasa.', 'naskah.yaml': `title: Judul\nfont: ${font}\n` })

it('tells a font that is not there, and takes the one that comes along', async () => {
  const pdf = await print('Huruf Rekaan')
  const told = pdf.diagnostics.find(({ ruleId }) => ruleId === 'pdf/font-not-installed')
  expect([told?.file, told?.place?.start.line, told?.place?.start.column]).toEqual(['naskah.yaml', 2, 7])
  const fonts = pdf.pages.flatMap(({ lines }) => lines.flatMap((line) => line.fonts))
  expect(new Set(fonts.map((name) => name.split('-')[0]))).toEqual(new Set(['Tinos']))
})

it('is not taken in by what the system has instead', async () => {
  // Fontconfig answers to this name with whatever sans serif there is.
  expect(await isInstalled(browser().page, 'sans-serif')).toBe(false)
  expect(await isInstalled(browser().page, 'Huruf "Rekaan')).toBe(false)
})

it('takes one that is there', async ({ skip }) => {
  const candidates = [
    'DejaVu Serif',
    'DejaVu Sans',
    'Liberation Serif',
    'Times New Roman',
    'Georgia',
    'Open Sans',
  ]
  const there = await Promise.all(
    candidates.map(async (name) => ((await isInstalled(browser().page, name)) ? name : undefined)),
  )
  const font = there.find((name) => name !== undefined)
  if (font === undefined) return skip()
  const pdf = await print(font)
  expect(pdf.diagnostics.map(({ ruleId }) => ruleId)).toContain('pdf/own-font')
  const text = pdf.pages.at(-1)?.lines.find((line) => line.text.includes('Teks biasa'))
  expect(text?.fonts.join()).not.toContain('Tinos')
})
