/** Grid tables from micromark's tokens to nodes: the text of each cell is Markdown of its own, at its place in the file. */
import type { BlockContent } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Processor } from 'unified'
import { visit } from 'unist-util-visit'
import { tell } from '../../diagnostics.ts'
import type { GridCell, GridRow, GridTable } from '../../model.ts'
import { addSyntax } from './add-syntax.ts'
import { afterParsing, type FragmentLine, type Fragments } from './fragments.ts'
import { type DrawnCell, type DrawnGrid, readGrid } from './grid-lines.ts'
import { brokenGrid } from './grid-messages.ts'
import { gridTableSyntax } from './grid-table-syntax.ts'

/** While a file is parsed a table has its lines. */
interface OpenTable extends GridTable {
  lines?: FragmentLine[]
}

/** A unified plugin, used behind `remark-parse`: adds pandoc's grid tables. */
export function remarkGridTables(this: Processor): void {
  addSyntax(this, gridTableSyntax(), fromMarkdown())
  afterParsing(this, (tree, fragments) => {
    visit(tree, 'gridTable', (node, index, parent) => {
      const table: OpenTable = node
      const { lines = [] } = table
      delete table.lines
      if (lines.length === 0 || !parent || index === undefined) return
      const rows = lines.map(({ text }) => lettersOf(text))
      const grid = readGrid(rows)
      if ('cells' in grid) setCells(table, grid, rows, lines, fragments)
      else {
        const { line = 1, column = 1 } = lines[grid.line] ?? {}
        const point = { line, column: column + grid.column }
        tell(fragments.file, brokenGrid, { line }, { place: { start: point, end: point } })
        const value = lines.map(({ text }) => text).join('\n')
        parent.children[index] = {
          type: 'code',
          value,
          ...(node.position ? { position: node.position } : {}),
        }
      }
    })
  })
}

function fromMarkdown(): Extension {
  return {
    enter: {
      gridTable(this: CompileContext, token: Token) {
        this.enter({ type: 'gridTable', align: [], headRows: 0, children: [] }, token)
      },
    },
    exit: {
      gridTableLine(this: CompileContext, token: Token) {
        const table = this.stack.at(-1) as OpenTable
        const { line, column, offset } = token.start
        table.lines ??= []
        table.lines.push({ text: this.sliceSerialize(token).trimEnd(), line, column, offset })
      },
      gridTable(this: CompileContext, token: Token) {
        this.exit(token)
      },
    },
  }
}

function setCells(
  table: GridTable,
  grid: DrawnGrid,
  rows: readonly (readonly string[])[],
  lines: readonly FragmentLine[],
  fragments: Fragments,
): void {
  const made = Array.from(
    { length: grid.rows },
    (): GridRow => ({
      type: 'gridRow',
      children: [],
      ...(table.position ? { position: table.position } : {}),
    }),
  )
  for (const cell of grid.cells) made[cell.row]?.children.push(cellNode(cell, rows, lines, fragments))
  for (const row of made) {
    row.children.sort((a, b) => a.column - b.column)
    const [start, end] = [row.children[0]?.position?.start, row.children.at(-1)?.position?.end]
    if (start && end) row.position = { start, end }
  }
  table.children = made
  table.headRows = grid.headRows
  table.align = [...grid.align]
  const total = grid.widths.reduce((sum, width) => sum + width, 0)
  const columns = grid.widths.map((width) => Math.round((width / total) * 10000) / 100)
  table.data = { ...table.data, columns }
}

function cellNode(
  cell: DrawnCell,
  rows: readonly (readonly string[])[],
  lines: readonly FragmentLine[],
  fragments: Fragments,
): GridCell {
  const own = rows.slice(cell.from, cell.to).map((row, at): FragmentLine => {
    const line = lines[cell.from + at]
    const before = row.slice(0, cell.left).join('').length
    const text = row.slice(cell.left, cell.right).join('').trimEnd()
    return {
      text,
      line: line?.line ?? 1,
      column: (line?.column ?? 1) + before,
      offset: (line?.offset ?? 0) + before,
    }
  })
  const written = own.filter(({ text }) => text !== '')
  const indent = Math.min(...written.map(({ text }) => text.search(/\S/)))
  const dedented = own.map((line) =>
    line.text === ''
      ? line
      : {
          ...line,
          text: line.text.slice(indent),
          column: line.column + indent,
          offset: line.offset + indent,
        },
  )
  const children = written.length > 0 ? fragments.parse(dedented) : []
  const [first, last] = [own[0], own.at(-1)]
  return {
    type: 'gridCell',
    colSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    column: cell.column,
    children: children as BlockContent[],
    ...(first && last
      ? { position: { start: pointIn(first, 0), end: pointIn(last, last.text.length) } }
      : {}),
  }
}

function pointIn({ line, column, offset }: FragmentLine, at: number) {
  return { line, column: column + at, offset: offset + at }
}

/** Takes two columns of an editor. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** Stands on the letter before it. */
const NARROW = /^(?:\p{M}|[\u200b-\u200d])/u

/** A line as columns of characters: a wide letter has an empty column behind it, a mark shares its letter's. */
function lettersOf(text: string): string[] {
  const letters: string[] = []
  for (const letter of text) {
    const last = letters.length - 1
    if (NARROW.test(letter) && last >= 0) letters[last] = `${letters[last]}${letter}`
    else letters.push(...(WIDE.test(letter) ? [letter, ''] : [letter]))
  }
  return letters
}
