/** Divs, definition lists and lettered lists: what is made of the lines, and what stays as it is. */
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { checkQuotations, joinBlocks } from '../../../scripts/resolve/blocks/index.ts'

function join(text: string) {
  const [parsed] = parseFiles([{ path: '1.md', text }])
  if (!parsed) throw new Error('nothing was parsed')
  joinBlocks(parsed.tree, parsed.file)
  return parsed
}

/** `paragraph(satu)`: types and texts. */
function shape(node: Nodes): string {
  const name = node.type === 'fencedDiv' ? [node.type, ...node.classes].join('.') : node.type
  if (node.type === 'text') return node.value.replace(/\n/g, '⏎')
  return 'children' in node ? `${name}(${node.children.map(shape).join(' ')})` : name
}

function shapes(text: string): string[] {
  return join(text).tree.children.map(shape)
}

function told(text: string): string[] {
  return diagnosticsOf(join(text).file).map(({ ruleId, place }) => `${place?.start.line} ${ruleId}`)
}

describe('divs', () => {
  it.each([
    ['::: center\nteks\n:::', ['fencedDiv.center(paragraph(teks))']],
    [
      '::: {.right lang=ar dir=rtl}\n\nteks\n\n:::\n\nlagi',
      ['fencedDiv.right(paragraph(teks))', 'paragraph(lagi)'],
    ],
    [
      ':::: center\n::: right\na\n:::\nb\n::::',
      ['fencedDiv.center(fencedDiv.right(paragraph(a)) paragraph(b))'],
    ],
    ['::: center\n- a\n- b\n:::', ['fencedDiv.center(list(listItem(paragraph(a)) listItem(paragraph(b))))']],
    ['- a\n\n  ::: right\n  b\n  :::', ['list(listItem(paragraph(a) fencedDiv.right(paragraph(b))))']],
    ['::: center :::\na\n:::', ['fencedDiv.center(paragraph(a))']],
    ['::: {#refs}\n:::', ['fencedDiv()']],
  ])('%j', (text, made) => {
    expect(shapes(text)).toEqual(made)
    expect(told(text)).toEqual([])
  })

  it.each([
    'Pukul 10:30 dan ::: di tengah.',
    '`:::` bukan pagar',
    '::: dua kata di sini',
    ':: center',
    '```\n::: center\n```',
  ])('%j has none', (text) => {
    expect(shapes(text).join()).not.toContain('Div')
    expect(told(text)).toEqual([])
  })

  it('tells a fence without its partner and keeps what is there', () => {
    expect(told('a\n\n::: center\nb')).toEqual(['3 block/unclosed'])
    expect(shapes('a\n\n::: center\nb')).toEqual(['paragraph(a)', 'paragraph(b)'])
    expect(told('a\n\n:::\n\nb')).toEqual(['3 block/unopened'])
    expect(told('::: centre\na\n:::')).toEqual(['1 block/unknown-class'])
  })
})

describe('definition lists', () => {
  it.each([
    [
      'Satu\n: pertama\n: kedua',
      ['definitionList(definitionTerm(Satu) definitionDescription(pertama) definitionDescription(kedua))'],
    ],
    [
      'Satu\n\n: pertama\n\nDua\n: lain',
      [
        'definitionList(definitionTerm(Satu) definitionDescription(pertama) definitionTerm(Dua) definitionDescription(lain))',
      ],
    ],
    [
      'Satu *dua*\n~ isi\nterus',
      ['definitionList(definitionTerm(Satu  emphasis(dua)) definitionDescription(isi ⏎ terus))'],
    ],
  ])('%j', (text, made) => {
    expect(shapes(text)).toEqual(made)
  })

  it.each([
    '| a |\n|---|\n| 1 |\n\n: Judul tabel {#tbl:x}',
    'Paragraf.\n\n: Judul tabel {#tbl:x}\n\n| a |\n|---|\n| 1 |',
    'Pukul 10\n:30 bukan definisi',
    'Sebagai berikut:\nsatu',
    ': sendiri saja',
  ])('%j is none', (text) => {
    expect(shapes(text).join()).not.toContain('definition')
  })
})

describe('lettered lists', () => {
  it.each([
    ['a. satu\nb. dua', ['list(listItem(paragraph(satu)) listItem(paragraph(dua)))'], 'a.'],
    [
      'a) satu\n\nb) dua\n\nc) tiga',
      ['list(listItem(paragraph(satu)) listItem(paragraph(dua)) listItem(paragraph(tiga)))'],
      'a)',
    ],
    ['(a) satu\nterus\n(b) dua', ['list(listItem(paragraph(satu ⏎ terus)) listItem(paragraph(dua)))'], '(a)'],
  ])('%j', (text, made, letters) => {
    expect(shapes(text)).toEqual(made)
    const [list] = join(text).tree.children
    expect(list?.type === 'list' && list.data?.letters).toBe(letters)
  })

  it.each([
    'a. satu',
    'A. H. Nasution\nB. J. Habibie',
    'b. dua\nc. tiga',
    'a. satu\nc. tiga',
    'a. satu\nb) dua',
  ])('%j is none', (text) => {
    expect(shapes(text).join()).not.toContain('list')
  })
})

describe('quotations', () => {
  const words = (count: number) => 'kata '.repeat(count).trim()

  it.each([
    [`> “${words(50)}”`, []],
    [`Ia berkata “${words(50)}” kemarin.`, ['quote/long-inline']],
    [`Ia berkata “${words(10)}” kemarin.`, []],
  ])('%j', (text, rules) => {
    const { tree, file } = join(text)
    checkQuotations(tree, file, 40)
    expect(diagnosticsOf(file).map(({ ruleId }) => ruleId)).toEqual(rules)
  })

  it('are left alone where the campus says nothing', () => {
    const { tree, file } = join(`“${words(50)}”`)
    checkQuotations(tree, file, undefined)
    expect(diagnosticsOf(file)).toEqual([])
  })
})
