/**
 * Widows and orphans: at least two lines of a paragraph on either page. Chromium knows the rule and breaks it now and
 * then; what it got wrong is found from the lines themselves and mended.
 */
import { linesOf } from './lines.ts'

const LEAST_LINES = 2
/** A block that cannot leave two lines on both pages stays whole. */
const SHORTEST_TO_BREAK = 2 * LEAST_LINES

/**
 * @param pageAt from a horizontal position to a column of the section
 * @returns how many blocks were mended
 */
export function holdWidows(section: HTMLElement, pageAt: (x: number) => number): number {
  let mended = 0
  for (const block of section.querySelectorAll<HTMLElement>('p, li, dd')) {
    if (!isBroken(block) || block.querySelector('p, ul, ol, dl, table, figure')) continue
    const style = getComputedStyle(block)
    const lines = linesOf(block, Number.parseFloat(style.lineHeight), pageAt)
    if (!leavesTooFew(lines.map((line) => line.page))) continue
    if (lines.length < SHORTEST_TO_BREAK) block.style.breakInside = 'avoid'
    // Asked for one more, it leaves enough.
    else Object.assign(block.style, { orphans: String(LEAST_LINES + 1), widows: String(LEAST_LINES + 1) })
    mended++
  }
  return mended
}

/** Most blocks are in one piece, and their lines need no counting. */
function isBroken(block: Element): boolean {
  return block.getClientRects().length > 1
}

/** @param pages of the lines, in order */
function leavesTooFew(pages: readonly number[]): boolean {
  const first = pages.filter((page) => page === pages[0]).length
  const last = pages.filter((page) => page === pages.at(-1)).length
  return pages[0] !== pages.at(-1) && (first < LEAST_LINES || last < LEAST_LINES)
}
