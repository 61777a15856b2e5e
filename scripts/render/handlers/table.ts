/** Tables: pipe tables and grid tables, whose cells may span and hold blocks; what is typed as HTML stays as it is. */
import type { Element, ElementContent } from 'hast'
import type { AlignType, BlockContent, PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { GridCell, GridTable, HtmlTable } from '../../model.ts'
import { element } from '../elements.ts'

export const tableHandlers = {
  table(state: State, node: Table): Element {
    const align = node.align ?? []
    const rows = node.children.map((row, at) => {
      const cells = row.children.map((cell, column) =>
        cellElement(state, at === 0, align[column], cell.children, cell),
      )
      return element('tr', {}, spaced(cells))
    })
    // As in pandoc, a head without a word is none.
    const [head] = node.children
    const headless = head !== undefined && isEmpty(head)
    return tableElement(node.data?.columns, headless ? [] : rows.slice(0, 1), rows.slice(1))
  },
  gridTable(state: State, node: GridTable): Element {
    const rows = node.children.map((row, at) =>
      element(
        'tr',
        {},
        spaced(row.children.map((cell) => gridCell(state, cell, at < node.headRows, node.align))),
      ),
    )
    return tableElement(node.data?.columns, rows.slice(0, node.headRows), rows.slice(node.headRows))
  },
  htmlTable: (state: State, node: HtmlTable): ElementContent[] => state.all(node),
}

function isEmpty({ children }: TableRow): boolean {
  return children.every((cell) => cell.children.length === 0)
}

function gridCell(state: State, cell: GridCell, head: boolean, align: readonly AlignType[]): Element {
  const { children, colSpan, rowSpan, column } = cell
  const [only] = children
  const words = children.length === 1 && only?.type === 'paragraph' ? only.children : children
  const made = cellElement(state, head, colSpan === 1 ? align[column] : undefined, words, cell)
  if (colSpan > 1) made.properties.colSpan = colSpan
  if (rowSpan > 1) made.properties.rowSpan = rowSpan
  return made
}

function cellElement(
  state: State,
  head: boolean,
  align: AlignType | undefined,
  words: readonly (PhrasingContent | BlockContent)[],
  cell: TableCell | GridCell,
): Element {
  const children = words.flatMap((word): ElementContent[] => [state.one(word, cell) ?? []].flat())
  return element(head ? 'th' : 'td', align ? { align } : {}, children)
}

function tableElement(
  columns: readonly number[] | undefined,
  head: readonly Element[],
  body: readonly Element[],
): Element {
  const shares = columns?.map((share) => element('col', { width: `${share}%` }))
  return element('table', {}, [
    ...(shares ? [element('colgroup', {}, shares)] : []),
    ...(head.length > 0 ? [element('thead', {}, spaced(head))] : []),
    ...(body.length > 0 ? [element('tbody', {}, spaced(body))] : []),
  ])
}

/** Line ends between them, so that their words stay apart where only text is taken. */
function spaced(nodes: readonly Element[]): (ElementContent | string)[] {
  return nodes.flatMap((node) => ['\n', node])
}
