/** Code in the finished file: its font and places, nothing lost where pages break, numbers that are no text. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { bodyLines, type ReadLine } from './read-pdf.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const MARGINS = { top: 4, bottom: 3 }
const CM_PER_PT = 2.54 / 72
/** Of Courier New: 1229 of 2048 units. */
const LETTER_CM = (10 * 1229 * CM_PER_PT) / 2048

const source = Array.from({ length: 150 }, (_, at) => {
  if (at % 9 === 4) return ''
  if (at % 9 === 5) return `if nilai_${at} > batas:  # catatan ${at}`
  return `    nilai_${at} = fungsi("teks ${at}")`
})
const LONG = `    hasil = gabung(${Array.from({ length: 14 }, (_, at) => `kolom_${at}`).join(', ')})`
const ENDLESS = 'z'.repeat(10_000)
const inList = Array.from({ length: 130 }, (_, at) =>
  `butir_${at} = ${'isi '.repeat((at * 7) % 23)}`.trimEnd(),
)
const sentence = 'Kata `kode` di antara kata biasa yang mengisi baris. '.repeat(12)

const THESIS = {
  '1.md': `# Kode

${sentence}^[Ncatatann dengan \`kode\` di kaki.]

\`\`\`{.python #lst:panjang caption="Judul panjang" .numberLines startFrom=7001}
${source.join('\n')}
\`\`\`

Sumber: Sumberm

## Dua

\`\`\`python
${LONG}
\`\`\`

1. Butir

   \`\`\`js
   let butir = 1
   \`\`\`

\`\`\`
${ENDLESS}
\`\`\`

<pre>
mentah

   menjorok
</pre>

Lihat @lst:panjang.
`,
  '2.md': `# Daftar

1. \`\`\`
${inList.map((line) => `   ${line}`).join('\n')}
   \`\`\`

${sentence}^[Nlainn]
`,
}

let printed: PrintedThesis
let pages: ReadLine[][]

beforeAll(async () => {
  printed = await printThesis(THESIS, {
    profile: (profile) => ({ ...profile, line_spacing: { ...profile.line_spacing, body: 2 } }),
  })
  pages = printed.pages.map((page) => bodyLines(page, MARGINS))
}, 60_000)

const isCode = ({ fonts }: ReadLine) => fonts.length > 0 && fonts.every((font) => font.startsWith('Cousine'))
const dense = (text: string) => text.replace(/\s+/g, '')
const pageWith = (text: string) =>
  pages.findLastIndex((lines) => lines.some((line) => line.text.includes(text)))
const lineWith = (text: string) => pages.flat().findLast((line) => line.text.includes(text))

describe('code', () => {
  it('is printed as it was laid out', () => {
    expect(printed.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(printed.map.pages).toHaveLength(printed.pages.length)
  })

  it('is all there, in order, in its own font and size', () => {
    const code = pages.flat().filter(isCode)
    const whole = [...source, LONG, 'let butir = 1', ENDLESS, 'mentah', 'menjorok', ...inList].join('')
    expect(dense(code.map(({ text }) => text).join(''))).toBe(dense(whole))
    expect(new Set(code.map(({ size }) => Math.round(size * 10) / 10))).toEqual(new Set([10]))
    expect(new Set(code.flatMap(({ fonts }) => fonts))).toEqual(
      new Set(['Cousine-Regular', 'Cousine-Bold', 'Cousine-Italic']),
    )
  })

  it('has the lines of its font, and blank ones as high as others', () => {
    const own = pages[pageWith('nilai_50 ')]?.filter(isCode) ?? []
    const [first, last] = [own[0], own.at(-1)]
    const rows = ((last?.baseline ?? 0) - (first?.baseline ?? 0)) / CM_PER_PT / 11.33
    const numberOf = (line: ReadLine | undefined) => Number(/nilai_(\d+)/.exec(line?.text ?? '')?.[1])
    expect(rows).toBeCloseTo(numberOf(last) - numberOf(first), 1)
  })

  it('is indented by letters, and a long line hangs below its beginning', () => {
    const [left = 0] = pages
      .flat()
      .filter(isCode)
      .map((line) => line.left)
    const numbers = 4 * LETTER_CM + 1.5 * LETTER_CM
    expect(left).toBeCloseTo(4 + numbers + 4 * LETTER_CM, 1)
    expect(lineWith('if nilai_5 ')?.left).toBeCloseTo(4 + numbers, 1)
    expect(lineWith('hasil = gabung')?.left).toBeCloseTo(4 + 4 * LETTER_CM, 1)
    expect(lineWith('kolom_12')?.left).toBeCloseTo(4 + 6 * LETTER_CM, 1)
    expect(lineWith('menjorok')?.left).toBeCloseTo(4 + 3 * LETTER_CM, 1)
    expect(Math.max(...pages.flat().map((line) => line.right))).toBeLessThan(18.01)
  })

  it('goes on over pages below its caption, with two lines on either side', () => {
    expect(pageWith('Judul panjang')).toBe(pageWith('nilai_1 '))
    expect(pageWith('Sumberm')).toBe(pageWith('nilai_149 '))
    expect(pageWith('nilai_149')).toBeGreaterThan(pageWith('nilai_0') + 1)
    for (const lines of pages) expect(lines.filter(isCode)).not.toHaveLength(1)
    expect(pageWith('Ncatatann')).toBe(pages.findIndex((lines) => lines.some(({ text }) => text === 'BAB I')))
  })

  it('carries its blanks along, and its numbers not', async () => {
    const page = await printed.document.getPage(pageWith('nilai_0') + 1)
    // Text content leaves blanks at the start of a line out; what is painted has them.
    const { fnArray, argsArray } = await page.getOperatorList()
    const painted = argsArray.flatMap((args, at) => (fnArray[at] === OPS.showText ? args[0] : []))
    const text = painted.map((glyph: { unicode?: string }) => glyph.unicode ?? '').join('')
    expect(text).toContain('    nilai_0 = fungsi(')
    expect(pages.flat().some(({ text: line }) => line.includes('7001'))).toBe(false)
  })

  it('moves no line of the text it stands in', () => {
    const [page = []] = pages.filter((lines) => lines.some(({ text }) => text.startsWith('Kata kode')))
    const own = page.filter(
      ({ fonts, size }) => size > 11 && fonts.length === 2 && fonts.includes('Cousine-Regular'),
    )
    const from = own[0]?.baseline ?? 0
    // The browser draws a line at a whole px.
    for (const [at, { baseline }] of own.entries())
      expect(Math.abs((baseline - from) / CM_PER_PT - at * 27.6)).toBeLessThan(0.76)
    expect(own.length).toBeGreaterThan(5)
  })
})
