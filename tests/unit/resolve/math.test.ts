/** The TeX of formulas: MathML, numbers, and faults told where they are. */
import type { ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import {
  remarkMath,
  remarkMathSyntax,
  remarkNumberCaptions,
  remarkNumberSections,
} from '../../../scripts/index.ts'
import type { Diagnostic } from '../../../scripts/model.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { compileMath } from '../../../scripts/resolve/index.ts'

async function read(markdown: string): Promise<{ formulas: ElementContent[][]; said: Diagnostic[] }> {
  const chapters = parseFiles([{ path: 'a.md', text: markdown }])
  await compileMath(chapters)
  const formulas: ElementContent[][] = []
  for (const { tree } of chapters) {
    visit(tree, (node) => {
      if ((node.type === 'inlineMath' || node.type === 'math') && node.data?.formula)
        formulas.push(node.data.formula)
    })
  }
  return { formulas, said: chapters.flatMap(({ file }) => diagnosticsOf(file)) }
}

async function htmlOf(markdown: string): Promise<string> {
  const { formulas } = await read(markdown)
  return unified().use(rehypeStringify).stringify({ type: 'root', children: formulas.flat() })
}

describe('what TeX becomes', () => {
  it.each([
    ['\\frac{a}{b}', '<mfrac><mi>a</mi><mi>b</mi></mfrac>'],
    ['\\sqrt[3]{x}', '<mroot>'],
    ['\\text{jika }', '<mtext>jika\u00a0</mtext>'],
    ['\\alpha\\gamma', '<mi>α</mi><mi>γ</mi>'],
    ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '<mtable>'],
    ["f'", '<mrow><mi>f</mi><mo lspace="0em" rspace="0em" class="tml-prime tml-lrg-pad">′</mo></mrow>'],
    ['\\beta_1', '<msub><mpadded height="0.47em" depth="0em"><mi>β</mi></mpadded><mn>1</mn></msub>'],
    [
      '\\begin{align}a&=b\\end{align}',
      '<mtable displaystyle="true" class="tml-jot"><mtr><mtd class="tml-right"',
    ],
    ['\\newcommand{\\rata}[1]{\\bar{#1}}\\rata{x}', '<mover>'],
  ])('%s', async (tex, html) => {
    expect(await htmlOf(`$${tex}$`)).toContain(html)
  })

  it('holds nothing that leads outside or takes part in the page', async () => {
    const html = await htmlOf(
      '$x \\label{bab} \\color{red} y \\class{cover}{z} \\style{position:fixed;top:0}{w} \\id{a}{b} \\data{a=b}{c}$\n\n$$\\begin{align}a&=b\\label{sec}\\end{align}$$\n\n$\\color{#f00}{x}$ $\\rule{900em}{900em}$',
    )
    expect(html).not.toMatch(/\b(?:id|href|src|on\w+|data-\w+)=|url\(|position|cover|<a|<span/)
    expect(html).toContain('color:#f00')
    expect(html).not.toContain('900em')
  })
})

describe('faults', () => {
  // [Markdown, line:column-column and message]
  it.each<[string, string[]]>([
    ['Nilai $a + \\farc{b}$.', ['1:12-1:17 Perintah \\farc tidak dikenal.']],
    ['$$\na &= b\n$$', ['2:3-2:4 “&” tidak boleh ada di sini.']],
    ['> $$\n> a\n> \\foo\n> $$', ['3:3-3:7 Perintah \\foo tidak dikenal.']],
    // What LaTeX numbers line by line is compiled under a longer name; the place is that of what was typed.
    ['$$\n\\begin{align}\n  a &= \\salah\n\\end{align}\n$$', ['3:8-3:14 Perintah \\salah tidak dikenal.']],
    [
      '$$\n\\begin{align}\n  a\n\\end{gather}\\foo\n$$',
      ['4:1-4:5 \\begin{align} ditutup dengan \\end{gather}.'],
    ],
    ['$x \\eqref{a}$', ['1:4-1:10 \\eqref merujuk dari dalam rumus.']],
    ['x\r\n\r\n$$\r\na\r\n\\foo\r\n$$', ['5:1-5:5 Perintah \\foo tidak dikenal.']],
    ['| a |\n|---|\n| $a\\|b\\foo$ |', ['3:8-3:12 Perintah \\foo tidak dikenal.']],
    ['$a^b^c$', ['1:5-1:6 Ada dua “^” berturut-turut pada lambang yang sama.']],
    ['$\\frac{a$', ['1:7-1:8 “{” tidak ditutup.']],
    ['$\\frac{a}$', ['1:2-1:7 Sesudah \\frac masih kurang isi di dalam kurung kurawal {…}.']],
    ['$a}$', ['1:3-1:4 “}” tidak boleh ada di sini.']],
    ['$\\left(a$', ['1:2-1:7 “\\left” tidak ditutup.']],
    ['$a\\right)$', ['1:3-1:9 “\\right” tidak boleh ada di sini.']],
    ['$$\\begin{matrix}a$$', ['1:3-1:17 “\\begin{matrix}” tidak ditutup.']],
    ['$$\\begin{matriks}a\\end{matriks}$$', ['1:9-1:18 Lingkungan “matriks” pada \\begin tidak dikenal.']],
    ['$$\\begin{matrix}a\\end{pmatrix}$$', ['1:18-1:22 \\begin{matrix} ditutup dengan \\end{pmatrix}.']],
    ['$x^$', ['1:3-1:4 Tidak ada apa-apa sesudah “^”.']],
    ['$\\href{http://x.id}{a}$', ['1:2-1:7 Perintah \\href tidak dikenal.']],
    ['$\\includegraphics{a.png}$', ['1:2-1:18 Perintah \\includegraphics tidak diizinkan di dalam rumus.']],
    ['$$\n$$', ['1:1-2:3 Rumus ini kosong.']],
    [
      '$\\def\\a{\\a\\a}\\a$',
      ['1:1-1:17 Rumus ini terlalu panjang, terlalu dalam, atau memanggil dirinya sendiri.'],
    ],
    ['𝑥 😀 $😀\\foo$', ['1:10-1:14 Perintah \\foo tidak dikenal.']],
    ['$a$ dan $b_i^2$, $$\\sum_i x_i$$', []],
  ])('%j', async (markdown, messages) => {
    const { said } = await read(markdown)
    const told = said.map(({ place, message }) => {
      const { start, end } = place ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } }
      return `${start.line}:${start.column}-${end.line}:${end.column} ${message.id}`
    })
    expect(told).toEqual(messages)
  })

  it('are told in both languages with what to do', async () => {
    const { said } = await read('$\\farc{1}{2}$')
    expect(said).toMatchObject([
      {
        ruleId: 'math/syntax',
        severity: 'error',
        message: { en: 'The command \\farc is not known.' },
        hint: { id: 'Mungkin maksud Anda “\\frac”, “\\bar”, “\\circ”?' },
      },
    ])
  })

  it.each<[string, string[]]>([
    ['kata\n\n$$\nx\n\nkata', ['3:1 Rumus yang dibuka dengan “$$”']],
    ['$$\nx\n\ny\n$$\n\n$$z$$', ['1:1 Ada baris kosong di dalam rumus']],
    ['$$\nx\n\ny\n$$\n\n$$\nz', ['1:1 Ada baris kosong di dalam rumus', '7:1 Rumus yang dibuka dengan “$$”']],
  ])('name the mark that nothing closes: %j', async (markdown, messages) => {
    const { said } = await read(markdown)
    const told = said.map(({ place, message }) => `${place?.start.line}:${place?.start.column} ${message.id}`)
    expect(told.map((text, at) => text.slice(0, messages[at]?.length))).toEqual(messages)
  })
})

