import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { Citation, CiteItem } from '../../../scripts/model.ts'
import { remarkCiteSyntax } from '../../../scripts/read/markdown/citation-syntax.ts'
import { expectInProportion } from '../../proportion.ts'

const bare = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkCiteSyntax)
const parse = (markdown: string): Root => parser.parse(markdown)

function citationsOf(tree: Root): Citation[] {
  const found: Citation[] = []
  visit(tree, 'citation', (node) => {
    found.push(node)
  })
  return found
}

const source = (markdown: string, { position }: Nodes) =>
  markdown.slice(position?.start.offset, position?.end.offset)

/** What is read of an item, in one line: `lihat|-key|page 3|suffix > within`. */
function line(item: CiteItem): string {
  const where = item.locator === undefined ? '' : `${item.label} ${item.locator}`
  const own = [item.prefix ?? '', `${item.suppressAuthor ? '-' : ''}${item.key}`, where, item.suffix ?? '']
  return own.join('|').replace(/\|+$/, '') + (item.within ? ` > ${line(item.within)}` : '')
}

describe('what is a citation', () => {
  // [Markdown, the sources of its citations]
  it.each<[string, string[]]>([
    ['[@k]', ['[@k]']],
    ['dua [@a] [@b].', ['[@a]', '[@b]']],
    ['[@a][@b]', ['[@a]', '[@b]']],
    ['[[@k]]', ['[@k]']],
    ['Menurut @k, hal', ['@k']],
    ['(@k) “@k” @k’s @k. @k: @k;', ['@k', '@k', '@k', '@k', '@k', '@k']],
    ['*@k* **[@k]** ~~[@k]~~', ['@k', '[@k]', '[@k]']],
    ['[*lihat* @k]', ['[*lihat* @k]']],
    ['@k [hlm. 5] dan', ['@k [hlm. 5]']],
    ['@k [12–14]', ['@k [12–14]']],
    ['@k\n[bab 2]', ['@k\n[bab 2]']],
    ['@a [hlm. 3, dalam @b, hlm. 13]', ['@a [hlm. 3, dalam @b, hlm. 13]']],
    ['@k [sic] @k [teks](url)', ['@k', '@k']],
    ['@{a b.} [@{x.y.}]', ['@{a b.}', '[@{x.y.}]']],
    ['teks [@x]: lanjut', ['[@x]']],
    ['> a [@k,\n> hlm. 5]', ['[@k,\n> hlm. 5]']],
    ['| a |\n|---|\n| [@k, hlm. 3] |', ['[@k, hlm. 3]']],
    ['# Judul [@k]', ['[@k]']],
    ['kata[^1]\n\n[^1]: Catatan [@k]', ['[@k]']],
    ['@fig:x dan [@tbl:y]', ['@fig:x', '[@tbl:y]']],
    ['[`@x` @k]', ['[`@x` @k]']],
    // and what is not
    ['`[@k]` dan ``@k``', []],
    ['    [@k]', []],
    ['```\n[@k]\n```', []],
    ['orang@kampus.ac.id orang.@kampus x+@y', []],
    ['https://medium.com/@k <https://x.id/@k> http://x.id/a?b=@k', []],
    ['[lihat @k](http://x.id) [@k](http://x.id)', []],
    ['[a [@k] b](http://x.id)', []],
    ['[teks @k][ref] [@k][ref]\n\n[ref]: http://x.id', []],
    ['![alt @k](a.png) ![[@k]](a.png)', []],
    ['\\@k [\\@k] [a \\@k]', []],
    ['[@k]: http://x.id', []],
    ['@ @. @{} @{a [@] [@.] @@k', []],
    ['[^1] [ ] [x] [teks]\n\n[^1]: a', []],
    ['<b title="@k">', []],
    ['[`@k`]', []],
  ])('%j', (markdown, expected) => {
    expect(citationsOf(parse(markdown)).map((node) => source(markdown, node))).toEqual(expected)
  })

  it('turns a citation inside a link into its text', () => {
    const tree = parse('[lihat @k, ya](http://x.id) ![alt [@k]](a.png)')
    expect(tree.children[0]).toMatchObject({
      children: [
        { type: 'link', children: [{ type: 'text', value: 'lihat @k, ya' }] },
        { type: 'text', value: ' ' },
        { type: 'image', alt: 'alt [@k]' },
      ],
    })
  })

  it.each<[string, string]>([
    ['@a.b:c-d_e/f#1', 'a.b:c-d_e/f#1'],
    ['@a..b', 'a'],
    ['@a--b', 'a'],
    ['@a.', 'a'],
    ['@a.)', 'a'],
    ['@2020x', '2020x'],
    ['@müller2020', 'müller2020'],
    ['@_x', '_x'],
    ['@a”', 'a'],
  ])('%s has the key %s', (markdown, key) => {
    expect(citationsOf(parse(markdown)).map(({ items }) => items[0]?.key)).toEqual([key])
  })
})

