/** The browser reckons the place of a link's target from the page area and not from the paper: links landed too high. */
import type { PageMap } from '../../model.ts'
import type { PageMargins } from '../geometry.ts'
import { DESTINATION, destinationsObject } from './facts.ts'
import type { PdfObjects } from './reader.ts'
import type { PdfChanges } from './write.ts'

export function mendDestinations(
  pdf: PdfObjects,
  changes: PdfChanges,
  map: PageMap,
  margins: PageMargins,
): void {
  const number = destinationsObject(pdf)
  if (number === undefined) return
  const order = new Map(pdf.pages.map((page, index) => [page, index]))
  const mend = (_: string, name: string, page: string, x: string, y: string) => {
    const index = order.get(Number(page)) ?? 0
    const left = Number(x) + margins.left(index, map.pages[index]?.landscape ?? false)
    const top = Math.max(0, Number(y) - margins.top)
    return `/${name} [${page} 0 R /XYZ ${left.toFixed(2)} ${top.toFixed(2)}`
  }
  changes.replace(number, changes.text(number).replace(DESTINATION, mend))
}
