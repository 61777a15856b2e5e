import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { remarkGridTables } from '../../../scripts/index.ts'
import type { GridTable } from '../../../scripts/model.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { expectInProportion } from '../../proportion.ts'

function parse(text: string) {
  const [chapter] = parseFiles([{ path: '01.md', text }])
  if (!chapter) throw new Error('nothing was parsed')
  const tables: GridTable[] = []
  visit(chapter.tree, 'gridTable', (node) => void tables.push(node))
  return { ...chapter, tables, said: diagnosticsOf(chapter.file).map(({ place }) => place?.start) }
}

/** "row,column+colSpan×rowSpan text" */
function cells({ children }: GridTable): string[] {
  return children.flatMap((row, at) =>
    row.children.map((cell) => `${at},${cell.column}+${cell.colSpan}×${cell.rowSpan} ${plainText(cell)}`),
  )
}

describe('grid tables', () => {
  it('span columns and rows, have a head, and stand as colons say', () => {
    const { tables, said } = parse(`+---------------------+----------+
| Sifat               | Bumi     |
+:============+=======+=========:+
|             | min   | -89.2 °C |
| Suhu        +-------+----------+
| 1961–1990   | rata  | 14 °C    |
+-------------+-------+----------+`)
    expect(said).toEqual([])
    expect(tables[0]).toMatchObject({ headRows: 1, align: ['left', null, 'right'] })
    expect(tables.map(cells)).toEqual([
      [
        '0,0+2×1 Sifat',
        '0,2+1×1 Bumi',
        '1,0+1×2 Suhu\n1961–1990',
        '1,1+1×1 min',
        '1,2+1×1 -89.2 °C',
        '2,1+1×1 rata',
        '2,2+1×1 14 °C',
      ],
    ])
  })

  it('hold blocks, notes and links of the file, every place of them exact', () => {
    const text = `> +----------------+----------+
> | - butir        | [tautan] |
> | - **tebal**    |          |
> |                | x[^1]    |
> | y^[dalam]      | @kunci   |
> +----------------+----------+

[tautan]: https://contoh.id

[^1]: Catatan.`
    const { tree, tables, said } = parse(text)
    expect(said).toEqual([])
    const types = new Set<string>()
    const [table] = tables
    if (!table) throw new Error('no table')
    visit(table, (node) => {
      types.add(node.type)
      // A line's end in a cell is the bars around it in the file.
      if (!('value' in node) || typeof node.value !== 'string' || node.value === '\n') return
      const { start, end } = node.position ?? {}
      expect(text.slice(start?.offset, end?.offset)).toBe(node.value)
      const line = text.split('\n')[(start?.line ?? 0) - 1]
      expect(line?.slice((start?.column ?? 0) - 1, (end?.column ?? 0) - 1)).toBe(node.value)
    })
    const found = ['list', 'strong', 'linkReference', 'footnoteReference', 'citation']
    for (const type of found) expect(types).toContain(type)
    const calls: string[] = []
    visit(tree, 'footnoteReference', ({ identifier }) => void calls.push(identifier))
    const notes: string[] = []
    visit(tree, 'footnoteDefinition', ({ identifier }) => void notes.push(identifier))
    expect(notes.sort()).toEqual(calls.sort())
    expect(calls).toHaveLength(2)
    visit(tree, 'citation', ({ items }) =>
      expect(items[0]?.place?.start).toMatchObject({ line: 5, column: 23 }),
    )
  })

  it('count wide letters and marks as an editor shows them', () => {
    const { tables, said } = parse('+------+---+\n| 泰国 | a |\n| e\u0301    | b |\n+------+---+')
    expect(said).toEqual([])
    expect(tables.map(cells)).toEqual([['0,0+1×1 泰国\ne\u0301', '0,1+1×1 a\nb']])
  })

  it.each([
    ['a short line', '+---+---+\n| a | b |\n+---+--+', 3, 9],
    ['a bar out of place', '+---+---+\n| a | b |\n| a  |b |\n+---+---+', 3, 5],
    ['no end', '+---+---+\n| a | b |\n| a | b |', 3, 1],
    ['no rectangle', '+---+---+\n| a | b |\n|   +---+\n| a   b |\n+---+---+', 2, 1],
  ])('tell of %s, and stay as they are typed', (_, text, line, column) => {
    const { tree, tables, said } = parse(text)
    expect(tables).toEqual([])
    expect(said).toMatchObject([{ line, column }])
    expect(tree.children).toMatchObject([{ type: 'code', value: text }])
  })

  it.each([
    '+ butir',
    '+---',
    '+---+',
    'a\n+---+---+\nb',
    '++\n||\n++',
    '+--+--+ teks\n| a | b |\n+--+--+',
    '+1 dan +2',
  ])('%j is none', (text) => expect(parse(text).tables).toEqual([]))

  it('end a paragraph, and end where no bar begins the line', () => {
    const { tree } = parse('Teks\n+---+---+\n| a | b |\n+---+---+\nSumber: x')
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'gridTable', 'paragraph'])
  })

  it('are read in anybody’s chain', () => {
    const tree = unified().use(remarkParse).use(remarkGridTables).parse('+---+\n| a |\n+---+')
    expect(tree.children).toMatchObject([{ type: 'gridTable', headRows: 0 }])
  })

  it('come out as they were drawn', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/)
    const grid = fc
      .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
      .chain(({ rows, columns }) =>
        fc.record({
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          words: fc.array(word, { minLength: rows * columns, maxLength: rows * columns }),
          spans: fc.array(
            fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
            { maxLength: 4 },
          ),
          widths: fc.array(fc.integer({ min: 8, max: 12 }), { minLength: columns, maxLength: columns }),
        }),
      )
    fc.assert(
      fc.property(grid, (drawn) => {
        const { text, expected } = draw(drawn)
        const { tables, said } = parse(text)
        expect(said).toEqual([])
        expect(tables.flatMap(cells)).toEqual(expected)
      }),
    )
  })

  it('lose no word, throw nothing and end, whatever is typed', () => {
    const piece = fc.constantFrom(
      '+---+',
      '+',
      '|',
      '| a ',
      '---+',
      '+===+',
      '\n',
      '\n',
      ' ',
      ':',
      '> ',
      '- ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        expect(letters(parse(text).tree)).toBe(text.replace(/[^a]/g, '').length)
      }),
    )
  })

  it.each(['+-', '+---+\n| a |\n', '+---+---+\n| a | b |\n+---+--+\n\n', '+-+\n|a|\n+-+-+\n'])(
    '%j many times takes time in proportion',
    (unit) => {
      const plain = unified().use(remarkParse)
      expectInProportion(unified().use(remarkParse).use(remarkGridTables), plain, unit)
    },
  )
})