describe('the works of a citation', () => {
  it.each<[string, string[]]>([
    ['[@k]', ['|k']],
    ['[-@k]', ['|-k']],
    ['[@k, hlm. 3]', ['|k|page 3']],
    ['[@k, hlm. 3-5, 7 dan 9]', ['|k|page 3–5, 7 dan 9']],
    ['[@k, hal. iv]', ['|k|page iv']],
    ['[@k: 45]', ['|k|page 45']],
    ['[@k, 12]', ['|k|page 12']],
    ['[@k; hlm. 3]', ['|k|page 3']],
    ['[@k, h. 3]', ['|k|page 3']],
    ['[@k, halaman 3]', ['|k|page 3']],
    ['[@k, pp. 3–4]', ['|k|page 3–4']],
    ['[@k, p.3]', ['|k|page 3']],
    ['[@k, bab 2]', ['|k|chapter 2']],
    ['[@k, ch. 2]', ['|k|chapter 2']],
    ['[@k, Bab II]', ['|k|chapter II']],
    ['[@k, jilid 2]', ['|k|volume 2']],
    ['[@k, vol. 2]', ['|k|volume 2']],
    ['[@k, no. 4]', ['|k|issue 4']],
    ['[@k, pasal 5 ayat (1)]', ['|k|article-locator 5 ayat (1)']],
    ['[@k, ayat (2)]', ['|k|verse (2)']],
    ['[@k, hlm.&nbsp;5]', ['|k|page 5']],
    ['[@k, hasil kajian]', ['|k||, hasil kajian']],
    ['[@k, hlm. 5, penekanan penulis]', ['|k|page 5|, penekanan penulis']],
    ['[@k, hlm. 3, di bagian awal]', ['|k|page 3|, di bagian awal']],
    ['[lihat @k]', ['lihat|k']],
    ['[lihat; @k]', ['lihat|k']],
    ['[lihat -@k, hlm. 2; bandingkan @b]', ['lihat|-k|page 2', 'bandingkan|b']],
    ['[@k \\; catatan; @b]', ['|k|| ; catatan', '|b']],
    ['[@a, @b dan @c]', ['|a', '|b', '|c']],
    ['[@a, hlm. 3, dalam @b, hlm. 13]', ['|a|page 3 > |b|page 13']],
    ['[@a dalam @b; @c]', ['|a > |b', '|c']],
    ['[lihat @a, dikutip dalam @b]', ['lihat|a > |b']],
    ['[@a, bab 1; @b]', ['|a|chapter 1', '|b']],
    ['@k [hlm. 5]', ['|k|page 5']],
    ['@k [5]', ['|k|page 5']],
    ['@a [hlm. 3, dalam @b, hlm. 13]', ['|a|page 3 > |b|page 13']],
    ['@a [dalam @b]', ['|a > |b']],
    ['[@k,\nhlm. 5]', ['|k|page 5']],
    ['[lihat\npula @k, hlm.\n5;\n@b]', ['lihat pula|k|page 5', '|b']],
  ])('%s', (markdown, expected) => {
    const [citation] = citationsOf(parse(markdown))
    expect(citation?.items.map(line)).toEqual(expected)
    expect(citation?.mode).toBe(markdown.startsWith('@') ? 'narrative' : 'parenthetical')
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '@',
      '[',
      ']',
      '@k',
      '[@k',
      '@{',
      '}',
      ';',
      ', hlm. 3',
      ' dalam @b',
      '`',
      '\\',
      '*',
      '(',
      ')',
      '](u)',
      '![',
    ],
    ...[
      '\n',
      '\n\n',
      '> ',
      '| a |\n|---|\n',
      '- ',
      '[^1]',
      ':',
      '<',
      '&amp;',
      'https://x.id/',
      ' ',
      '-',
      '_',
      '~~',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const anyMarkdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

describe('whatever is typed', () => {
  it('is read, and every citation and key stands where its position says', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const text = markdown.replaceAll('\0', '')
        for (const node of citationsOf(parse(text))) {
          const own = source(text, node)
          expect(own).toMatch(node.mode === 'narrative' ? /^@/ : /^\[[\s\S]*\]$/)
          expect(node).not.toHaveProperty('children')
          expect(node.items.length).toBeGreaterThan(0)
          for (let item = node.items[0]; item; item = item.within) {
            const { place, key } = item
            expect(text.slice(place?.start.offset, place?.end.offset).normalize('NFC')).toBe(key)
            expect(text[(place?.start.offset ?? 0) - 1]).toMatch(/[@{]/)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is what plain Markdown reads when there is no @', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const text = markdown.replaceAll('@', 'a')
        expect(parse(text)).toEqual(bare.parse(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('hostile input', () => {
  it.each(['[', '[@a ', '[a ', '@{', '[`', '@a [1', '[@a][', `[${'x'.repeat(300)}`])(
    '%j many times takes time in proportion',
    (unit) => expectInProportion(parser, bare, unit, { length: 6000 }),
  )
})
