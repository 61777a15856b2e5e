import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { remarkPageBreaks, remarkScripts } from '../../../scripts/index.ts'
import { parseFiles, parseInline, parseTitle } from '../../../scripts/read/markdown/index.ts'
import { expectInProportion } from '../../proportion.ts'

function parse(markdown: string): Root {
  const [chapter] = parseFiles([{ path: 'a.md', text: markdown }])
  if (!chapter) throw new Error('no tree')
  return chapter.tree
}

const bare = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()
const own = bare().use(remarkScripts).use(remarkPageBreaks).freeze()

/** The scripts of a text in reading order, as they are written. */
function scriptsOf(markdown: string, tree = parse(markdown)): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if (node.type === 'superscript' || node.type === 'subscript') found.push(sourceOf(markdown, node))
  })
  return found
}

function sourceOf(markdown: string, { position }: Nodes): string {
  return markdown.slice(position?.start.offset, position?.end.offset)
}

describe('raised and lowered text', () => {
  // [Markdown, the sources of its scripts]
  it.each<[string, string[]]>([
    ['H~2~O dan x^2^', ['~2~', '^2^']],
    ['C~6~H~12~O~6~, SO~4~^2-^, Na^+^', ['~6~', '~12~', '~6~', '~4~', '^2-^', '^+^']],
    ['^14^C, log~2~8, 27^o^C, 1^er^', ['^14^', '~2~', '^o^', '^er^']],
    ['x^*n*^ *x^2^* **CO~2~**', ['^*n*^', '^2^', '~2~']],
    ['x^n~i~^ dan a~b^c^~', ['^n~i~^', '~i~', '~b^c^~', '^c^']],
    ['x^a\\ b^ P~suhu\\ tinggi~', ['^a\\ b^', '~suhu\\ tinggi~']],
    ['x^a\\^b^ x^`^`^', ['^a\\^b^', '^`^`^']],
    ['\\~~a~ \\^^b^', ['~a~', '^b^']],
    ['[x^2^](u) ~~H~2~O~~ x^[y](u)^', ['^2^', '~2~']],
    ['# CO~2~\n\n| a^2^ |\n|---|\n| b~2~ |', ['~2~', '^2^', '~2~']],
    ['m^2^^[catatan] kata[^1]^2^\n\n[^1]: x^3^', ['^2^', '^2^', '^3^']],
    ['~5~ ^a^', ['~5~', '^a^']],
    // and what is not
    ['a^b, 2^10, ~5 km, ±~2 %, 10^5', []],
    ['US$5 ~ US$10 juta, ^_^ dan ^.^', []],
    ['10^2-10^3, 10^2–10^3, ~5-~10 km, ~5–~10 km', []],
    ['$x^2+y^2=z^2$ $e^{x}+e^{y}$ $\\frac{x^2}{y^2}$', []],
    ['^ a^ x^a b^ ~a b~ x^a\nb^ x^a\tb^', []],
    ['x^^ ~~ ~~~ ^^^ a~~b~~c ~~~d~', []],
    ['\\^a^ \\~a~ x^a\\^', []],
    ['`x^2^` ``H~2~O``\n\n    x^2^\n\n```\nx^2^\n```', []],
    ['[a](u^b^c) ![a](u~b~c) <http://x.id/^a^> https://x.id/~a~ www.x.id/^a^', []],
    ['[a^b](u^c) a^b[c^d] x^<http://x.id/^a> ^https://x.id/^a', []],
    ['<b title="x^2^">', []],
    ['[a]\n\n[a]: u~b~ "c^d^"', []],
    ['10^5,^[catatan] 10^5[^1] [^2] x^[a]^\n\n[^1]: a', []],
    [`x^${'a'.repeat(201)}^`, []],
  ])('%j', (markdown, expected) => {
    expect(scriptsOf(markdown)).toEqual(expected)
  })

  it('become nodes with their markup, at their place', () => {
    expect(parse('x^*n*\\ 2^ CO~2~').children[0]).toMatchObject({
      children: [
        { value: 'x' },
        {
          type: 'superscript',
          children: [
            { type: 'emphasis', children: [{ value: 'n' }] },
            { type: 'text', value: '\u00A02' },
          ],
          position: { start: { offset: 1, column: 2 }, end: { offset: 9, column: 10 } },
        },
        { value: ' CO' },
        { type: 'subscript', children: [{ value: '2', position: { start: { offset: 13 } } }] },
      ],
    })
  })

  it('leave notes to the carets that stand before a bracket', () => {
    const notes = (markdown: string) =>
      parse(markdown)
        .children.filter(({ type }) => type === 'footnoteDefinition')
        .map((node) => sourceOf(markdown, node))
    expect(notes('m^2^^[a] 10^5,^[b] (10^5)^[c] a~b~^[d x^2^]')).toEqual([
      '^[a]',
      '^[b]',
      '^[c]',
      '^[d x^2^]',
    ])
    expect(notes('x^2^[1]')).toEqual([])
  })

  it('keep their characters in titles, captions and alternative texts', () => {
    expect(plainText({ type: 'paragraph', children: parseTitle('Emisi CO~2~ per m^2^') })).toBe(
      'Emisi CO2 per m2',
    )
    expect(parseInline('Kadar CO~2~').map(({ type }) => type)).toEqual(['text', 'subscript'])
    expect(parse('![Kadar CO~2~](u)').children[0]).toMatchObject({ children: [{ alt: 'Kadar CO2' }] })
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '^',
      '^',
      '~',
      '~',
      '~~',
      '^2^',
      '~2~',
      '^[',
      ']',
      '[',
      '](u)',
      '[^1]',
      '\n\n[^1]: ',
      '[@k',
      '`',
      '\\',
    ],
    ...[
      '\\ ',
      '*',
      '_',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '| a |\n|---|\n',
      '# ',
      '&amp;',
      '<',
      '<b>',
      'https://x.id/',
    ],
    ...[' ', '2', 'ab', '$', '{', '}', '.', '-', '!['],
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const anyMarkdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('').replaceAll('\0', ''))

describe('whatever is typed', () => {
  it('is read, and what is raised or lowered is a word between its marks', () => {
    let seen = 0
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        for (const script of scriptsOf(markdown)) {
          seen++
          expect(script).toMatch(/^(\^|~)(?:[^\s\\]|\\[^\r\n\t])+\1$/u)
        }
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(20)
  })

  it('is what Markdown reads without them, when none of it is raised or lowered', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const tree = own.parse(markdown)
        fc.pre(scriptsOf(markdown, tree).length === 0)
        expect(tree).toEqual(bare.parse(markdown))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['^', '~', '^a', '~a', '^a~', 'a^`', '^\\ ', '^a[', '^^a', '^a~b^c', '^*a'])(
    '%j many times takes time in proportion',
    // Each mark looks 200 characters ahead at the most.
    (unit) => expectInProportion(own, bare, unit, { slack_ms: 500 }),
  )
})

describe('page breaks', () => {
  const types = (markdown: string) => parse(markdown).children.map(({ type }) => type)

  it.each<[string, string[]]>([
    ['a\n\n\\newpage\n\nb', ['paragraph', 'pageBreak', 'paragraph']],
    ['\\pagebreak', ['pageBreak']],
    ['  \\newpage  \n\\pagebreak\n', ['pageBreak']],
    // and what is none
    ['a\n\\newpage', ['paragraph']],
    ['\\newpage a', ['paragraph']],
    ['\\newpages', ['paragraph']],
    ['\\\\newpage', ['paragraph']],
    ['`\\newpage`', ['paragraph']],
    ['*\\newpage*', ['paragraph']],
    ['    \\newpage', ['code']],
    ['> \\newpage', ['blockquote']],
    ['# \\newpage', ['heading']],
  ])('%j', (markdown, expected) => {
    expect(types(markdown)).toEqual(expected)
    expect(JSON.stringify(parse(markdown)).includes('pageBreak')).toBe(expected.includes('pageBreak'))
  })

  it('stand where they are written', () => {
    expect(parse('a\n\n\\newpage').children[1]).toEqual({
      type: 'pageBreak',
      position: { start: { line: 3, column: 1, offset: 3 }, end: { line: 3, column: 9, offset: 11 } },
    })
  })
})
