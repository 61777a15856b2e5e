/** Joins a table with its caption, sources and notes: above it or below, typed or marked, or brought along. */
import type { Paragraph, RootContent, Table } from 'mdast'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { GridTable, HtmlTable } from '../model.ts'
import { secondCaption } from './caption-messages.ts'
import {
  captioned,
  captionInTwo,
  type FoundCaption,
  isMarkedCaption,
  positionOf,
  tableCaption,
  textOf,
} from './caption-nodes.ts'
import type { Joining } from './captions.ts'
import { columnShares, joinAttributes } from './figure-attributes.ts'
import { inlineText } from './heading-text.ts'
import { captionInHtmlTable, htmlTableLabel } from './html-figures.ts'
import { isSourceLine, sourceLinesAt } from './source-lines.ts'
import { columnsOf } from './table-columns.ts'
import { captionLabel } from './typed-labels.ts'

type AnyTable = Table | GridTable | HtmlTable

export function isTable(node: RootContent): node is AnyTable {
  return node.type === 'table' || node.type === 'gridTable' || node.type === 'htmlTable'
}

/** @returns where the table stands now */
export function joinTable(nodes: RootContent[], at: number, table: AnyTable, joining: Joining): number {
  const { file } = joining
  if (table.type === 'table') nodes.splice(at + 1, 0, ...takeGluedLines(table))
  const before = nodes[at - 1]
  let from = at
  let caption = before?.type === 'paragraph' ? tableCaption(before) : undefined
  if (caption) from = at - 1
  else {
    caption = captionInTwo(nodes[at - 2], before)
    if (caption) from = at - 2
  }
  const own =
    (table.type === 'htmlTable' ? captionInHtmlTable(table, joining) : undefined) ?? joining.own.get(table)
  if (caption && own) tellSecond(own, caption, file)
  if (own) caption = { ...(caption ?? own), attributes: joinAttributes(caption?.attributes, own.attributes) }
  const first = sourceLinesAt(nodes, at + 1, file)
  let to = at + 1 + first.count
  const after = nodes[to]
  if (!caption && after?.type === 'paragraph' && isBelow(after, nodes[to + 1])) {
    caption = tableCaption(after)
    to++
  }
  if (!caption) return at
  const label = table.type === 'htmlTable' ? htmlTableLabel(table) : undefined
  if (label !== undefined) {
    const attributes = joinAttributes(caption.attributes, { label, classes: [], values: {} })
    caption = { ...caption, attributes }
  }
  const second = sourceLinesAt(nodes, to, file)
  setColumns(table, caption, file)
  const children = [caption.node, table, ...first.lines, ...second.lines]
  nodes.splice(from, to + second.count - from, captioned('table', caption.attributes, children, file))
  return from
}

/** Of two captions the typed one is printed. */
function tellSecond({ node }: FoundCaption, used: FoundCaption, file: VFile): void {
  const caption = inlineText(node.children).trim()
  if (caption === '') return
  tell(
    file,
    secondCaption,
    { caption, used: inlineText(used.node.children).trim() },
    { place: node.position },
  )
}

function setColumns(table: AnyTable, { node, attributes }: FoundCaption, file: VFile): void {
  if (table.type === 'htmlTable') return
  const columns = columnShares(attributes, columnsOf(table), file, node.position)
  if (columns) table.data = { ...table.data, columns }
}

/** A typed caption between two tables is the second one's. */
function isBelow(paragraph: Paragraph, next: RootContent | undefined): boolean {
  return isMarkedCaption(paragraph) || !/^(?:table|gridTable|htmlTable)$/.test(next?.type ?? '')
}

/** GFM takes the lines right below a table, without a blank line, for more rows: a caption, a source line. */
function takeGluedLines(table: Table): Paragraph[] {
  const lines: Paragraph[] = []
  for (let row = table.children.at(-1); row && table.children.length > 1; row = table.children.at(-1)) {
    const [cell, ...others] = row.children
    if (!cell || others.some((other) => other.children.length > 0)) break
    const line: Paragraph = { type: 'paragraph', children: cell.children, ...positionOf(row) }
    const typed = captionLabel(textOf(line))?.kind === 'table'
    if (!isMarkedCaption(line) && !isSourceLine(line) && !typed) break
    table.children.pop()
    lines.unshift(line)
  }
  return lines
}
