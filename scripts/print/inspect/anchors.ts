/** Every line of the contents and lists leads to the page it names, and to the height that was laid out. */
import { diagnose } from '../../diagnostics.ts'
import type { ContentsEntry, Diagnostic, PageMap, PdfFacts } from '../../model.ts'
import { lostAnchor, moved, wrongPage } from '../messages.ts'
import { labelOf, standsAt } from './places.ts'

export function inspectAnchors(
  facts: PdfFacts,
  map: PageMap,
  entries: readonly ContentsEntry[],
): Diagnostic[] {
  return entries.flatMap(({ id, title }) => {
    const planned = map.anchors.get(id)
    const real = facts.destinations.get(id)
    if (!planned || !real) return [diagnose(lostAnchor, { entry: title })]
    if (planned.page !== real.page) {
      const pages = { planned: labelOf(map, planned.page), found: labelOf(map, real.page) }
      return [diagnose(wrongPage, { entry: title, ...pages })]
    }
    if (standsAt(facts, real, planned)) return []
    return [diagnose(moved, { what: title, page: labelOf(map, real.page) })]
  })
}
