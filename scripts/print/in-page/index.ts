/**
 * Runs inside the document while it is laid out: measures, mends where pages break badly, and fills in page numbers.
 * Bundled into one script; the names exported here are all the outside can call.
 */
import type { Layout } from '../plan.ts'
import { holdWidows } from './widows.ts'

/** Waits until every font and picture can be measured. */
export async function ready(): Promise<void> {
  document.documentElement.classList.remove('reading')
  await document.fonts.ready
  await Promise.all([...document.fonts].map((font) => font.load()))
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
}

/** Families that a font file was meant for and that could not be loaded. */
export function missingFonts(): string[] {
  return [...document.fonts]
    .filter((font) => font.status === 'error')
    .map((font) => `${font.family} ${font.weight}`)
}

/**
 * Reads the page of every anchor from the columns.
 * @param stride px from one column to the next
 * @param height of the page area, in px
 * @param ids the anchors wanted
 */
export function layOut(stride: number, height: number, ids: readonly string[]): Layout {
  const sections = [...document.querySelectorAll<HTMLElement>('body > section')]
  const lefts = sections.map((section) => section.getBoundingClientRect())
  const pageIn = (section: number) => (x: number) =>
    Math.floor((x - (lefts[section]?.left ?? 0) + stride / 10) / stride)
  keepShortTables(height)
  for (const [at, section] of sections.entries()) holdWidows(section, pageIn(at))
  const pages = sections.map(
    (section) => Math.round((section.scrollWidth - section.clientWidth) / stride) + 1,
  )
  const anchors: Record<string, { section: number; page: number; top: number }> = {}
  for (const id of ids) {
    const anchor = document.getElementById(id)
    const section = sections.findIndex((candidate) => candidate.contains(anchor))
    const origin = lefts[section]
    const box = anchor?.getClientRects()[0]
    if (!origin || !box) continue
    anchors[id] = { section, page: pageIn(section)(box.left), top: (box.top - origin.top) * 0.75 }
  }
  return { pages, anchors }
}

/** Of the page's height: a table that is not taller moves to the next page whole, a taller one breaks between rows. */
const TALLEST_WHOLE_TABLE = 0.55

function keepShortTables(height: number): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.table')) {
    const tall = [...figure.getClientRects()].reduce((sum, box) => sum + box.height, 0)
    figure.classList.toggle('keep', tall <= height * TALLEST_WHOLE_TABLE)
  }
}

/** Things wider than the page: what stands out of it would be cut off. */
export function tooWide(width: number): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll<HTMLElement>('table, pre, figure > *')) {
    if (element.scrollWidth > width + 1) found.push((element.textContent ?? '').trim().slice(0, 40))
  }
  return found
}

/** Writes page numbers into the contents and lists, and the style sheet of the margins. */
export function fill(numbers: Readonly<Record<string, string>>, css: string): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    place.textContent = numbers[place.dataset.pageOf ?? ''] ?? ''
  }
  const sheet =
    document.getElementById('page-numbers') ?? document.head.appendChild(document.createElement('style'))
  sheet.id = 'page-numbers'
  sheet.textContent = css
}
