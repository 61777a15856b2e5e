import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { remarkMathSyntax } from '../../../scripts/index.ts'
import { parseFiles, parseInline, parseTitle } from '../../../scripts/read/markdown/index.ts'
import { expectInProportion } from '../../proportion.ts'

function parse(markdown: string): Root {
  const [chapter] = parseFiles([{ path: 'a.md', text: markdown }])
  if (!chapter) throw new Error('no tree')
  return chapter.tree
}

/** The formulas in reading order: `$…$`, `$$…$$ label`, and `$$…` for one that nothing closes. */
function formulasOf(markdown: string, tree = parse(markdown)): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if (node.type === 'inlineMath') found.push(`$${node.value}$`)
    if (node.type !== 'math') return
    const label = node.label === undefined ? '' : ` ${node.label}`
    found.push(node.unclosed ? `$$${node.value}` : `$$${node.value}$$${label}`)
  })
  return found
}

function sourceOf(markdown: string, { position }: Nodes): string {
  return markdown.slice(position?.start.offset, position?.end.offset)
}

/** The blocks of a text, a formula by its TeX and a paragraph by its words. */
function blocksOf(markdown: string): string[] {
  return parse(markdown).children.map((node) =>
    node.type === 'math'
      ? `$$${node.value}`
      : node.type === 'paragraph' && node.data?.hProperties
        ? `… ${plainText(node)}`
        : plainText(node),
  )
}

describe('$…$', () => {
  it.each<[string, string[]]>([
    [
      'Nilai $x^2$ dan $a$, $b$; ($c$) [$d$] "$e$" “$f$”.',
      ['$x^2$', '$a$', '$b$', '$c$', '$d$', '$e$', '$f$'],
    ],
    ['$n$-gram, $x$nya, $k$–$m$, $a$/$b$', ['$n$', '$x$', '$k$', '$m$', '$a$', '$b$']],
    ['*$x$* **$y$** ~~$z$~~ [$a$](u) x^$n$^', ['$x$', '$y$', '$z$', '$a$', '$n$']],
    [
      '$\\frac{a}{b}$ $\\$5$ $a\\\\$ $\\text{5 juta}$',
      ['$\\frac{a}{b}$', '$\\$5$', '$a\\\\$', '$\\text{5 juta}$'],
    ],
    ['$a_1$ dan $b_2$, $a*b$ dan $c*d$', ['$a_1$', '$b_2$', '$a*b$', '$c*d$']],
    ['$a\nb$', ['$a\nb$']],
    ['> $a\n> b$', ['$a\nb$']],
    [
      '$2x$, $5$, $0{,}05$, $2 \\sin x$, $10 mod 3$, $5 \\text{ juta rupiah}$',
      ['$2x$', '$5$', '$0{,}05$', '$2 \\sin x$', '$10 mod 3$', '$5 \\text{ juta rupiah}$'],
    ],
    [
      '# Nilai $x$\n\n| $a$ | $P(A\\|B)$ |\n|---|---|\n| $\\{c\\}$ | $d$ |',
      ['$x$', '$a$', '$P(A|B)$', '$\\{c\\}$', '$d$'],
    ],
    ['kata^[catatan $x$] lain[^1]\n\n[^1]: $y$', ['$y$', '$x$']],
    ['$`a$ dan $R^*$ serta $-x$', ['$`a$', '$R^*$', '$-x$']],
    ['H~2~O $x$ 5^2^ $@a$', ['$x$', '$@a$']],
  ])('%j', (markdown, formulas) => {
    expect(formulasOf(markdown)).toEqual(formulas)
  })

  it('is only what stands in the file', () => {
    const markdown = 'Nilai $x^2$ dan\n> $a\n> b$ juta'
    visit(parse(markdown), 'inlineMath', (node) => {
      expect(sourceOf(markdown, node)).toMatch(/^\$[\s\S]*\$$/)
    })
  })

  it('is read in captions', () => {
    expect(parseInline('Kurva $x^2$').map(({ type }) => type)).toEqual(['text', 'inlineMath'])
  })

  it.each([parseTitle, parseInline])('is what `$$` means in one line by itself, in %o', (parseLine) => {
    const read = (line: string) => parseLine(line).map((node) => ('value' in node ? node.value : node.type))
    expect(read('Kurva $$x^2$$ pada $y$')).toEqual(['Kurva ', 'x^2', ' pada ', 'y'])
    expect(read('$$x^2$$')).toEqual(['x^2'])
    expect(read('US$5 juta dan US$10 juta')).toEqual(['US$5 juta dan US$10 juta'])
  })
})

