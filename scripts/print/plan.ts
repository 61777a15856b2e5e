/** From the pages of each section to every page of the document with its number. Pure. */
import type {
  DocumentSection,
  Language,
  NumberSlot,
  Page,
  PageMap,
  PlacedAnchor,
  PlannedPage,
} from '../model.ts'
import { toRoman } from '../numerals.ts'
import { firstPageZone, type NumberZone, positionOn } from '../schema/margins.ts'
import type { Profile } from '../schema/profile.ts'
import { countLetters, noLetters } from './letters.ts'

/** What the layout found. */
export interface Layout {
  /** In document order. */
  readonly sections: readonly SectionLayout[]
  /** Anchors by id: which section, its page there from 0, and the top in pt below that page area's top. */
  readonly anchors: Readonly<
    Record<string, { readonly section: number; readonly page: number; readonly top: number }>
  >
  /** Places that wait for a page number. */
  readonly slots: readonly LaidOutSlot[]
}

export interface SectionLayout {
  readonly pages: readonly LaidOutPage[]
  /** Anchors of footnotes that begin after the page of their call. */
  readonly late: readonly string[]
}

export type LaidOutPage = Pick<PlannedPage, 'landscape' | 'letters' | 'drawings' | 'baselines'>

/** Like {@link NumberSlot}; its page counts from 0 in its section. */
export interface LaidOutSlot extends NumberSlot {
  readonly section: number
}

/** What the pages of a document depend on besides their content. */
type PlannedDocument = Pick<Page, 'sections' | 'language'>

/** Numbers every page, and leaves blank ones where the next section is to begin on a right-hand page. */
export function planPages(document: PlannedDocument, layout: Layout, profile: Profile): PageMap {
  const pages: (PlannedPage & { readonly letters: number[] })[] = []
  const firsts: number[] = []
  const numbering = numberPages(profile)
  const blank = blankPageLetters(document, profile)
  for (const [at, section] of document.sections.entries()) {
    const before = document.sections[at - 1]
    if (profile.open_right && before && pages.length % 2 === 1) {
      const { label, position } = numbering.next(before, profile.page_numbers[before.zone], pages.length)
      const shown = profile.blank_page.number === 'shown' ? position : undefined
      const own = {
        section: section.id,
        landscape: false,
        blank: true,
        letters: [...blank],
        drawings: false,
        baselines: [],
      }
      pages.push({ label, position: shown, ...own })
    }
    firsts.push(pages.length)
    numbering.begin(section)
    for (const [page, laidOut] of (layout.sections[at]?.pages ?? []).entries()) {
      const { zone } = section
      const numbered = page === 0 ? firstPageZone(zone, profile) : profile.page_numbers[zone]
      const number = numbering.next(section, numbered, pages.length)
      const own = { section: section.id, blank: false, letters: [...laidOut.letters] }
      pages.push({ ...laidOut, ...number, ...own })
    }
  }
  const anchors = new Map<string, PlacedAnchor>()
  for (const [id, { section, page, top }] of Object.entries(layout.anchors)) {
    anchors.set(id, { page: (firsts[section] ?? 0) + page, top })
  }
  const slots = layout.slots.map(({ section, ...slot }) => ({
    ...slot,
    page: (firsts[section] ?? 0) + slot.page,
  }))
  for (const slot of slots) {
    const label = pages[anchors.get(slot.of)?.page ?? -1]?.label ?? ''
    countLetters(label, pages[slot.page]?.letters ?? [])
  }
  return { pages, anchors, slots, lateNotes: new Set(layout.sections.flatMap(({ late }) => late)) }
}

/** What a page says that is blank on purpose. */
export function blankPageText({ blank_page: blank }: Profile, language: Language): string {
  return blank.text[language]
}

function blankPageLetters({ language }: PlannedDocument, profile: Profile): number[] {
  const counts = noLetters()
  countLetters(blankPageText(profile, language), counts)
  return counts
}

interface Numbering {
  /** A section begins: so does the count of a chapter's own pages. */
  begin(section: DocumentSection): void
  /** @param page physical, from 0 */
  next(section: DocumentSection, zone: NumberZone, page: number): Pick<PlannedPage, 'label' | 'position'>
}

function numberPages({ page_numbers: zones, sides }: Profile): Numbering {
  const counts = { front: 0, body: 0 }
  const backGoesOnWithFront = zones.back.style === zones.front.style && zones.back.style !== zones.body.style
  let ofChapter = 0
  return {
    begin() {
      ofChapter = 0
    },
    next(section, { style, position }, page) {
      if (section.numbering === 'uncounted') return { label: '', position: undefined }
      const isFront = section.zone === 'front' || (section.zone === 'back' && backGoesOnWithFront)
      const count = ++counts[isFront ? 'front' : 'body']
      ofChapter++
      const numeral = section.zone === 'body' ? chapterNumeral(section) : ''
      const inChapter = style === 'chapter-page' && numeral !== ''
      return {
        label: inChapter ? `${numeral}-${ofChapter}` : pageLabel(count, style),
        position:
          section.numbering === 'hidden' || position === 'none'
            ? undefined
            : positionOn(position, page, sides),
      }
    },
  }
}

/** "BAB I" -> "I"; nothing for what is no numbered chapter. */
function chapterNumeral({ label = '' }: DocumentSection): string {
  return label.slice(label.lastIndexOf(' ') + 1)
}

/** The number of a page outside the chapters that number their own: arabic where the style is theirs. */
export function pageLabel(count: number, style: NumberZone['style']): string {
  if (style === 'lower-roman') return toRoman(count).toLowerCase()
  return style === 'upper-roman' ? toRoman(count) : String(count)
}
