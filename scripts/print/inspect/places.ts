/** Places in the printed file: what a page is called, and whether a link's target is where it was planned. */
import type { Destination, PageMap, PdfFacts, PlacedAnchor } from '../../model.ts'

/** The number printed on the page, or its position in the file where it has none. */
export function labelOf({ pages }: PageMap, page: number): string {
  return pages[page]?.label || `PDF ${page + 1}`
}

/** Less than a reader sees, more than rounding makes. */
export const TOLERANCE_PT = 1.5

/**
 * Does a link's target stand where its anchor was laid out? The browser reckons heights from the page area and not from
 * the paper, so the top margin is in neither of the two.
 */
export function standsAt({ texts }: PdfFacts, real: Destination, planned: PlacedAnchor): boolean {
  const height = texts[real.page]?.height
  if (real.page !== planned.page || height === undefined) return false
  return Math.abs(height - planned.top - real.y) <= TOLERANCE_PT
}
