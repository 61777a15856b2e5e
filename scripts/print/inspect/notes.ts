/** Every note stands at the foot of the page of its call, and both where they were laid out. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Footnote, PageMap, PdfFacts } from '../../model.ts'
import { lateNote, lostNote, noteElsewhere } from '../messages.ts'
import { labelOf, standsAt } from './places.ts'

export function inspectNotes(facts: PdfFacts, map: PageMap, footnotes: readonly Footnote[]): Diagnostic[] {
  return footnotes.flatMap((footnote): Diagnostic[] => {
    const { number } = footnote
    const at = { file: footnote.file, place: footnote.place }
    const ends = [footnote.call, footnote.note].map((id) => ({
      planned: map.anchors.get(id),
      real: facts.destinations.get(id),
    }))
    const [call, note] = ends
    if (!call?.planned || !call.real || !note?.planned || !note.real)
      return [diagnose(lostNote, { number }, at)]
    const late = map.lateNotes.has(footnote.note)
    const together = late ? note.real.page > call.real.page : note.real.page === call.real.page
    const asPlanned = ends.every(({ planned, real }) => planned && real && standsAt(facts, real, planned))
    if (together && asPlanned) return []
    const pages = { call: labelOf(map, call.real.page), note: labelOf(map, note.real.page) }
    return [diagnose(noteElsewhere, { number, ...pages }, at)]
  })
}

/** Notes for which there was no room on the page of their call: no fault of the file, and told all the same. */
export function lateNotes(map: PageMap, footnotes: readonly Footnote[]): Diagnostic[] {
  return footnotes.flatMap((footnote) => {
    const call = map.anchors.get(footnote.call)
    const note = map.anchors.get(footnote.note)
    if (!map.lateNotes.has(footnote.note) || !call || !note) return []
    const facts = { number: footnote.number, call: labelOf(map, call.page), note: labelOf(map, note.page) }
    return [diagnose(lateNote, facts, { file: footnote.file, place: footnote.place })]
  })
}
