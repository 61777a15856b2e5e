/** From the number of pages of each section to the label and place of every page number. Pure. */
import type { DocumentSection, NumberPosition, PageMap, PlacedAnchor, PlannedPage } from '../model.ts'
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
