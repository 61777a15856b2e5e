/** `[teks]{.class lang=…}`: what is a span, and what stays what it was. */
import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { remarkBlocks, remarkSpans } from '../../../scripts/index.ts'
import type { BracketedSpan } from '../../../scripts/model.ts'
import { parseFiles, parseTitle } from '../../../scripts/read/markdown/index.ts'
import { joinBlocks } from '../../../scripts/resolve/blocks/index.ts'
import { expectInProportion } from '../../proportion.ts'

const bare = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()
const own = bare().use(remarkSpans).freeze()

function parse(markdown: string): Root {
  const [chapter] = parseFiles([{ path: 'a.md', text: markdown }])
  if (!chapter) throw new Error('no tree')
  return chapter.tree
}

function spansOf(tree: Root): BracketedSpan[] {
  const found: BracketedSpan[] = []
  visit(tree, 'bracketedSpan', (node) => void found.push(node))
  return found
}

describe('spans', () => {
  // [Markdown, the source of each span, outer ones first]
  it.each<[string, string[]]>([
    ['kata [teks]{lang=ar} lain', ['[teks]{lang=ar}']],
    [
      '[teks]{.smallcaps}, [teks]{ .underline lang="en-GB" }',
      ['[teks]{.smallcaps}', '[teks]{ .underline lang="en-GB" }'],
    ],
    ['[*a* b **c `]`**]{lang=en}', ['[*a* b **c `]`**]{lang=en}']],
    ['*awal [a* b]{.smallcaps}', ['[a* b]{.smallcaps}']],
    ['[luar [dalam]{.underline}]{lang=en}', ['[luar [dalam]{.underline}]{lang=en}', '[dalam]{.underline}']],
    ['[lihat [situs](https://a.id) ini]{.smallcaps}', ['[lihat [situs](https://a.id) ini]{.smallcaps}']],
    ['[dua\nbaris]{lang=th}', ['[dua\nbaris]{lang=th}']],
    ['# Judul [x]{lang=en} {#sec:x}', ['[x]{lang=en}']],
    ['kata^[Catatan [x]{lang=en}.]', ['[x]{lang=en}']],
    ['| [a]{.smallcaps} |\n|---|\n| b |', ['[a]{.smallcaps}']],
    // None
    ['[x] {lang=ar} dan [x]', []],
    ['[x]{} [x]{-} [x]{#tbl:x} [x]{.5} [x]{teks biasa} [x]{lang}', []],
    ['[x](url) [x](url){.smallcaps}', []],
    ['\\[x]{.smallcaps} x]{.smallcaps}', []],
    ['![alt]{.smallcaps}', []],
    ['[@key]{.smallcaps}', []],
    ['`[x]{.smallcaps}`', []],
    ['$[x]{.smallcaps}$', []],
    ['[x]{.small\ncaps}', []],
  ])('%j', (markdown, sources) => {
    const found = spansOf(parse(markdown))
    expect(found.map(({ position }) => markdown.slice(position?.start.offset, position?.end.offset))).toEqual(
      sources,
    )
  })

  it('carry what stands in their braces, and their content with its markup', () => {
    const [span] = spansOf(parse('[*a* b]{.smallcaps .x lang=ar-Latn dir="ltr" lain=1}'))
    expect(span).toMatchObject({ classes: ['smallcaps', 'x'], lang: 'ar-Latn', dir: 'ltr' })
    expect(span?.children.map(({ type }) => type)).toEqual(['emphasis', 'text'])
    expect(spansOf(parse('[a]{lang="x y" .b}'))[0]).not.toHaveProperty('lang')
  })

  it('stay text in any other chain, and are known in titles', () => {
    expect(plainText(bare().parse('[x]{.smallcaps}'))).toBe('[x]{.smallcaps}')
    expect(parseTitle('Kajian [x]{.smallcaps}').map(({ type }) => type)).toEqual(['text', 'bracketedSpan'])
  })

  it('tell a class nobody knows', () => {
    const [chapter] = parseFiles([{ path: 'a.md', text: 'kata [x]{.smalcaps} [y]{.smallcaps .nocase}' }])
    if (!chapter) throw new Error('no tree')
    joinBlocks(chapter.tree, chapter.file)
    const told = diagnosticsOf(chapter.file)
    expect(told.map(({ ruleId, severity, place }) => [ruleId, severity, place?.start.column])).toEqual([
      ['block/unknown-class', 'info', 6],
    ])
    expect(unified().use(remarkParse).use(remarkSpans).use(remarkBlocks).freeze()).toBeDefined()
  })

  it('lose no letter of any text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{.a}',
      '{lang=ar}',
      '*',
      '![',
      '^[',
      '(',
      ')',
      'x',
      ' ',
      '\\',
      '`',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const markdown = pieces.join('')
        const tree = own().parse(markdown)
        visit(tree, 'bracketedSpan', ({ position }) => {
          expect(markdown.slice(position?.start.offset, position?.end.offset)).toMatch(
            /^\[[\s\S]*\]\{[^{}]+\}$/,
          )
        })
        const letters = (text: string) => text.replace(/[^x]/g, '').length
        expect(letters(plainText(tree))).toBe(letters(plainText(bare().parse(markdown))))
      }),
      { numRuns: 150 },
    )
  })

  it.each(['[', ']{.a}', '[[a]{.a}', '[a]{', '[*a]{.a}*'])('are read in proportion: %s', (unit) => {
    expectInProportion(own(), bare(), unit, { length: 2500 })
  })

  it('are read in proportion, one in the other', () => {
    expectInProportion(own(), bare(), `${'['.repeat(400)}${'a]{.a}'.repeat(400)}`, { length: 2000 })
  })
})
