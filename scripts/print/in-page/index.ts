/**
 * Runs inside the document while it is laid out: measures, sets the notes, mends where pages break badly, and fills in
 * page numbers. Bundled into one script; the names exported here are all the outside can call.
 */
import { OWN_FAMILY } from '../../fonts/own-font.ts'
import type { Geometry } from '../geometry.ts'
import type { Layout } from '../plan.ts'
import { fillText, holdPlaces, style } from './fill.ts'
import { beginning } from './fit-tables.ts'
import { mendRadicals } from './formulas.ts'
import { locateAnchors, locateSlots, locator } from './locate.ts'
import { layOutSections, runsOf } from './sections.ts'

export { fill, insertBlankPages, style } from './fill.ts'
export { brokenTables } from './fit-tables.ts'
export { wideFormulas } from './formulas.ts'

/**
 * Makes columns of the sections and waits until every font and picture can be measured.
 * @param css the page as columns and in print
 */
export async function ready(css: string): Promise<void> {
  document.documentElement.classList.remove('reading')
  style('page-layout', css)
  for (const section of allSections()) runsOf(section)
  await document.fonts.ready
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => undefined)))
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  mendRadicals()
}

/** Families that a font file was meant for and that could not be loaded; one of the computer may be missing. */
export function missingFonts(): string[] {
  return [...document.fonts]
    .filter((font) => font.status === 'error' && font.family !== OWN_FAMILY)
    .map((font) => `${font.family} ${font.weight}`)
}

/**
 * Lays out the sections and reads from the columns where everything stands.
 * @param ids the anchors wanted
 * @param pinned ends every page where the columns end it, so that print cannot end it elsewhere
 */
export function layOut(areas: Geometry, ids: readonly string[], pinned: boolean): Layout {
  holdPlaces()
  const sections = allSections()
  const laidOut = layOutSections(sections, areas, pinned)
  return locateAll(sections, laidOut, areas, ids)
}

/**
 * After a change: lays out the sections that were changed and leaves the others as they are.
 * @param before what the last layout found
 * @param changed indices of sections
 */
export function layOutAgain(
  areas: Geometry,
  ids: readonly string[],
  before: Layout,
  changed: readonly number[],
  pinned = false,
): Layout {
  holdPlaces()
  const sections = allSections()
  const again = layOutSections(
    changed.flatMap((index) => sections[index] ?? []),
    areas,
    pinned,
  )
  const laidOut = before.sections.map((section, index) => again[changed.indexOf(index)] ?? section)
  return locateAll(sections, laidOut, areas, ids)
}

/**
 * Writes the numbers of pages into the text that refers to them ("halaman 14"), and lays out the sections again in which
 * one is not what it was thought to be.
 * @param numbers labels of pages by anchor, as `before` has them
 * @param hold see {@link fillText}
 * @returns undefined when all were right
 */
export function layOutReferences(
  areas: Geometry,
  ids: readonly string[],
  before: Layout,
  numbers: Readonly<Record<string, string>>,
  { pinned, hold }: { readonly pinned: boolean; readonly hold: boolean },
): Layout | undefined {
  const places = fillText(numbers, hold)
  if (places.length === 0) return undefined
  const changed = allSections().flatMap((section, at) =>
    places.some((place) => section.contains(place)) ? [at] : [],
  )
  return layOutAgain(areas, ids, before, changed, pinned)
}

function allSections(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('body > section:not(.blank-page)')]
}

function locateAll(
  sections: readonly HTMLElement[],
  laidOut: Layout['sections'],
  areas: Geometry,
  ids: readonly string[],
): Layout {
  const locate = locator(sections, areas.portrait.stride)
  const slots = locateSlots(locate)
  const wanted = new Set([...ids, ...slots.map((slot) => slot.of)])
  return { sections: laidOut, anchors: locateAnchors(locate, wanted), slots }
}

/** Things wider than their page: what stands out of it would be cut off. */
export function tooWide(areas: Geometry): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('table, pre, figure > *')) {
    const { width } = element.closest('.run.landscape') ? areas.landscape : areas.portrait
    if (element.scrollWidth > width + 1) found.push(beginning(element))
  }
  return found
}
