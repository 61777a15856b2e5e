/**
 * "Lanjutan Tabel 2.1" over what goes on of a table on the next page, where a campus asks for it. The table is parted
 * there, as people part it by hand in Word: the head stands again, below that line.
 */
import { firstPage, lastPage } from './flow.ts'
import type { Run } from './run.ts'

/** Positions that differ by less are the same, in px. */
const SAME_PX = 0.25

/**
 * Parts the table that goes on behind a page, if its figure says what is to stand over the rest. Nothing on the page
 * moves; what would is left as it was, under its repeated head.
 * @param from the first unit that may stand on the page
 */
export function continueTable({ flow, units }: Run, page: number, from: number): void {
  const at = units.findIndex(({ index, element }) => index >= from && firstPage(flow, element) > page)
  const [last, next] = [units[at - 1], units[at]]
  if (last?.kind !== 'row' || next?.kind !== 'row' || !last.free) return
  const table = last.element.closest('table')
  const figure = table?.closest<HTMLElement>('figure[data-continued]')
  if (!table || !figure || table !== next.element.closest('table')) return
  const isHeadAlone = last.element.closest('thead') !== null
  if (isHeadAlone || lastPage(flow, last.element) !== page) return
  const widths = columnWidths(table)
  if (!widths) return
  const before = rowEdges(table, last.element)
  part(table, next.element, widths, figure.dataset.continued ?? '')
  const after = rowEdges(table, last.element)
  const same = before.every((edge, index) => Math.abs(edge - (after[index] ?? 0)) < SAME_PX)
  if (!same || firstPage(flow, next.element) !== page + 1) joinOne(table)
}

/** Takes out what earlier layouts put in. */
export function joinTables(section: HTMLElement): void {
  const tables = [...section.querySelectorAll<HTMLTableElement>('table:has(+ .continuation)')]
  for (const table of tables.reverse()) joinOne(table)
}

/** Lower edges of the rows down to one. */
function rowEdges(table: HTMLTableElement, last: Element): number[] {
  const rows = [...table.rows]
  return rows.slice(0, rows.indexOf(last as HTMLTableRowElement) + 1).map(bottomOf)
}

function bottomOf(row: Element): number {
  return row.getBoundingClientRect().bottom
}

/** @returns undefined where cells are so joined that the columns cannot be told apart */
function columnWidths(table: HTMLTableElement): number[] | undefined {
  const edges: number[] = []
  /** For each column, how many rows the cell above still reaches down. */
  const reach: number[] = []
  for (const row of table.rows) {
    let column = 0
    for (const cell of row.cells) {
      while ((reach[column] ?? 0) > 0) column++
      const { left, right } = firstBox(cell)
      const origin = firstBox(row).left
      edges[column] = left - origin
      for (let span = 0; span < cell.colSpan; span++) reach[column + span] = cell.rowSpan
      column += cell.colSpan
      edges[column] = right - origin
    }
    for (const [at, rows] of reach.entries()) reach[at] = Math.max(0, (rows ?? 0) - 1)
  }
  const widths = edges.slice(1).map((right, at) => right - (edges[at] ?? Number.NaN))
  return Array.from(widths).every((width) => width > 0) ? widths : undefined
}

/** On the first of its pages. */
function firstBox(element: Element): DOMRect {
  return element.getClientRects()[0] ?? new DOMRect()
}

function part(table: HTMLTableElement, next: Element, widths: readonly number[], words: string): void {
  pinColumns(table, widths)
  const line = document.createElement('p')
  line.className = 'continuation'
  line.textContent = words
  const rest = table.cloneNode(false) as HTMLTableElement
  rest.removeAttribute('id')
  rest.classList.add('continued')
  for (const child of table.querySelectorAll(':scope > colgroup, :scope > thead')) {
    const copy = child.cloneNode(true) as Element
    for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
    rest.append(copy)
  }
  const group = next.parentElement as Element
  const own = group.cloneNode(false) as Element
  const groups = followers(group)
  own.append(next, ...followers(next))
  rest.append(own, ...groups)
  table.after(line, rest)
}

function joinOne(table: HTMLTableElement): void {
  const line = table.nextElementSibling
  const rest = line?.nextElementSibling
  const bodies = [...(rest?.children ?? [])].filter((child) => !child.matches('colgroup, thead'))
  const [own, ...groups] = bodies
  if (own) table.lastElementChild?.append(...own.children)
  table.append(...groups)
  line?.remove()
  rest?.remove()
  table.style.tableLayout = ''
  table.style.width = ''
  for (const pinned of table.querySelectorAll(':scope > .pinned')) pinned.remove()
}

function followers(element: Element): Element[] {
  const found: Element[] = []
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) found.push(next)
  return found
}

/** Both parts get the columns that the whole has. They come before those its author asked for, which count no more. */
function pinColumns(table: HTMLTableElement, widths: readonly number[]): void {
  if (table.querySelector(':scope > .pinned')) return
  const group = document.createElement('colgroup')
  group.className = 'pinned'
  for (const width of widths) group.appendChild(document.createElement('col')).style.width = `${width}px`
  const { width } = firstBox(table)
  table.insertBefore(group, table.querySelector(':scope > colgroup, :scope > thead, :scope > tbody'))
  table.style.tableLayout = 'fixed'
  table.style.width = `${width}px`
}
