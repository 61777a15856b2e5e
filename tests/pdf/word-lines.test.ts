/**
 * Lines as Word sets them: the lines of the calibration thesis are broken here a second time, from the widths in the
 * font files and Word's rules alone, and the PDF must have the same ones.
 */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Analysis } from '../../scripts/pipeline.ts'
import type { ReadLine } from './read-pdf.ts'
import { sharedBrowser } from './shared-browser.ts'
import { type BrokenLine, breakLines, hold, letters } from './word-lines/breaker.ts'
import { type FontMetrics, type Style, tinos } from './word-lines/font.ts'
import { analyseCalibration, chapterLines, type PrintOptions } from './word-lines/print.ts'

const CALIBRATION = new URL('word-lines/calibration.md', import.meta.url)
const PT_PER_CM = 72 / 2.54
const SIZE_PT = 12
const MARGINS = { left: 4, top: 4, right: 3, bottom: 3 }
const MEASURE_CM = 14
const FIRST_LINE_CM = 1.35
/** What text steps in by under a heading of each level. */
const INDENT_CM = [0, 0, 1.03, 2.36, 3.65]
/** The browser draws each line at a whole CSS px, so that a line is up to half a px off. It never adds up. */
const SNAP_PT = 0.375 + 0.01
/** Of the first line of a page, which also has its ascender and its page's edge rounded to whole px. */
const FIRST_PT = 2
const PAPER_CM = 29.7

interface Expected extends BrokenLine {
  /** cm from the left margin */
  readonly left: number
}

/** Where the program holds words together and Word does not: the one difference that is meant. */
const WHOLES = ['Nomor 21 Tahun', '15–17 Maret', 'Dr. Y. Tavares']

let markdown: string
let fonts: Record<Style, FontMetrics>
let analysis: Analysis
const browser = sharedBrowser()
let printed: ReadLine[][]
let wanted: Expected[]

beforeAll(async () => {
  markdown = await readFile(CALIBRATION, 'utf8')
  fonts = await tinos()
  analysis = await analyseCalibration(markdown)
  wanted = expectedLines()
  printed = await print()
})

const print = (options?: PrintOptions) => chapterLines(browser().page, analysis, options)

/** The paragraphs of the fixture, broken by the test. */
function expectedLines(): Expected[] {
  let level = 1
  return markdown
    .trim()
    .split('\n\n')
    .flatMap((block): Expected[] => {
      const marks = /^#+/.exec(block)?.[0]
      if (marks) {
        level = marks.length
        return []
      }
      const left = INDENT_CM[level] ?? 0
      const measure = {
        width: (MEASURE_CM - left) * PT_PER_CM,
        indent: FIRST_LINE_CM * PT_PER_CM,
        size: SIZE_PT,
      }
      return breakLines(hold(letters(block), WHOLES), fonts, measure).map((line, at) => ({
        ...line,
        left: left + (at === 0 ? FIRST_LINE_CM : 0),
      }))
    })
}

/** The lines of paragraphs; headings are bold from end to end. */
function textLines(pages: readonly ReadLine[][]): ReadLine[] {
  return pages.flat().filter(({ fonts }) => fonts.some((font) => font !== 'Tinos-Bold'))
}

const texts = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text)

describe('line breaks', () => {
  it('are those of a greedy breaker with the widths of the font files', () => {
    expect(texts(textLines(printed))).toEqual(texts(wanted))
  })

  it('are the committed ones', async () => {
    const lines = wanted.map(({ text }) => text).join('\n')
    await expect(`${lines}\n`).toMatchFileSnapshot('word-lines/expected.txt')
  })

  it('stay the same whatever the line spacing', async () => {
    for (const spacing of [1, 1.5]) {
      expect(texts(textLines(await print({ spacing })))).toEqual(texts(wanted))
    }
  })

  it('hold the cases that matter', () => {
    const ends = (pattern: RegExp) => wanted.filter(({ text }) => pattern.test(text)).length
    // Inside a reduplication, after a dash between numbers, inside a word wider than the line.
    expect(ends(/\p{L}-$/u)).toBeGreaterThan(0)
    expect(ends(/\d–$/)).toBeGreaterThan(0)
    expect(ends(/^https:\S+$/)).toBe(1)
    // A word that fits, or does not, by less than a blank is wide: a small error in widths shows.
    const close = wanted.filter(({ excess, width }, at) => {
      const room = (MEASURE_CM - (wanted[at]?.left ?? 0)) * PT_PER_CM - width
      return Math.min(excess ?? Number.POSITIVE_INFINITY, room) < 3
    })
    expect(close.length).toBeGreaterThan(8)
  })
})

