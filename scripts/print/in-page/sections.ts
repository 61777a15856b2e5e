/** A section of the document as runs of pages; laying it out again begins by taking out what the last time put in. */
import { type Geometry, type PageArea, PT_PER_PX } from '../geometry.ts'
import type { LaidOutPage, SectionLayout } from '../plan.ts'
import { lastBaselines } from './baselines.ts'
import { joinTables } from './continue-tables.ts'
import { fitTables } from './fit-tables.ts'
import { fitFormulas } from './formulas.ts'
import { layOutRun } from './lay-out-run.ts'
import { lettersOf } from './letters.ts'
import { NO_NOTES, type NoteRuler, noteRuler } from './notes.ts'
import { type Run, readRun } from './run.ts'
import { keepShortTables } from './short-tables.ts'

/**
 * Lays out some sections, all of them or those that changed; the others stay as they are.
 * @param pinned ends every page where the columns end it, so that print cannot end it elsewhere
 */
export function layOutSections(
  sections: readonly HTMLElement[],
  areas: Geometry,
  pinned: boolean,
): SectionLayout[] {
  // All that changes the document before anything is measured: every change after that costs a layout.
  for (const section of sections) {
    removeAreas(section)
    joinTables(section)
  }
  const runs = sections.map(runsOf)
  const notes = new Map(sections.flatMap((section) => [...notesOf(section)]))
  const pages = runs.flat().map((run) => ({ run, ...areaOf(run, areas) }))
  fitTables(pages)
  fitFormulas(pages)
  keepShortTables(pages, notes)
  const rulers = new Map<PageArea, NoteRuler>()
  const rulerOf = (area: PageArea) => {
    const ruler = rulers.get(area) ?? noteRuler(area.width)
    rulers.set(area, ruler)
    return ruler
  }
  const found = sections.map((section, at): SectionLayout => {
    const hasNotes = section.querySelector(':scope > .notes') !== null
    const late: string[] = []
    const laidOut = (runs[at] ?? []).flatMap((element) => {
      const area = areaOf(element, areas)
      const run = readRun(element, area, notes, hasNotes ? rulerOf(area) : NO_NOTES)
      late.push(...layOutRun(run, pinned))
      return pagesOf(run, area === areas.landscape)
    })
    return { pages: laidOut, late }
  })
  for (const ruler of rulers.values()) ruler.remove()
  return found
}

function pagesOf(run: Run, landscape: boolean): LaidOutPage[] {
  const baselines = lastBaselines(run)
  return lettersOf(run).map((counted, page) => {
    const own = (baselines[page] ?? []).map((baseline) => baseline * PT_PER_PX)
    return { landscape, ...counted, baselines: own }
  })
}

/** Where a run's pages begin in its section, from 0. */
export function runStart(run: Element, stride: number): number {
  let start = 0
  for (let before = run.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.matches('.run')) start += Math.round((before.scrollWidth - before.clientWidth) / stride) + 1
  }
  return start
}

/**
 * The runs of a section, made where they are missing: what asks for a turned page is a run of its own; all that stands
 * between two of those is another.
 */
export function runsOf(section: HTMLElement): HTMLElement[] {
  let run: HTMLElement | undefined
  for (const child of [...section.childNodes]) {
    const element = child instanceof Element ? child : undefined
    if (element?.matches('.notes') || (!element && child.textContent?.trim() === '')) continue
    if (element?.matches('.run')) run = undefined
    else if (element?.matches('.landscape')) {
      run = undefined
      wrap(child).classList.add('landscape')
    } else if (run) run.append(child)
    else run = wrap(child)
  }
  return [...section.querySelectorAll<HTMLElement>(':scope > .run')]
}

function wrap(child: ChildNode): HTMLElement {
  const run = document.createElement('div')
  run.className = 'run'
  child.before(run)
  run.append(child)
  return run
}

function areaOf(run: Element, { portrait, landscape }: Geometry): PageArea {
  return run.classList.contains('landscape') ? landscape : portrait
}

/** The texts of the notes by anchor. They lose their anchors to the notes that are set. */
function notesOf(section: HTMLElement): Map<string, HTMLElement> {
  const notes = new Map<string, HTMLElement>()
  for (const note of section.querySelectorAll<HTMLElement>(':scope > .notes > .note')) {
    note.dataset.note ??= note.id
    note.removeAttribute('id')
    notes.set(note.dataset.note, note)
  }
  return notes
}

/** Paragraphs that an area cut in two become whole again. */
function removeAreas(section: HTMLElement): void {
  for (const area of section.querySelectorAll<HTMLElement>('.note-area')) {
    const host = area.parentElement
    const row = area.closest('.note-row')
    ;(row ?? area).remove()
    host?.normalize()
  }
}
