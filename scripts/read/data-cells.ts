/** Records of data as the rows of a table: which columns, how numbers look, where they stand. Pure. */
import type { DataTable, TableOptions } from '../model.ts'

/** `1.234,5`, `-12%`, `Rp 2.000`, `1 234` */
const NUMBER = /^[-+−]?(?:(?:Rp\.?|US\$|\$|€|£)\s?)?[-+−]?\d[\d.,\u00a0\u202f ]*(?:\s?%)?$/
/** What stands where there is no number. */
const NOTHING = /^(?:|[-–—]|n\.?a\.?|n\/a|t\.?a\.?d\.?|\.{2,3}|…)$/i

/**
 * `columns="1,3-5,Jumlah"` against what the first row says.
 * @returns the columns from 0, or the part that names none
 */
export function chosenColumns(
  written: string | undefined,
  names: readonly string[],
): readonly number[] | { readonly unknown: string } {
  if (written === undefined) return names.map((_, at) => at)
  const chosen: number[] = []
  for (const part of written.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const named = names.findIndex((name) => name.toLowerCase() === part.toLowerCase())
    const [, from, to] = /^(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?$/.exec(part) ?? []
    if (named >= 0) chosen.push(named)
    else if (from === undefined) return { unknown: part }
    else {
      const [first, last] = [Number(from), Number(to ?? from)]
      if (first < 1 || last > names.length || last < first) return { unknown: part }
      for (let column = first; column <= last; column++) chosen.push(column - 1)
    }
  }
  return chosen.length > 0 ? chosen : { unknown: written }
}

/** @param rows the first of them the head, if there is one; all of one length */
export function dataTable(rows: readonly (readonly string[])[], options: TableOptions): DataTable {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
  const body = columns.map((cells) => (options.header ? cells.slice(1) : cells))
  const made = columns.map((cells, column) => withDecimal(cells, body[column] ?? [], options.decimal))
  const align = columns.map((_, column) => alignOf(options.align?.[column], body[column] ?? []))
  const set = rows.map((_, row) => made.map((cells) => cells[row] ?? ''))
  return { rows: options.header ? set : [made.map(() => ''), ...set], align }
}

function alignOf(letter: string | undefined, cells: readonly string[]): DataTable['align'][number] {
  if (letter === 'l') return 'left'
  if (letter === 'r') return 'right'
  if (letter === 'c') return 'center'
  const numbers = cells.filter((cell) => NUMBER.test(cell)).length
  const numeric = numbers > 0 && cells.every((cell) => NUMBER.test(cell) || NOTHING.test(cell))
  return numeric ? 'right' : null
}

/** 1234.5 -> 1234,5. A column whose numbers have both marks, or one of them twice, has thousands: it is left alone. */
function withDecimal(
  cells: readonly string[],
  body: readonly string[],
  decimal: ',' | '.' | undefined,
): readonly string[] {
  if (decimal === undefined) return cells
  const other = decimal === ',' ? '.' : ','
  const thousands = body.some((cell) => /^[-+−]?[\d.,]+$/.test(cell) && /[.,]\d+[.,]/.test(cell))
  const already = body.some((cell) => NUMBER.test(cell) && cell.includes(decimal))
  if (thousands || already) return cells
  const plain = other === '.' ? /^([-+−]?\d+)\.(\d+%?)$/ : /^([-+−]?\d+),(\d+%?)$/
  return cells.map((cell) => cell.replace(plain, `$1${decimal}$2`))
}
