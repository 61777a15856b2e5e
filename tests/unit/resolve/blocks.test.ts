/** Divs: what is made of the lines, and what stays as it is. How long quotations are. */
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
    expect(told('::: a\n\n::: center\nb\n:::')).toEqual(['1 block/unclosed'])
    expect(shapes('> ::: center\n> a\n\n:::')).toEqual(['blockquote(paragraph(a))'])
  })

  it('leaves out what is nested deeper than anyone means, with nothing in it lost', () => {
    const text = `${'::: center\n'.repeat(23)}a\n${':::\n'.repeat(23)}`
    expect(told(text)).toEqual(['21 block/too-deep'])
    expect(shapes(text).join()).toContain('paragraph(a)')
  })

  it('tells what nobody knows once, and what cannot be read', () => {
    expect(told('::: centre\na\n:::\n\n::: centre\nb\n:::')).toEqual(['1 block/unknown-class'])
    expect(told('::: {landscape}\na\n:::')).toEqual(['1 block/attributes'])
    expect(told('::: {lang=indonesian-x! dir=up}\na\n:::')).toEqual([
      '1 block/attributes',
      '1 block/attributes',
    ])
    expect(shapes('::: {landscape}\na\n:::')).toEqual(['fencedDiv(paragraph(a))'])
  })

  it.each([
    [
      '::: center\na\n\n## J\n\nb\n:::',
      ['fencedDiv.center(paragraph(a))', 'heading(J)', 'fencedDiv.center(paragraph(b))'],
    ],
    ['::: landscape\n## J\n\nb\n:::', ['heading(J)', 'fencedDiv.landscape(paragraph(b))']],
    [
      '::: center\n::: right\n## J\nb\n:::\nc\n:::',
      ['heading(J)', 'fencedDiv.center(fencedDiv.right(paragraph(b)) paragraph(c))'],
    ],
    [
      '::: center\na\n\n\\newpage\n\nb\n:::',
      ['fencedDiv.center(paragraph(a))', 'pageBreak', 'fencedDiv.center(paragraph(b))'],
    ],
    ['::: landscape\na\n\n\\newpage\n\nb\n:::', ['fencedDiv.landscape(paragraph(a) pageBreak paragraph(b))']],
    [
      '::: {lang=ar}\na\n\n::: landscape\nb\n:::\n:::',
      ['fencedDiv(paragraph(a))', 'fencedDiv.landscape(paragraph(b))'],
    ],
  ])('is parted by what is no block of it: %j', (text, made) => {
    expect(shapes(text)).toEqual(made)
  })

  it('says at its pieces and headings what it says of all', () => {
    const { tree } = join(
      '::: {#x .landscape lang=ar}\na\n\n## J\n\nb\n\n# K\n:::\n\n::: landscape\n## L\n:::',
    )
    const facts = { classes: ['landscape'], lang: 'ar', piece: 1 }
    expect(tree.children).toMatchObject([
      { ...facts, label: 'x', position: { start: { line: 2 }, end: { line: 2 } } },
      { data: { div: facts } },
      { ...facts, position: { start: { line: 6 }, end: { line: 6 } } },
      { data: { div: { classes: [], lang: 'ar' } } },
      { data: { div: { classes: ['landscape'], piece: 2 } } },
    ])
    expect(tree.children[2]).not.toHaveProperty('label')
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
