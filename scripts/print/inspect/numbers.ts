/** What is printed at the end of a line of the contents, or behind "halaman", is the number of the page it leads to. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, NumberSlot, PageMap, PdfFacts } from '../../model.ts'
import type { PageMargins } from '../geometry.ts'
import { wrongNumber } from '../messages.ts'
import { labelOf } from './places.ts'

/** The letters of a line do not stand higher or lower than its box by more. */
const EDGE_PT = 1

export function inspectNumbers(facts: PdfFacts, map: PageMap, margins: PageMargins): Diagnostic[] {
  return map.slots.flatMap((slot) => {
    const target = map.anchors.get(slot.of)
    const label = map.pages[target?.page ?? -1]?.label ?? ''
    const landscape = map.pages[slot.page]?.landscape ?? false
    const printed = printedAt(facts, slot, margins.left(slot.page, landscape), margins.top)
    if (printed === label) return []
    return [diagnose(wrongNumber, { page: labelOf(map, slot.page), planned: label, found: printed })]
  })
}

function printedAt({ texts }: PdfFacts, slot: NumberSlot, left: number, top: number): string {
  return (texts[slot.page]?.runs ?? [])
    .filter(({ x, y }) => {
      const [dx, dy] = [x - left, y - top]
      const beside = dx >= slot.left - EDGE_PT && dx < slot.right - EDGE_PT
      return beside && dy >= slot.top && dy <= slot.bottom + EDGE_PT
    })
    .map(({ text }) => text)
    .join('')
    .trim()
}
