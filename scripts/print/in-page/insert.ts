/**
 * Sets a note area where a page is to end, so that it fills the rest of the page and what follows begins on the next.
 * It is put there, measured, and taken out again when it does not hold.
 */
import { boxesOf, firstPage, lastPage, leftOf, pageAt, roomOf, SLACK } from './flow.ts'
import { startAfter } from './lines.ts'
import { type NotePiece, setNotes } from './notes.ts'
import { outermostEnd, type PageEnd } from './page-ends.ts'
import { type Call, pageOfCall, type Run } from './run.ts'
import { lineHeightOf, type Unit } from './units.ts'

/** An area's own class of table row. */
const AREA_ROW = 'note-row'
/** Of moving and growing until an area stands as it should. */
const CORRECTIONS = 3
/** Positions that differ by less are the same; less than the room that is kept free against rounding. */
const SAME_PX = 0.25
/** What hangs this far out of its page would be seen. */
const SEEN_PX = 0.3

/** Where an area is to stand. Nothing is changed before `insert`. */
interface Spot {
  /** The box whose insets the area has to leave behind. */
  readonly host: Element
  insert(): void
  undo(): void
}

/**
 * Every change costs a layout, so the area is made as it should be before it is put in.
 * @param taken the calls whose notes belong to this page; all others that are still to come must stay behind it
 * @returns undefined when no area holds there; the document is then as before
 */
export function insertArea(
  run: Run,
  page: number,
  end: PageEnd,
  pieces: readonly NotePiece[],
  taken: ReadonlySet<Call>,
  coming: readonly Call[],
): HTMLElement | undefined {
  const area = setNotes(pieces)
  const spot = spotFor(run, end, area)
  if (!spot) return undefined
  spanPage(run, page, area, spot.host)
  const filling = fillFrom(run, area, end.bottom, run.ruler.heightOf(pieces))
  spot.insert()
  const fits = settle(run, page, end, area, filling)
  if (fits && standsRight(run, page, area) && endsPage(run, page, end)) {
    const right = coming.every((call) => {
      const at = pageOfCall(run, call)
      return taken.has(call) ? at === page : at > page
    })
    if (right) return area
  }
  spot.undo()
  return undefined
}

function spotFor(run: Run, end: PageEnd, area: HTMLElement): Spot | undefined {
  const table = end.unit.kind === 'row' ? end.unit.element.closest('table') : null
  const next = run.units[end.unit.index + 1]
  if (table && next && table.contains(next.element)) return betweenRows(run, area, table, end)
  if (end.area) return behindArea(area, end, end.area)
  return end.line ? insideBlock(run, area, end) : afterBlock(run, area, end.unit, next)
}

/** Notes go on over more than one page: their areas follow each other. */
function behindArea(area: HTMLElement, end: PageEnd, before: HTMLElement): Spot {
  area.className = before.className
  return {
    host: (end.line ? end.unit.element : before.parentElement) as Element,
    insert: () => before.after(area),
    undo: () => area.remove(),
  }
}

/** A float over the whole width before the next line: never inside a word. */
function insideBlock({ flow }: Run, area: HTMLElement, { unit, line }: PageEnd): Spot | undefined {
  const block = unit.element
  const onPage = (x: number) => pageAt(flow, x)
  const at = line && startAfter(block, line, lineHeightOf(unit), onPage, { skipped: '.note-area' })
  if (!at) return undefined
  area.classList.add('mid')
  return {
    host: block,
    insert() {
      let before: Node = at.node
      if (at.offset > 0) before = at.node.splitText(at.offset)
      // At the start of an emphasis, it goes before the emphasis.
      else while (before.parentNode !== block && !before.previousSibling) before = before.parentNode as Node
      before.parentNode?.insertBefore(area, before)
    },
    undo() {
      area.remove()
      block.normalize()
    },
  }
}

/** A row of its own, so that the table goes on below its repeated head. */
function betweenRows({ flow }: Run, area: HTMLElement, table: HTMLTableElement, end: PageEnd): Spot {
  const row = document.createElement('tr')
  row.className = AREA_ROW
  const cell = row.insertCell()
  cell.colSpan = [...(table.rows[0]?.cells ?? [])].reduce((sum, { colSpan }) => sum + colSpan, 0)
  cell.appendChild(document.createElement('div')).append(area)
  const before = end.area?.closest('tr') ?? end.unit.element
  return { host: flow.element, insert: () => before.after(row), undo: () => row.remove() }
}

