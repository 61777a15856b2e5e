/** Numbers of equations, and what is told of TeX that cannot be read. */
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { compileMath, readEquationLabels } from '../../../scripts/resolve/math/index.ts'
import { numberCaptions, startCaptionCount } from '../../../scripts/resolve/number-captions.ts'

async function told(text: string): Promise<string[]> {
  const files = parseFiles([{ path: '1.md', text }])
  await compileMath(files)
  return files.flatMap(({ file }) =>
    diagnosticsOf(file).map(
      ({ ruleId, place, message }) => `${place?.start.line}:${place?.start.column} ${ruleId} ${message.id}`,
    ),
  )
}

describe('TeX', () => {
  it.each([
    ['Teks $\\foo x$', '1:7 math/syntax Rumus ini tidak dapat dibaca: perintah \\foo tidak dikenal.'],
    [
      '$$\na = 1\nb = \\bar{c} + \\salah\n$$',
      '3:15 math/syntax Rumus ini tidak dapat dibaca: perintah \\salah tidak dikenal.',
    ],
    // What LaTeX numbers line by line is compiled under a longer name; the place is that of what was typed.
    [
      '$$\n\\begin{align}\n  a &= \\salah\n\\end{align}\n$$',
      '3:8 math/syntax Rumus ini tidak dapat dibaca: perintah \\salah tidak dikenal.',
    ],
    ['$\\frac{a$', '1:9 math/syntax Rumus ini tidak dapat dibaca: “}” tidak ada sampai akhir rumus.'],
    [
      '$a & b$',
      '1:4 math/syntax Rumus ini tidak dapat dibaca: “&” hanya ada di dalam \\begin{aligned}, {cases}, atau {matrix}.',
    ],
    [
      '$x^2^3$',
      '1:5 math/syntax Rumus ini tidak dapat dibaca: dua pangkat berturut-turut; kelompokkan dengan { }.',
    ],
    [
      '$\\begin{cases}x$',
      '1:16 math/syntax Rumus ini tidak dapat dibaca: \\begin tidak ditutup dengan \\end.',
    ],
    ['$a_$', '1:4 math/syntax Rumus ini tidak dapat dibaca: ada yang kurang di akhirnya.'],
    [
      '$\\includegraphics{x}$',
      '1:2 math/syntax Rumus ini tidak dapat dibaca: perintah \\includegraphics tidak diizinkan.',
    ],
    ['$\\ref{x}$', '1:2 math/syntax Rumus ini tidak dapat dibaca: rujukan ditulis di luar rumus, @eq:label.'],
    [
      '$\\def\\a{\\a\\a}\\a$',
      '1:16 math/syntax Rumus ini tidak dapat dibaca: makronya memanggil diri sendiri tanpa akhir.',
    ],
    ['$$\nx\n\ny\n$$', '1:1 math/unclosed Rumus yang dibuka dengan $$ di sini tidak ditutup.'],
  ])('%j is told at its place', async (text, message) => {
    expect((await told(text))[0]).toBe(message)
  })

  it.each([
    '$\\sum_{i=1}^n \\frac{a_i}{\\sqrt{b}}$',
    '$$\\begin{align}a &= b \\\\ c &= d\\end{align}$$',
    '$\\text{é}$ dan $\\begin{bmatrix}1\\end{bmatrix}$',
  ])('%j is read', async (text) => {
    expect(await told(text)).toEqual([])
  })

  it('gives numbers to what has a label, by chapter or through', () => {
    const number = (numbering: 'chapter' | 'continuous') => {
      const [parsed] = parseFiles([{ path: '1.md', text: '$$a$$ {#eq:a}\n\n$$b$$\n\n$$c$$ {#eq:c}' }])
      if (!parsed) throw new Error('nothing was parsed')
      const { tree, file } = parsed
      readEquationLabels(tree)
      numberCaptions(tree, file, { numbering }, { ...startCaptionCount(), chapter: 3 })
      return tree.children.map((node) => (node.type === 'math' ? node.data?.number : '?'))
    }
    expect(number('chapter')).toEqual(['3.1', undefined, '3.2'])
    expect(number('continuous')).toEqual(['1', undefined, '2'])
  })
})
