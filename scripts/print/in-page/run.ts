/** A run of pages of one size inside a section: its units, and the calls of its notes. */
import type { PageArea } from '../geometry.ts'
import { boxesOf, type Flow, flowOf, middle, pageAt } from './flow.ts'
import type { NotePiece, NoteRuler } from './notes.ts'
import { type Unit, unitsOf } from './units.ts'

/** The call of a note in the text. */
export interface Call {
  readonly element: HTMLElement
  /** Index of the unit it stands in. */
  readonly unit: number
  readonly note: NotePiece
}

export interface Run {
  readonly flow: Flow
  readonly units: readonly Unit[]
  /** In reading order. */
  readonly calls: readonly Call[]
  readonly ruler: NoteRuler
}

/**
 * @param notes by anchor: the texts of the section's notes
 * @param ruler for notes as wide as the page area
 */
export function readRun(
  element: HTMLElement,
  area: PageArea,
  notes: ReadonlyMap<string, HTMLElement>,
  ruler: NoteRuler,
): Run {
  const units = unitsOf(element)
  const indices = new Map(units.map((unit) => [unit.element, unit.index]))
  const called = [...element.querySelectorAll<HTMLElement>('.note-call')].flatMap((call) => {
    const id = decodeURIComponent(call.getAttribute('href')?.slice(1) ?? '')
    const note = notes.get(id)
    // A call that is not shown has no page on which its note could stand.
    const unit = call.getClientRects().length > 0 ? unitAround(call, element, indices) : undefined
    return note && unit !== undefined ? [{ call, unit, id, element: note }] : []
  })
  const pieces = called.length > 0 ? ruler.measure(called) : []
  const calls = called.map(({ call, unit }, at): Call => {
    return { element: call, unit, note: pieces[at] as NotePiece }
  })
  return { flow: flowOf(element, area), units, calls, ruler }
}

function unitAround(call: Element, run: Element, indices: ReadonlyMap<Element, number>): number | undefined {
  for (let element: Element | null = call; element && element !== run; element = element.parentElement) {
    const index = indices.get(element)
    if (index !== undefined) return index
  }
  return undefined
}

/** -1 for a call that is not shown. */
export function pageOfCall({ flow }: Run, { element }: Call): number {
  const box = boxesOf(element)[0]
  return box ? pageAt(flow, box.left) : -1
}

/** Vertical middle of its line, about. */
export function middleOfCall({ element }: Call): number {
  const box = boxesOf(element)[0]
  return box ? middle(box) : 0
}
