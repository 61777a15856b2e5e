/** What stands in the margins of a page: its number, running headers and footers. */
import * as v from 'valibot'
import type { NumberPosition } from '../model.ts'

/** `outer` is the edge away from the binding: right on a right-hand page, left on its back. `inner` is the other. */
const POSITIONS = [
  'top-left',
  'top-center',
  'top-right',
  'top-outer',
  'top-inner',
  'bottom-left',
  'bottom-center',
  'bottom-right',
  'bottom-outer',
  'bottom-inner',
] as const

export type Position = (typeof POSITIONS)[number]

/** How the pages of a zone are numbered. */
export const numberZone = v.strictObject({
  /**
   * `chapter-page` is I-1: the chapter's numeral, a hyphen, the page within the chapter. Where there is no numeral,
   * outside numbered chapters, it is the arabic number of the page among all that follow the front matter.
   */
  style: v.picklist(['lower-roman', 'upper-roman', 'arabic', 'chapter-page']),
  /** Where the number stands; `none` counts the page without showing it. */
  position: v.picklist(['none', ...POSITIONS]),
})

export type NumberZone = v.InferOutput<typeof numberZone>

/** What a running text may hold, each replaced by what it means on its page, or by nothing. */
export const PLACEHOLDERS = {
  /** "BAB I"; nothing outside numbered chapters. */
  chapter: '{chapter}',
  /** The title of the chapter or part, e.g. "Pendahuluan". */
  chapterTitle: '{chapter_title}',
  /** The title of the thesis. */
  title: '{title}',
  author: '{author}',
} as const

const known = Object.values(PLACEHOLDERS)
export const ZONES = ['front', 'body', 'back'] as const

export type Zone = (typeof ZONES)[number]

/** A running header or footer, on one line. Parts that are `hidden` or `uncounted` (cover, title page) have none. */
export const runningText = v.strictObject({
  text: v.pipe(
    v.string(),
    v.nonEmpty(),
    v.check(
      (text) => known.reduce((rest, name) => rest.replaceAll(name, ''), text).search(/[{}]/) < 0,
      known.map((name) => `"${name}"`).join(' | '),
    ),
  ),
  position: v.picklist(POSITIONS),
  /** Of the text; that of the page numbers when absent. */
  size_pt: v.optional(v.pipe(v.number(), v.minValue(0))),
  bold: v.optional(v.boolean()),
  italic: v.optional(v.boolean()),
  /** Where it is shown; everywhere when absent. */
  zones: v.optional(v.array(v.picklist(ZONES))),
  /** Is it shown on the first page of a chapter or part too? True when absent. */
  first_pages: v.optional(v.boolean()),
})

export type RunningText = v.InferOutput<typeof runningText>

/** Printed on both sides (`two`), every second page is a left-hand one; otherwise every page is a right-hand one. */
type Sides = 'one' | 'two'

/** Where a position is on a page. @param page physical, from 0: the first page is a right-hand one */
export function positionOn(position: Position, page: number, sides: Sides): NumberPosition {
  const isRight = sides === 'one' || page % 2 === 0
  if (position === 'top-outer') return isRight ? 'top-right' : 'top-left'
  if (position === 'top-inner') return isRight ? 'top-left' : 'top-right'
  if (position === 'bottom-outer') return isRight ? 'bottom-right' : 'bottom-left'
  if (position === 'bottom-inner') return isRight ? 'bottom-left' : 'bottom-right'
  return position
}

export interface Margins {
  readonly sides: Sides
  readonly page_numbers: Readonly<Record<'front' | 'chapter_first' | 'body' | 'back', NumberZone>> & {
    readonly front_first?: NumberZone | undefined
    readonly back_first?: NumberZone | undefined
  }
  readonly running: readonly RunningText[]
  /** Of the text. */
  readonly font: { readonly size_pt: number }
}

/** How what stands in a margin is set. */
export interface MarginFont {
  readonly size_pt: number
  readonly bold: boolean
  readonly italic: boolean
}

/** @param text undefined for a page number: it is set like the text of the thesis */
export function fontOf(text: RunningText | undefined, { font }: Pick<Margins, 'font'>): MarginFont {
  return {
    size_pt: text?.size_pt ?? font.size_pt,
    bold: text?.bold ?? false,
    italic: text?.italic ?? false,
  }
}

/** The first pages of a file that show what every side of a sheet looks like: physical, from 0. */
export function samplePages(sides: Sides): readonly number[] {
  return sides === 'two' ? [0, 1] : [0]
}

/** How the first page of a section is numbered. */
export function firstPageZone(zone: Zone, { page_numbers: numbers }: Margins): NumberZone {
  if (zone === 'front') return numbers.front_first ?? numbers.front
  if (zone === 'body') return numbers.chapter_first
  return numbers.back_first ?? { style: numbers.back.style, position: numbers.chapter_first.position }
}
