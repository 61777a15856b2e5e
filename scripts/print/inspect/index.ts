/**
 * Compares what the finished PDF holds with what was planned. Pure: the last word before a file is written. Whatever
 * differs is an error that names the place.
 */
import type { Diagnostic, Page, PageMap, PdfFacts } from '../../model.ts'
import type { Profile } from '../../schema/profile.ts'
import { pageMargins } from '../geometry.ts'
import { marginTexts } from '../margin-texts.ts'
import { inspectAnchors } from './anchors.ts'
import { inspectNotes } from './notes.ts'
import { inspectNumbers } from './numbers.ts'
import { inspectPages } from './pages.ts'

export { lateNotes } from './notes.ts'

/** @returns nothing when the file is as planned */
export function inspect(facts: PdfFacts, map: PageMap, page: Page, profile: Profile): Diagnostic[] {
  const margins = pageMargins(profile)
  return [
    ...inspectPages(facts, map, margins, marginTexts(map.pages, page, profile)),
    ...inspectAnchors(facts, map, page.entries),
    ...inspectNotes(facts, map, page.footnotes),
    ...inspectNumbers(facts, map, margins),
  ]
}