function letters(tree: Nodes): number {
  let found = 0
  visit(tree, (node) => {
    if ('value' in node && typeof node.value === 'string') found += node.value.replace(/[^a]/g, '').length
  })
  return found
}

interface Drawn {
  readonly rows: number
  readonly columns: number
  readonly words: readonly string[]
  readonly spans: readonly (readonly [number, number, number, number])[]
  readonly widths: readonly number[]
}

/** Draws a table of one line a row; spans that overlap others or the edge are left out. */
function draw({ rows, columns, words, spans, widths }: Drawn) {
  const owner = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, at) => row * columns + at),
  )
  for (const [row, column, height, width] of spans) {
    if (row + height > rows || column + width > columns) continue
    const fields = Array.from(
      { length: height * width },
      (_, at) => [row + Math.floor(at / width), column + (at % width)] as const,
    )
    if (fields.some(([r, c]) => owner[r]?.[c] !== r * columns + c)) continue
    if (
      owner.some((line, r) =>
        line.some(
          (own, c) => own !== r * columns + c && fields.some(([fr, fc]) => own === fr * columns + fc),
        ),
      )
    )
      continue
    for (const [r, c] of fields) (owner[r] as number[])[c] = row * columns + column
  }
  const own = (row: number, column: number) => owner[row]?.[column]
  const lines: string[] = []
  for (let row = 0; row <= rows; row++) {
    // Every border of a row or column is drawn somewhere, or there is no such row or column.
    let border = ''
    for (let column = 0; column < columns; column++) {
      const [here, above] = [own(row, column), own(row - 1, column)]
      const open = row > 0 && row < rows && here === above
      const left = column === 0 ? undefined : own(row, column - 1)
      const aboveLeft = column === 0 ? undefined : own(row - 1, column - 1)
      const openLeft = column > 0 && row > 0 && row < rows && left === aboveLeft
      const joint = column > 0 && open && openLeft && here === left ? ' ' : open && openLeft ? '|' : '+'
      border += joint + (open ? ' ' : '-').repeat(widths[column] ?? 8)
    }
    lines.push(
      `${border}${row > 0 && row < rows && own(row, columns - 1) === own(row - 1, columns - 1) ? '|' : '+'}`,
    )
    if (row === rows) break
    let line = ''
    for (let column = 0; column < columns; column++) {
      const here = own(row, column)
      const first = here === row * columns + column
      const bar = column > 0 && own(row, column - 1) === here ? ' ' : '|'
      line += bar + (first ? ` ${words[here ?? 0]}` : '').padEnd(widths[column] ?? 8)
    }
    lines.push(`${line}|`)
  }
  const drawnRows = new Set(lines.flatMap((line, at) => (at % 2 === 0 && line.includes('-') ? [at / 2] : [])))
  const drawnColumns = new Set<number>()
  for (let column = 0; column <= columns; column++) {
    const at = widths.slice(0, column).reduce((sum, width) => sum + width + 1, 0)
    if (lines.some((line, row) => row % 2 === 0 && line[at] === '+')) drawnColumns.add(column)
  }
  const rank = (set: ReadonlySet<number>, value: number) => [...set].filter((one) => one < value).length
  const expected: string[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = own(row, column)
      if (here !== row * columns + column) continue
      let [right, bottom] = [column, row]
      while (own(row, right + 1) === here) right++
      while (own(bottom + 1, column) === here) bottom++
      const spanOf = (set: ReadonlySet<number>, from: number, to: number) =>
        rank(set, to + 1) - rank(set, from)
      expected.push(
        `${rank(drawnRows, row)},${rank(drawnColumns, column)}+${spanOf(drawnColumns, column, right)}×${spanOf(drawnRows, row, bottom)} ${words[here]}`,
      )
    }
  }
  return { text: lines.join('\n'), expected }
}
