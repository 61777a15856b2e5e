/**
 * How low the text of each page reaches: whatever moves something on a page moves its last line. What is compared with
 * the printed page is the baseline, which is where a PDF has its letters.
 */
import { boxesOf, firstPage, middle, pageAt, pageCount } from './flow.ts'
import type { Run } from './run.ts'

/** @returns for each page of the run the last baselines of its text and of its notes, in px below the page area's top */
export function lastBaselines(run: Run): number[][] {
  const { flow, units } = run
  const fonts = fontMetrics()
  const pages: number[][] = Array.from({ length: pageCount(flow) }, () => [])
  const lowest = new Map<number, Element>()
  for (const { element } of units) {
    for (const { left } of boxesOf(element)) lowest.set(pageAt(flow, left), element)
  }
  for (const [page, element] of lowest) add(page, element)
  for (const area of flow.element.querySelectorAll('.note-area')) {
    const last = area.querySelector('.note:last-child > :last-child')
    if (last) add(firstPage(flow, area), last)
  }
  return pages

  /** Only boxes of letters tell where a baseline is: those of links, pictures and raised signs do not. */
  function add(page: number, element: Element): void {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let lowest: { readonly middle: number; readonly baseline: number } | undefined
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.textContent?.trim() === '' || isAside(parent, element)) continue
      range.selectNodeContents(node)
      const { ascent, descent } = fonts(parent)
      for (const box of range.getClientRects()) {
        // A fallback font has a height of its own.
        const own = Math.abs(box.height - ascent - descent) < SAME_FONT_PX
        if (box.width === 0 || !own || pageAt(flow, box.left) !== page) continue
        if (!lowest || middle(box) > lowest.middle)
          lowest = { middle: middle(box), baseline: box.bottom - descent }
      }
    }
    if (lowest) pages[page]?.push(lowest.baseline - flow.top)
  }
}

/** Raised or lowered, in a formula, or the notes that an earlier page left in the block. */
function isAside(parent: Element, element: Element): boolean {
  const aside = parent.closest('sup, sub, svg, math, rt, .note-area')
  return aside !== null && aside !== element && element.contains(aside)
}

const SAME_FONT_PX = 1.01

interface FontMetrics {
  readonly ascent: number
  readonly descent: number
}

/** The metrics of an element's font, each font measured once. */
function fontMetrics(): (element: Element) => FontMetrics {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, FontMetrics>()
  return (element) => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const before = known.get(font)
    if (before || !context) return before ?? { ascent: 0, descent: 0 }
    context.font = font
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x')
    known.set(font, { ascent, descent })
    return { ascent, descent }
  }
}