describe('dollars that are text', () => {
  it.each([
    'US$5 juta pada 2010 menjadi US$10 juta pada 2015.',
    'Bantuan A$5 juta, S$6 juta, HK$7 juta, dan NT$8 juta.',
    'Harga naik dari $5 ke $10 per barel.',
    'Harga $5,50 sampai $6,75 per liter.',
    'Rentang $5-$10, $5–$10, dan $5—$10.',
    'Biaya ($5) dan ($10); [$5] dan [$10].',
    'Sekitar $100/bulan (atau $1.200/tahun).',
    'Utang $5 juta (AS$) dan lainnya.',
    'Dari $5 juta ke 10 juta$ saja.',
    'Dibayar 5$ dan 10$ tunai.',
    'Dibayar 5 $ dan 10 $ tunai.',
    'Kurs $1 = Rp15.000 (kurs dolar AS/$).',
    'Mata uang dolar ($) dan euro (€), lalu ($) lagi.',
    'Lambang $, lalu $, dan $.',
    'Lambang “$” dan “$”, \'$\' dan \'$\', "$" dan "$".',
    'Lambang *$* dan *$*, **$** dan **$**.',
    'Rp/$, ¥/$, dan €/$ sepanjang tahun.',
    'AS $/barel dan $/ton serta AU$/ton.',
    'Tingkat $% dan $%.',
    'Artis Ke$ha dan A$AP Rocky.',
    'Jalur $HOME/bin dan $PATH.',
    'Templat $\u007bnama} dan $\u007balamat}, $\u007ba}/$\u007bb}.',
    "Kode $('#a') dan $('#b').",
    'Pola ^abc$ dan ^d$ saja.',
    'Harga \\$5 dan \\$10, \\$x\\$.',
    'Harga `$5` dan `$x$`.',
    'Restoran $$ – sedang, $$$ – mahal, $$$$ – mewah.',
    '$$ untuk sedang dan $$ untuk mahal',
    'US$$5 dan $$',
    'Upah $3 di AS dan $4 di Kanada.',
    'Modal $1.000.000,-; bunga $5.',
    'Sebesar $5 miliar$ untuk 2 tahun',
    'Sebesar $20,000 dan USD$30,000.',
    '<http://x.id/$a$> https://x.id/?$a$ [u](http://x.id/$a$b)',
    'Anggaran $5\n\njuta$ lagi',
    '    $x$',
    '```\n$x$\n```',
    'Tanda $',
    '$ x$ dan $x $',
  ])('%j', (markdown) => {
    expect(formulasOf(markdown)).toEqual([])
  })
})

