/** Compares what the finished PDF holds with what was planned. Pure: the last word before a file is written. */
import { diagnose } from '../diagnostics.ts'
import type { ContentsEntry, Diagnostic, PageMap, PdfFacts } from '../model.ts'
import { lostAnchor, wrongPage, wrongPageCount } from './messages.ts'

/**
 * Every entry of the contents and lists must be on the page its number says. Fewer or more pages than planned would
 * shift the numbers in the margins, so that is a fault too.
 */
export function inspect(facts: PdfFacts, map: PageMap, entries: readonly ContentsEntry[]): Diagnostic[] {
  const found: Diagnostic[] = []
  if (facts.pages !== map.pages.length) {
    found.push(diagnose(wrongPageCount, { planned: map.pages.length, found: facts.pages }))
  }
  for (const { id, title } of entries) {
    const planned = map.anchors.get(id)
    const real = facts.destinations.get(id)
    if (!planned || !real) found.push(diagnose(lostAnchor, { entry: title }))
    else if (planned.page !== real.page) {
      const facts = { entry: title, planned: labelOf(map, planned.page), found: labelOf(map, real.page) }
      found.push(diagnose(wrongPage, facts))
    }
  }
  return found
}

function labelOf({ pages }: PageMap, page: number): string {
  return pages[page]?.label || `PDF ${page + 1}`
}
