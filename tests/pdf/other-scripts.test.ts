/** Arabic, Thai and Chinese in the PDF: with fonts of their own that are embedded, in order, on the lines of the rest. */
import { expect, it } from 'vitest'
import { printThesis } from './thesis.ts'

const VERSE = 'قل هو الله أحد الله الصمد'

it('prints passages and words of other scripts', async () => {
  const around = 'kata '.repeat(40)
  const pdf = await printThesis({
    '1.md': `# Aksara\n\n${VERSE}\n\n${around} السلام ${around} ประเทศไทย ${around} 中国 ${around}\n\nḤadīṡ, Ṣaḥīḥ, Кириллица.`,
  })
  expect(pdf.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const lines = pdf.pages.at(-1)?.lines ?? []
  const text = lines.map((line) => line.text.normalize('NFKC')).join(' ')
  for (const word of ['السلام', 'الصمد', 'ประเทศไทย', '中国', 'Ḥadīṡ', 'Кириллица'])
    expect(text).toContain(word.normalize('NFKC'))
  const fonts = new Set(lines.flatMap((line) => line.fonts))
  expect([...fonts].some((name) => name.includes('Amiri'))).toBe(true)
  expect([...fonts].some((name) => name.includes('NotoSerifThai'))).toBe(true)
  // The passage is set from the right edge of the page area, larger than the text.
  const passage = lines.find((line) => line.text.includes('هو'))
  expect(passage?.right).toBeCloseTo(18, 0)
  expect(passage?.size).toBeCloseTo(18, 0)
  // Lines with such words are as far from each other as all the others: 1.5 times 13.8 pt.
  const rows = lines.filter((line) => line.text.includes('kata'))
  for (const [at, { baseline }] of rows.slice(1).entries())
    expect(Math.abs(baseline - (rows[at]?.baseline ?? 0)) * (72 / 2.54)).toBeCloseTo(20.7, 0)
})
