import fc from 'fast-check'
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { remarkCiteSyntax } from '../../../scripts/read/markdown/citation-syntax.ts'
import { parseInline } from '../../../scripts/read/markdown/index.ts'
import { remarkInlineNotes } from '../../../scripts/read/markdown/note-syntax.ts'
import { remarkScripts } from '../../../scripts/read/markdown/script-syntax.ts'
import { expectInProportion } from '../../proportion.ts'

const bare = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
const parser = unified()
  .use(remarkParse)
  .use(remarkInlineNotes)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCiteSyntax)
  .use(remarkScripts)
const parse = (markdown: string): Root => parser.parse(markdown)

const source = (markdown: string, { position }: Nodes) =>
  markdown.slice(position?.start.offset, position?.end.offset)

/** The notes written in a text. */
function notesOf(tree: Root): FootnoteDefinition[] {
  return tree.children.filter((node) => node.type === 'footnoteDefinition').filter(({ label }) => !label)
}

describe('what is a note', () => {
  // [Markdown, the sources of its notes]
  it.each<[string, string[]]>([
    ['kata^[catatan] lagi', ['^[catatan]']],
    ['^[a] dan ^[b]', ['^[a]', '^[b]']],
    ['kata^[lihat [@k, hlm. 3]]', ['^[lihat [@k, hlm. 3]]']],
    ['kata^[a [b [c] d] e] f]', ['^[a [b [c] d] e]']],
    ['kata^[a [b](u) ![c](d) [e]]', ['^[a [b](u) ![c](d) [e]]']],
    ['kata^[a \\] b]', ['^[a \\] b]']],
    ['kata^[a `]` b]', ['^[a `]` b]']],
    ['kata^[dua\nbaris\nlagi]', ['^[dua\nbaris\nlagi]']],
    ['> a^[dua\n> baris] b', ['^[dua\n> baris]']],
    ['- a^[dua\n  baris] b', ['^[dua\n  baris]']],
    ['# Judul^[a]', ['^[a]']],
    ['| a^[b] |\n|---|\n| c^[d \\| e] |', ['^[b]', '^[d \\| e]']],
    ['*a ^[b* c] d*', ['^[b* c]']],
    ['[a ^[b] c](u)', ['^[b]']],
    ['a[^1]\n\n[^1]: b ^[c]', ['^[c]']],
    ['^[a ^[b] c]', ['^[a ^[b] c]', '^[b]']],
    ['^[a ^[b]', ['^[b]']],
    ['^[] ^[ ]', ['^[]', '^[ ]']],
    ['10^5 dan^[a]', ['^[a]']],
    // and what is not
    ['x^2^ dan ^ saja, a^b, ^', []],
    ['x^2^[1]', []],
    ['\\^[a] ^\\[a]', []],
    ['^[tanpa akhir', []],
    ['^[dua\n\nparagraf]', []],
    ['`^[a]` dan ``^[a]``', []],
    ['    ^[a]', []],
    ['```\n^[a]\n```', []],
    ['[^1] [^x]\n\n[^1]: a', []],
    ['<http://x.id/^[a]> <b title="^[a]">', []],
    ['[a](<u^[b]>) ![a ^[b]](u)', []],
  ])('%j', (markdown, expected) => {
    expect(notesOf(parse(markdown)).map((note) => source(markdown, note))).toEqual(expected)
  })

  it('becomes a call and a definition, as a note that stands apart', () => {
    const tree = parse('Kata^[Teks *miring*\n[@k].] lagi.')
    expect(tree.children).toMatchObject([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'Kata' },
          {
            type: 'footnoteReference',
            identifier: 'note 4',
            position: { start: { offset: 4 }, end: { offset: 26 } },
          },
          { type: 'text', value: ' lagi.' },
        ],
      },
      {
        type: 'footnoteDefinition',
        identifier: 'note 4',
        position: { start: { offset: 4 }, end: { offset: 26 } },
        children: [
          {
            type: 'paragraph',
            position: { start: { offset: 6 }, end: { offset: 25 } },
            children: [
              { type: 'text', value: 'Teks ' },
              { type: 'emphasis' },
              { type: 'text', value: '\n' },
              { type: 'citation', items: [{ key: 'k' }] },
              { type: 'text', value: '.' },
            ],
          },
        ],
      },
    ])
    const text = JSON.stringify(tree)
    expect(text).not.toMatch(/"definition":|"children":\[\{"type":"text","value":"\[@k\]"/)
  })

  it('keeps marks out of alternative texts, and e-mail addresses live', () => {
    expect(parse('![satu ^[dua] tiga](u)').children[0]).toMatchObject({
      children: [{ type: 'image', alt: 'satu  tiga' }],
    })
    expect(JSON.stringify(parse('a^[tulis ke nama@kampus.ac.id]'))).toContain('mailto:nama@kampus.ac.id')
  })

  it('follows a line that is parsed by itself', () => {
    const types = parseInline('Peta^[Isi [@k].] kota').map(({ type }) => type)
    expect(types).toEqual(['text', 'footnoteReference', 'text', 'footnoteDefinition'])
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '^[',
      '^[a',
      ']',
      '[',
      '^',
      '^2^',
      '[^1]',
      '\n\n[^1]: ',
      '[@k',
      '![',
      '](u)',
      '`',
      '\\',
      '*',
      '~~',
      '<b>',
    ],
    ...[
      '\n',
      '\n\n',
      '> ',
      '- ',
      '| a |\n|---|\n',
      '# ',
      '&amp;',
      'https://x.id/',
      '<',
      ' ',
      'a@b.id',
      '_',
      '\t',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const anyMarkdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('').replaceAll('\0', ''))

describe('whatever is typed', () => {
  it('is read, and every note stands where its position says, with one call', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const tree = parse(markdown)
        const calls = new Map<string, string>()
        visit(tree, 'footnoteReference', (node) => {
          expect(Object.keys(node)).not.toContain('children')
          expect(Object.keys(node)).not.toContain('definition')
          if (!node.label) calls.set(node.identifier, source(markdown, node))
        })
        const notes = notesOf(tree)
        expect(calls.size).toBe(notes.length)
        for (const note of notes) {
          const own = source(markdown, note)
          expect(own).toMatch(/^\^\[[\s\S]*\]$/)
          expect(calls.get(note.identifier)).toBe(own)
          visit(note, (node) => {
            // What GFM makes of addresses in the finished tree has no place.
            if (!node.position) return
            const { start, end } = node.position
            expect(start.offset).toBeGreaterThanOrEqual(note.position?.start.offset ?? Number.NaN)
            expect(end.offset).toBeLessThanOrEqual(note.position?.end.offset ?? Number.NaN)
          })
          visit(note, 'text', (node) => {
            if (node.position && /^[a-z]+$/i.test(node.value)) expect(source(markdown, node)).toBe(node.value)
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is what plain Markdown reads when there is no caret', () => {
    const plain = unified().use(remarkParse).use(remarkInlineNotes).use(remarkGfm, { singleTilde: false })
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const text = markdown.replaceAll('^', 'a')
        expect(plain.parse(text)).toEqual(bare.parse(text))
      }),
      { numRuns: 200 },
    )
  })

  it('is a note with its brackets balanced, wherever it stands', () => {
    const words = fc.stringMatching(/^[a-z ]{0,8}$/)
    const { inside } = fc.letrec<{ inside: string }>((tie) => ({
      inside: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.tuple(words, tie('inside'), words).map(([a, b, c]) => `${a}[${b}]${c}`),
      ),
    }))
    fc.assert(
      fc.property(words, inside, words, (before, content, after) => {
        const markdown = `x${before}^[${content}]${after}y`
        expect(notesOf(parse(markdown)).map((note) => source(markdown, note))).toEqual([`^[${content}]`])
      }),
    )
  })
})

describe('hostile input', () => {
  it.each(['^[', '^[a]', '^[a ', '^[[', '^[`', '^[^[a]', '^[*a', '^2', '[^[a](u)', '^[a @k ', '^[]]'])(
    '%j many times takes time in proportion',
    (unit) => expectInProportion(parser, bare, unit),
  )

  it('ends at the bottom of notes in notes', () => {
    expect(notesOf(parse(`${'^['.repeat(2000)}a${']'.repeat(2000)}`))).toHaveLength(3)
  })
})
