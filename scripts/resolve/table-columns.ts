/**
 * How wide the columns of a pipe table are. As in pandoc the dashes below its head say it, where a line of the table is
 * wider than 72 characters; but only where they differ, for `|---|---|` is what people write who mean nothing by it.
 */
import type { Root, Table } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { GridTable } from '../model.ts'
import { sharesOf } from './figure-attributes.ts'

/** Pandoc's own limit, in characters. */
const WIDEST_LINE = 72

/** How many columns a table has. */
export function columnsOf(table: Table | GridTable): number {
  return table.type === 'gridTable' ? table.align.length : (table.children[0]?.children.length ?? 0)
}

/** Notes at each pipe table what its dashes say, in place. */
export function setWrittenColumns(tree: Root, file: VFile): void {
  let rows: string[] | undefined
  visit(tree, 'table', (table) => {
    if (!table.position) return
    rows ??= String(file.value).split(/\r\n|\r|\n/)
    const { start, end } = table.position
    const lines = rows.slice(start.line - 1, end.line)
    if (!lines.some((line) => line.trimEnd().length > WIDEST_LINE)) return
    const dashes = [...(lines[1] ?? '').matchAll(/-+/g)].map(([run]) => run.length)
    const differ = new Set(dashes).size > 1
    if (differ && dashes.length === columnsOf(table))
      table.data = { ...table.data, columns: sharesOf(dashes) }
  })
}
