/** Where a page may end: after a line with enough lines on both sides of it, or between two units that nothing ties. */
import { boxesOf, type Flow, firstPage, LEAST_LINES, lastPage, pageAt } from './flow.ts'
import { type Line, linesOf } from './lines.ts'
import type { TextUnit, Unit } from './units.ts'

/** A legal end of a page. */
export interface PageEnd {
  readonly unit: Unit
  /** After this line of the unit; without it, after the unit. */
  readonly line?: Line
  /** The area of an earlier page that stands there already; the next one follows it. */
  readonly area?: HTMLElement
  /** Lower edge of what stands on the page, in px below the top of the page area. */
  readonly bottom: number
  /** Is it where the page ends by itself? */
  readonly natural: boolean
}

/**
 * The legal ends of a page, from top to bottom.
 * @param from the first unit that may stand on the page
 */
export function pageEnds(flow: Flow, units: readonly Unit[], page: number, from: number): PageEnd[] {
  const ends: PageEnd[] = []
  for (let at = from; at < units.length; at++) {
    const unit = units[at] as Unit
    if (firstPage(flow, unit.element) > page) break
    const boxes = boxesOf(unit.element).filter(({ left }) => pageAt(flow, left) === page)
    const box = boxes.at(-1)
    if (!box) continue
    if (unit.kind === 'text') ends.push(...lineEnds(flow, unit, page, box))
    if (!unit.free || lastPage(flow, unit.element) !== page) continue
    const next = units[at + 1]
    const natural = !next || firstPage(flow, next.element) > page
    const last = boxesOf(outermostEnd(flow, unit, next)).at(-1) ?? box
    ends.push({ unit, natural, bottom: last.bottom - flow.top })
  }
  return ends
}

/** The widest block that ends where the unit ends: what is put behind the unit stands behind its edge, too. */
export function outermostEnd(flow: Flow, unit: Unit, next: Unit | undefined): Element {
  let block = unit.element
  while (block.parentElement && block.parentElement !== flow.element) {
    if (next && block.parentElement.contains(next.element)) break
    block = block.parentElement
  }
  return block
}

/** @param box of the unit on this page */
function lineEnds(flow: Flow, unit: TextUnit, page: number, box: DOMRect): PageEnd[] {
  const lines = linesOf(unit.element, unit.lineHeight, (x) => pageAt(flow, x)).filter(
    (line) => line.page >= page,
  )
  const here = lines.filter((line) => line.page === page).length
  const begins = firstPage(flow, unit.element) === page
  const top = box.top + (begins ? unit.paddingTop : 0)
  const ends: PageEnd[] = []
  for (let at = LEAST_LINES - 1; at < here && at < lines.length - LEAST_LINES; at++) {
    const line = lines[at] as Line
    // Counted from the block's own top it is exact; but not where a line is higher than the rest.
    const [seen, counted] = [line.middle + unit.lineHeight / 2, top + (at + 1) * unit.lineHeight]
    const bottom = (Math.abs(seen - counted) < 1 ? counted : seen) - flow.top
    ends.push({ unit, line, natural: at === here - 1, bottom })
  }
  return ends
}

/** Does the page end by itself where none may: with a line alone on either side, or after a heading? */
export function endsBadly(flow: Flow, units: readonly Unit[], page: number, from: number): boolean {
  let last: Unit | undefined
  for (let at = from; at < units.length; at++) {
    const unit = units[at] as Unit
    const first = firstPage(flow, unit.element)
    if (first > page) break
    if (first !== -1) last = unit
  }
  if (!last) return false
  if (lastPage(flow, last.element) <= page) return !last.free
  return last.kind === 'text' && !pageEnds(flow, units, page, last.index).some(({ natural }) => natural)
}
