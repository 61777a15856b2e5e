/**
 * What the lines of a grid table draw: its rows, columns and the cells that span them. Pure functions on text; linear in
 * the area of the table.
 */
import type { AlignType } from 'mdast'

export interface DrawnCell {
  /** First row and column, from 0, and how many. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  /** The lines it stands on, from 0, `to` being the first that is not its own. */
  readonly from: number
  readonly to: number
  /** Where its text begins and ends on each of them, in columns of characters. */
  readonly left: number
  readonly right: number
}

export interface DrawnGrid {
  readonly cells: readonly DrawnCell[]
  readonly rows: number
  /** How many of the rows are the head. */
  readonly headRows: number
  readonly align: readonly AlignType[]
  /** In characters. */
  readonly widths: readonly number[]
}

/** Where a line does not meet the others: from 0; `column` in characters. */
export interface BrokenGrid {
  readonly line: number
  readonly column: number
}

const FULL_BORDER = /^\+(?:[-=:]+\+)+$/
const PART_OF_BORDER = /\+(?:[-=:]+\+)+/g

/** @param lines one entry a column of characters: letters that take two have an empty one behind them */
export function readGrid(lines: readonly (readonly string[])[]): DrawnGrid | BrokenGrid {
  const texts = lines.map((line) => line.map((letter) => (letter.length === 1 ? letter : '\0')).join(''))
  const columns = new Set<number>()
  const borders: number[] = []
  let header: number | undefined
  for (const [at, text] of texts.entries()) {
    const runs = [...text.matchAll(PART_OF_BORDER)]
    if (runs.length === 0) continue
    borders.push(at)
    for (const { 0: run, index } of runs)
      for (let place = 0; place < run.length; place++) if (run[place] === '+') columns.add(index + place)
    if (header === undefined && FULL_BORDER.test(text) && text.includes('=')) header = at
  }
  const edges = [...columns].sort((a, b) => a - b)
  const last = texts.length - 1
  // Checked first: with lines of different lengths there would be more fields than letters.
  const uneven = texts.findIndex((text) => text.length !== texts[0]?.length)
  if (uneven >= 0) return { line: uneven, column: Math.min(texts[uneven]?.length ?? 0, edges.at(-1) ?? 0) }
  if (borders[0] !== 0 || borders.at(-1) !== last || !FULL_BORDER.test(texts[last] ?? ''))
    return { line: last, column: 0 }
  const cells = cellsOf(texts, borders, edges)
  if (!('cells' in cells)) return cells
  const aligned = texts[header ?? 0] ?? ''
  return {
    ...cells,
    rows: borders.length - 1,
    headRows: header === undefined ? 0 : borders.indexOf(header),
    align: edges.slice(1).map((right, at) => alignOf(aligned, edges[at] ?? 0, right)),
    widths: edges.slice(1).map((right, at) => right - (edges[at] ?? 0)),
  }
}

/** Joins the smallest fields of the grid wherever no line stands between them; what comes out must be rectangles. */
function cellsOf(
  texts: readonly string[],
  borders: readonly number[],
  edges: readonly number[],
): { readonly cells: DrawnCell[] } | BrokenGrid {
  const [rows, width] = [borders.length - 1, edges.length - 1]
  const fields = Array.from({ length: rows * width }, (_, at) => at)
  const rootOf = (field: number): number => {
    let root = field
    while (fields[root] !== root) root = fields[root] ?? root
    fields[field] = root
    return root
  }
  // The smaller one stays: it is the upper left corner.
  const join = (one: number, other: number) => {
    const [a, b] = [rootOf(one), rootOf(other)]
    fields[Math.max(a, b)] = Math.min(a, b)
  }
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [borders[row] ?? 0, borders[row + 1] ?? 0]
    for (let column = 0; column < width; column++) {
      const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0]
      const field = row * width + column
      const side = sideAt(texts, top, bottom, right)
      if (typeof side !== 'boolean') return side
      if (column < width - 1 && !side) join(field, field + 1)
      if (column === width - 1 && !side) return { line: top + 1, column: right }
      const outer = column === 0 ? sideAt(texts, top, bottom, left) : true
      if (outer !== true) return outer || { line: top + 1, column: left }
      const drawn = /^[-=:]*$/.test(texts[bottom]?.slice(left + 1, right) ?? '')
      if (row < rows - 1 && !drawn) join(field, field + width)
      if (row === rows - 1 && !drawn) return { line: bottom, column: left }
    }
  }
  const cells = new Map<number, { bottom: number; right: number; fields: number }>()
  for (let field = 0; field < fields.length; field++) {
    const cell = cells.get(rootOf(field)) ?? { bottom: 0, right: 0, fields: 0 }
    cell.bottom = Math.max(cell.bottom, Math.floor(field / width))
    cell.right = Math.max(cell.right, field % width)
    cell.fields++
    cells.set(rootOf(field), cell)
  }
  const made: DrawnCell[] = []
  for (const [root, { bottom, right, fields: count }] of cells) {
    const [row, column] = [Math.floor(root / width), root % width]
    const [rowSpan, colSpan] = [bottom - row + 1, right - column + 1]
    const [from, to] = [(borders[row] ?? 0) + 1, borders[bottom + 1] ?? 0]
    const [left, end] = [(edges[column] ?? 0) + 1, edges[right + 1] ?? 0]
    if (rowSpan < 1 || colSpan < 1 || rowSpan * colSpan !== count) return { line: from, column: left - 1 }
    made.push({ row, column, rowSpan, colSpan, from, to, left, right: end })
  }
  return { cells: made }
}

/** Does a line stand at a column all the way between two borders? Where it stands half the way, the table is broken. */
function sideAt(texts: readonly string[], top: number, bottom: number, column: number): boolean | BrokenGrid {
  let drawn = 0
  let missing: number | undefined
  for (let line = top + 1; line < bottom; line++) {
    if (texts[line]?.[column] === '|' || texts[line]?.[column] === '+') drawn++
    else missing ??= line
  }
  if (missing === undefined) return true
  return drawn === 0 ? false : { line: missing, column }
}

/** The colons of the border below the head, or of the first one where there is no head. */
function alignOf(border: string, left: number, right: number): AlignType {
  const run = border.slice(left + 1, right)
  const [first, last] = [run.startsWith(':'), run.endsWith(':')]
  return first && last ? 'center' : last ? 'right' : first ? 'left' : null
}