describe('a stranger’s TeX', () => {
  const DEEP = 1000
  it.each([
    '\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}}}}',
    '\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c\\c\\c}\\d\\d\\d\\d',
    '\\edef\\a{x}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\a',
    '\\let\\a=\\b\\let\\b=\\a\\a',
    `${'{'.repeat(DEEP)}x${'}'.repeat(DEEP)}`,
    `${'\\left('.repeat(DEEP / 2)}x${'\\right)'.repeat(DEEP / 2)}`,
    `${'\\sqrt'.repeat(DEEP)}{x}`,
    `${'\\bar '.repeat(DEEP)}x`,
    `x${'^x_'.repeat(DEEP)}`,
    '\\begin{array}{*{999999}{c}}a\\end{array}',
    `\\begin{matrix}${'&'.repeat(4000)}\\end{matrix}`,
    `${'\\iff'.repeat(1200)}`,
    `${'\\boldsymbol{'.repeat(70)}x${'}'.repeat(70)}`,
    `${'\\cfrac{1}{1+'.repeat(70)}x${'}'.repeat(70)}`,
  ])('ends soon: %#', async (tex) => {
    const start = performance.now()
    const { formulas, said } = await read(`$$${tex}$$`)
    expect(performance.now() - start).toBeLessThan(3000)
    expect(formulas.length + said.length).toBe(1)
    expect(hastText({ type: 'root', children: formulas.flat() }).length).toBeLessThan(400_000)
  })
})

it('numbers and shows formulas in a chain that knows nothing of the program', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkMathSyntax)
    .use(remarkNumberSections)
    .use(remarkNumberCaptions)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('# Satu\n\n$$a$$ {#eq:a}\n\nNilai $b$.\n\n# Dua\n\n$$c$$ {#eq:c}\n\n$$d$$\n\n$$e$$ {#eq:e}\n')
  expect(String(file)).toContain('<p>Nilai <span><math><mi>b</mi></math></span>.</p>')
  expect(String(file)).toMatch(/<div><math display="block"[^>]*><mi>a<\/mi><\/math><\/div>/)
  const numbers: string[] = []
  const tree = unified()
    .use(remarkParse)
    .use(remarkMathSyntax)
    .parse('$$a$$ {#eq:a}\n\n$$b$$\n\n$$c$$ {#eq:c}')
  await unified().use(remarkNumberCaptions).run(tree)
  visit(tree, 'math', ({ data }) => void numbers.push(`${data?.number} #${data?.id}`))
  expect(numbers).toEqual(['1 #eq-1', 'undefined #undefined', '2 #eq-2'])
})
