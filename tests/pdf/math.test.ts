/** Math in the PDF: drawn with its own font, its number at the right edge, told where it is referred to. */
import { describe, expect, it } from 'vitest'
import { printThesis } from './thesis.ts'

describe('math', () => {
  it('is drawn, numbered and referred to', async () => {
    const pdf = await printThesis({
      '1.md':
        '# Rumus\n\nLuas $A = \\pi r^2$ dan [kata](#eq).\n\n$$ x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a} $$ {#eq:abc}\n\nLihat @eq:abc.\n\n$$\\begin{aligned} y &= \\sin 12 \\\\ &= \\text{nilai} \\end{aligned}$$',
    })
    expect(pdf.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const lines = pdf.pages.flatMap((page) => page.lines)
    const text = lines
      .map((line) => line.text.normalize('NFKC'))
      .join(' ')
      .replace(/\s+/g, ' ')
    for (const words of ['Persamaan 1.1', '(1.1)', 'nilai', '2a']) expect(text).toContain(words)
    const number = lines.find((line) => line.text.includes('(1.1)'))
    // The right margin of the page area: 21 cm less 3.
    expect(number?.right).toBeCloseTo(18, 1)
    const fonts = lines.flatMap((line) => line.fonts)
    expect(fonts.some((name) => name.includes('STIXTwoMath'))).toBe(true)
  })

  it('moves no line of its paragraph', async () => {
    const words = 'kata '.repeat(60)
    const pdf = await printThesis({ '1.md': `# Rumus\n\n${words} $x_i^2 + \\hat{y}$ ${words}` })
    const lines = pdf.pages.at(-1)?.lines.filter(({ text }) => text.includes('kata')) ?? []
    const steps = lines.slice(1).map(({ baseline }, at) => Math.abs(baseline - (lines[at]?.baseline ?? 0)))
    expect(steps.length).toBeGreaterThan(6)
    // 1.5 times 13.8 pt.
    for (const step of steps) expect(step * (72 / 2.54)).toBeCloseTo(20.7, 0)
  })
})
