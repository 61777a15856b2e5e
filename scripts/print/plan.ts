/** From the number of pages of each section to the label and place of every page number. Pure. */
import type {
  DocumentSection,
  NumberPosition,
  PageMap,
  PdfFacts,
  PlacedAnchor,
  PlannedPage,
} from '../model.ts'
import { toRoman } from '../roman.ts'
import type { Profile } from '../schema/profile.ts'

/** What the layout found. */
export interface Layout {
  /** Pages of each section, in document order. */
  readonly pages: readonly number[]
  /** Anchors by id: which section, its page there from 0, and the top in pt below that page area's top. */
  readonly anchors: Readonly<
    Record<string, { readonly section: number; readonly page: number; readonly top: number }>
  >
}

/** Front pages count from i; the body from 1, through to the end. */
export function planPages(sections: readonly DocumentSection[], layout: Layout, profile: Profile): PageMap {
  const pages: PlannedPage[] = []
  const firsts: number[] = []
  let count = 0
  let inFront = true
  for (const [at, section] of sections.entries()) {
    firsts.push(pages.length)
    if (inFront && section.zone !== 'front') {
      inFront = false
      count = 0
    }
    const zones = profile.page_numbers
    for (let page = 0; page < (layout.pages[at] ?? 0); page++) {
      const zone = section.zone !== 'front' && page === 0 ? zones.chapter_first : zones[section.zone]
      if (section.numbering !== 'uncounted') count++
      const label = section.numbering === 'uncounted' ? '' : pageLabel(count, zone.style)
      const position = section.numbering === 'shown' ? physical(zone.position, pages.length) : undefined
      pages.push({ label, position, section: section.id })
    }
  }
  const anchors = new Map<string, PlacedAnchor>()
  for (const [id, { section, page, top }] of Object.entries(layout.anchors)) {
    anchors.set(id, { page: (firsts[section] ?? 0) + page, top })
  }
  return { pages, anchors }
}

/**
 * The layout as the printed file shows it, for the case that it differs from what the columns said.
 * A section's first page is that of its first anchor; one without any anchor keeps the pages it was planned with.
 */
export function layoutOf(facts: PdfFacts, planned: Layout): Layout {
  const anchors: Record<string, { section: number; page: number; top: number }> = {}
  const firsts: (number | undefined)[] = planned.pages.map(() => undefined)
  for (const [id, { section, page }] of Object.entries(planned.anchors)) {
    const real = facts.destinations.get(id)?.page
    if (real !== undefined && page === 0) firsts[section] = Math.min(firsts[section] ?? real, real)
  }
  let next = facts.pages
  const starts = [...firsts]
  for (let at = firsts.length - 1; at >= 0; at--) {
    next = firsts[at] ?? Math.max(0, next - (planned.pages[at] ?? 0))
    starts[at] = next
  }
  const pages = starts.map((start, at) => (starts[at + 1] ?? facts.pages) - (start ?? 0))
  for (const [id, anchor] of Object.entries(planned.anchors)) {
    const real = facts.destinations.get(id)?.page
    if (real !== undefined) anchors[id] = { ...anchor, page: real - (starts[anchor.section] ?? 0) }
  }
  return { pages, anchors }
}

type ZoneStyle = Profile['page_numbers']['body']

export function pageLabel(count: number, style: ZoneStyle['style']): string {
  if (style === 'arabic') return String(count)
  const numeral = toRoman(count)
  return style === 'lower-roman' ? numeral.toLowerCase() : numeral
}

/** Outer edges: right on the first page and every odd one after it, left on its back. */
function physical(position: ZoneStyle['position'], page: number): NumberPosition | undefined {
  if (position === 'none') return undefined
  const outer = page % 2 === 0 ? 'right' : 'left'
  if (position === 'top-outer') return `top-${outer}`
  if (position === 'bottom-outer') return `bottom-${outer}`
  return position
}