describe('$$…$$', () => {
  it.each<[string, string[]]>([
    ['$$x$$', ['$$x$$']],
    ['$$ x $$ {#eq:a}', ['$$x$$ eq:a']],
    ['$$x$${#eq:a .besar}  ', ['$$x$$ eq:a']],
    ['$$\nx\n- y\n+ z\n> w\n$$ {#eq:a}', ['$$x\n- y\n+ z\n> w$$ eq:a']],
    ['$$a\n= b$$', ['$$a\n= b$$']],
    [
      '$$\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}\n$$',
      ['$$\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}$$'],
    ],
    ['$$ \\text{jika $x$} \\$ $$', ['$$\\text{jika $x$} \\$$$']],
    ['1. satu\n\n   $$\n   a\n   $$\n\n2. $$b$$ {#eq:b}', ['$$a$$', '$$b$$ eq:b']],
    ['> $$\n> a\n> b\n> $$', ['$$a\nb$$']],
    ['$$\r\na\r\nb\r\n$$', ['$$a\nb$$']],
    ['$$\n$$', ['$$$$']],
    ['**$$a$$** | $$b$$', ['$a$', '$$b$$']],
    ['# Judul $$a$$', ['$a$']],
    ['x[^1]\n\n[^1]: $$a$$', ['$$a$$']],
  ])('%j', (markdown, formulas) => {
    expect(formulasOf(markdown)).toEqual(formulas)
  })

  it.each<[string, string[]]>([
    ['kata\n$$a$$\nlanjut', ['kata', '$$a', '… lanjut']],
    ['kata\n$$\na\n$$\nlanjut', ['kata', '$$a', '… lanjut']],
    ['kata $$a$$ {#eq:a} lanjut $$b$$, akhir', ['kata', '$$a', '… lanjut', '$$b', '… , akhir']],
    ['kata $$a\n= b$$\n\nbaru', ['kata', '$$a\n= b', 'baru']],
    ['$$a\n= b$$ lanjut', ['$$a\n= b', '… lanjut']],
    ['$$a$$\n$$b$$', ['$$a', '$$b']],
  ])('stands between paragraphs: %j', (markdown, blocks) => {
    expect(blocksOf(markdown)).toEqual(blocks)
  })

  it.each<[string, string[], string]>([
    ['$$\nx\n\nkata\n\n$$y$$', ['$$x', '$$y$$'], '$$\nx'],
    ['> $$\n> x\n\nkata $y$', ['$$x', '$y$'], '$$\n> x'],
    ['$$ x = 1\n\nkata', ['$$x = 1'], '$$ x = 1'],
    ['kata\n$$\nx', ['$$x'], '$$\nx'],
  ])('ends at a blank line when nothing closes it: %j', (markdown, formulas, source) => {
    expect(formulasOf(markdown)).toEqual(formulas)
    visit(parse(markdown), 'math', (node) => {
      if (node.unclosed) expect(sourceOf(markdown, node)).toBe(source)
    })
  })
})

describe('whatever is written', () => {
  const bare = unified().use(remarkParse).freeze()
  const own = bare().use(remarkMathSyntax).freeze()
  const piece = fc.constantFrom(
    ...['$', '$$', '\\$', 'x', '5', ' ', '\n', '\n\n', '> ', '- ', '{#eq:a}', '|', '\\', '*', '`', '^', '_'],
  )

  it('places every node where it stands, and changes no text without a dollar', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const markdown = pieces.join('')
        const tree = own.parse(markdown)
        visit(tree, (node) => {
          const { start, end } = node.position ?? {}
          if (start?.offset === undefined || end?.offset === undefined) return
          expect(start.offset).toBeLessThanOrEqual(end.offset)
          expect(markdown.split('\n')[start.line - 1]?.length ?? 0).toBeGreaterThanOrEqual(start.column - 1)
          if (node.type === 'inlineMath') {
            expect(markdown[start.offset]).toBe('$')
            expect(markdown[end.offset - 1]).toBe('$')
            expect(node.value.trim()).not.toBe('')
          }
        })
        const without = markdown.replaceAll('$', '')
        expect(own.parse(without)).toEqual(bare.parse(without))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['$a '],
    ['$a'],
    ['$$ x=\n\n'],
    ['$$ a\nb $$ c\n'],
    ['$$ a\nb $ c\n'],
    ['$$x$$'],
    ['$$x$$ {#'],
    ['> $$\n'],
    ['$\\'],
    ['$5 juta '],
  ])('takes time in proportion: %j', (unit) => {
    expectInProportion(own, bare, unit)
  })

  it.each(['x\n', '$ x\n', '\\', '{'])('takes time in proportion in a block without an end: %j', (unit) => {
    expectInProportion({ parse: (text) => own.parse(`$$\n${text}`) }, bare, unit)
  })
})