describe('the comparison', () => {
  it.each([
    ['kerning', 'body { font-kerning: normal }'],
    ['letters 0.05 pt wider', 'body { letter-spacing: 0.05pt }'],
    ['a measure narrower by 0.5 pt', 'p { padding-right: 0.5pt }'],
  ])('sees %s', async (_, css) => {
    expect(texts(textLines(await print({ css })))).not.toEqual(texts(wanted))
  })
})

describe('widths', () => {
  it('are those of the font, unrounded, where nothing is justified', () => {
    const last = textLines(printed).flatMap((line, at) => {
      const { excess, width = 0, left = 0 } = wanted[at] ?? {}
      return excess === undefined ? [{ line, width, left }] : []
    })
    expect(last.length).toBeGreaterThan(5)
    for (const { line, width, left } of last) {
      expect(line.left - MARGINS.left, line.text).toBeCloseTo(left, 1)
      expect((line.right - line.left) * PT_PER_CM - width, line.text).toBeLessThan(0.03)
      expect((line.right - line.left) * PT_PER_CM - width, line.text).toBeGreaterThan(-0.03)
    }
  })

  it('fill the measure in all other lines', () => {
    for (const [at, line] of textLines(printed).entries()) {
      if (wanted[at]?.excess === undefined || /^https:\S+$/.test(line.text)) continue
      expect(line.right, line.text).toBeCloseTo(MARGINS.left + MEASURE_CM, 1)
    }
  })
})

describe('line distances', () => {
  /** Nothing but running text, so that pages fill. */
  let plain: Analysis

  beforeAll(async () => {
    const [chapter = '', ...blocks] = markdown.trim().split('\n\n')
    const paragraphs = blocks.filter((block) => !block.startsWith('#'))
    plain = await analyseCalibration(
      [chapter, ...Array.from({ length: 5 }, () => paragraphs).flat()].join('\n\n'),
    )
  })

  it.each([
    { spacing: 2, pitch: 27.6, count: 23 },
    { spacing: 1.5, pitch: 20.7, count: 31 },
    { spacing: 1, pitch: 13.8, count: 46 },
  ])(
    'of spacing $spacing are $pitch pt, with $count lines on a full page',
    async ({ spacing, pitch, count }) => {
      const [, ...pages] = await chapterLines(browser().page, plain, { spacing })
      expect(Math.max(...pages.map((lines) => lines.length))).toBe(count)
      const full = pages.find((lines) => lines.length === count) ?? []
      const baselines = full.map(({ baseline }) => (baseline - MARGINS.top) * PT_PER_CM)
      const { ascender, descender } = fonts.regular
      // CSS shares what the line has more than its letters between above and below.
      const first = (pitch - (ascender + descender) * SIZE_PT) / 2 + ascender * SIZE_PT
      for (const [at, baseline] of baselines.entries()) {
        expect(Math.abs(baseline - (baselines[0] ?? 0) - at * pitch), full[at]?.text).toBeLessThan(
          2 * SNAP_PT,
        )
      }
      expect(Math.abs((baselines[0] ?? 0) - first)).toBeLessThan(FIRST_PT)
      // The last line stands on the page with its whole height.
      const height = PAPER_CM - MARGINS.top - MARGINS.bottom
      expect(height * PT_PER_CM - first - (count - 1) * pitch).toBeGreaterThan(pitch - first)
    },
  )
})
