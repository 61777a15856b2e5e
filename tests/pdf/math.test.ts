/** Formulas on paper: where they and their numbers stand, in which font, and that the file is what was laid out. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type PrintedThesis, printThesis } from './thesis.ts'

const LEFT = 4
const RIGHT = 18
const MIDDLE = (LEFT + RIGHT) / 2

const WORDS = 'Kerja sama regional menjawab ancaman yang tidak mengenal batas negara'
const LINES = `${WORDS}, nilai $x$ dan $\\frac{a}{b}$ serta $\\sqrt{c}$. `.repeat(6)

const TEXT = `# Rumus

Awal satu $Y=\\beta_0+\\beta_1X$ awal dua.

$$n = \\frac{N}{1 + N e^2}$$ {#eq:a}

Tengah.

$$\\begin{aligned} p &= q + r \\\\ &= s + t \\\\ &= u \\end{aligned}$$ {#eq:b}

$$a + b$$

$$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{cases} x & \\text{jika kecil} \\\\ \\phantom{abc} & \\text{lainnya} \\end{cases}$$

$$${Array.from({ length: 15 }, () => 'k').join(' + ')} = \\sqrt{1 + \\sqrt{m}}$$ {#eq:c}

Akhir, lihat @eq:c[^1].

[^1]: Catatan $\\sqrt{w}$ dan $\\hat{z}$.

${LINES}

${LINES}

$$\\sum_{i=1}^{n} x_i$$

${LINES}

$$d = e$$ {#eq:d}
`

let printed: PrintedThesis

beforeAll(async () => {
  printed = await printThesis({ '01.md': TEXT, 'naskah.yaml': 'title: Rumus\n' })
})

/** The first line that holds a text, and its page from 0. */
function lineWith(text: string) {
  for (const [page, { lines }] of printed.pages.entries()) {
    const line = lines.find((one) => one.text.includes(text))
    if (line && printed.map.pages[page]?.section === printed.map.pages.at(-1)?.section)
      return { ...line, page }
  }
  throw new Error(`no line holds ${text}`)
}

describe('a printed formula', () => {
  it('is what was laid out', () => {
    expect(printed.diagnostics).toEqual([])
  })

  it('has its number at the right margin, on its own line', () => {
    for (const number of ['(1.1)', '(1.2)', '(1.3)', '(1.4)']) {
      const line = lineWith(number)
      expect(line.right).toBeCloseTo(RIGHT, 1)
    }
    expect(lineWith('(1.1)').text).toMatch(/^𝑛 = .*\(1\.1\)$/)
    expect(lineWith('(1.4)').text).toBe('𝑑 = 𝑒 (1.4)')
  })

  it('stands in the middle of the line, with a number and without', () => {
    const alone = lineWith('𝑎 + 𝑏')
    expect((alone.left + alone.right) / 2).toBeCloseTo(MIDDLE, 1)
    const numbered = lineWith('𝑑 = 𝑒')
    expect(numbered.left).toBeCloseTo(MIDDLE - (alone.right - alone.left) / 2, 0)
  })

  it('has its lines below each other', () => {
    const rows = ['𝑝 = 𝑞', '= 𝑠', '= 𝑢'].map((text) => lineWith(text))
    const [first, second, third] = rows.map(({ baseline }) => baseline)
    expect(second).toBeGreaterThan((first ?? 0) + 0.4)
    expect(third).toBeGreaterThan((second ?? 0) + 0.4)
    expect(lineWith('(1.2)').baseline).toBeCloseTo(second ?? 0, 1)
  })

  it('is set in the font of formulas, which is in the file, and the words around it in that of the text', () => {
    expect(lineWith('Awal satu').fonts).toEqual(['Tinos-Regular', 'STIXTwoMath-Regular'])
    expect(lineWith('Tengah.').fonts).toEqual(['Tinos-Regular'])
  })

  it('can be read in order, as it is written', () => {
    expect(lineWith('Awal satu').text).toMatch(/^Awal satu 𝑌 = 𝛽\s?0? \+ 𝛽\s?1?\s?𝑋 awal dua\.$/)
    expect(lineWith('jika kecil').text).toContain('jika kecil')
  })

  it('is as wide as the page allows, and smaller where it is wider', () => {
    const wide = lineWith('(1.3)')
    expect(wide.left).toBeGreaterThan(LEFT - 0.01)
    expect(wide.size).toBeLessThan(12)
  })

  it('leaves the lines of a paragraph where they are', () => {
    const lines = printed.pages.flatMap(({ lines: all }) =>
      all.filter(({ text }) => text.includes('regional')),
    )
    const steps = lines.slice(1).map(({ baseline }, at) => baseline - (lines[at]?.baseline ?? 0))
    const own = steps.filter((step) => step > 0 && step < 1)
    expect(own.length).toBeGreaterThan(5)
    // 1.5 lines of 12 pt: 20.7 pt
    for (const step of own) expect(step).toBeCloseTo((20.7 / 72) * 2.54, 1)
  })
})