/** In the flow and not a float: tables and flexible boxes do not respect floats. Inside the list item, if there is one. */
function afterBlock({ flow }: Run, area: HTMLElement, unit: Unit, next: Unit | undefined): Spot {
  const block = outermostEnd(flow, unit, next)
  const inList = block.parentElement?.matches('ul, ol') ?? false
  return {
    host: (inList ? block : block.parentElement) as Element,
    insert: () => (inList ? block.append(area) : block.after(area)),
    undo: () => area.remove(),
  }
}

/** As wide as the page, whatever its host is indented by. */
function spanPage({ flow }: Run, page: number, area: HTMLElement, host: Element): void {
  area.style.width = `${flow.width}px`
  if (host === flow.element) return
  const boxes = boxesOf(host)
  const box = boxes.find(({ left }) => pageAt(flow, left) === page) ?? boxes[0]
  if (!box) return
  const left = leftOf(flow, pageAt(flow, box.left))
  const style = getComputedStyle(host)
  const inset = (name: 'paddingLeft' | 'borderLeftWidth' | 'paddingRight' | 'borderRightWidth') =>
    Number.parseFloat(style[name])
  area.style.marginLeft = `${left - box.left - inset('paddingLeft') - inset('borderLeftWidth')}px`
  area.style.marginRight = `${box.right - inset('paddingRight') - inset('borderRightWidth') - left - flow.width}px`
}

/** An area that reaches from a height on its page down to the foot, its notes at the foot. */
interface Filling {
  readonly top: number
  /** Is there room for the notes? */
  readonly fits: boolean
  /** The same from another height. */
  from(top: number): Filling
}

function fillFrom(run: Run, area: HTMLElement, top: number, need: number): Filling {
  const room = roomOf(run.flow)
  area.style.height = `${room - top}px`
  area.style.paddingTop = `${Math.max(0, room - top - need)}px`
  return {
    top,
    fits: room - top >= need,
    from: (other) => fillFrom(run, area, Math.min(other, Math.max(top, room - need)), need),
  }
}

/** Where the text really ends is seen when the area stands there; what was thought before is corrected. */
function settle(run: Run, page: number, end: PageEnd, area: HTMLElement, first: Filling): boolean {
  const { flow } = run
  const inRow = area.closest(`.${AREA_ROW}`) !== null
  let filling = first
  for (let correction = 0; correction < CORRECTIONS && filling.fits; correction++) {
    const box = area.getBoundingClientRect()
    const aside = box.left - leftOf(flow, page)
    const top = box.top - flow.top
    if (Math.abs(aside) > flow.stride / 2) {
      // It was pushed to the next page: the text ends lower than thought.
      filling = filling.from(filling.top + lineHeightOf(end.unit))
      continue
    }
    const shifted = inRow && Math.abs(aside) >= SEEN_PX
    if (Math.abs(top - filling.top) < SAME_PX && !shifted) break
    if (shifted) area.style.marginLeft = `${(Number.parseFloat(area.style.marginLeft) || 0) - aside}px`
    filling = filling.from(top)
  }
  return filling.fits
}

/** In one piece, at the left edge of its page, down to its foot, and nothing standing out of it. */
function standsRight({ flow }: Run, page: number, area: HTMLElement): boolean {
  const boxes = boxesOf(area)
  const [box] = boxes
  if (!box || boxes.length > 1) return false
  if (Math.abs(box.left - leftOf(flow, page)) >= 1) return false
  if (Math.abs(box.bottom - flow.top - roomOf(flow)) >= SLACK / 2) return false
  const list = area.firstElementChild
  return !list || list.getBoundingClientRect().bottom <= box.bottom + 0.5
}

/** Does the text go on behind this page, and not on it? */
function endsPage({ flow, units }: Run, page: number, end: PageEnd): boolean {
  if (end.line) return lastPage(flow, end.unit.element) > page
  const next = units[end.unit.index + 1]
  return !next || firstPage(flow, next.element) > page
}
