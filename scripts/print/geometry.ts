/** The page in CSS px, as the browser lays it out on screen (columns) and in print. */
import type { Profile } from '../schema/profile.ts'

export const PX_PER_CM = 96 / 2.54
export const PT_PER_PX = 0.75
const PT_PER_CM = 72 / 2.54

/** Between two columns at least, in px: nothing may hang out of one into the next. */
const LEAST_GAP = 200
/** Columns begin at multiples of it, in px: exact in the browser's units. */
const STRIDE_STEP = 100

/** The browser's layout counts in 1/64 px. */
const LAYOUT_UNIT = 64

/** The part of a page between its margins. Lengths in px. */
export interface PageArea {
  readonly width: number
  readonly height: number
  /** From one column to the next. */
  readonly stride: number
}

/** Upright, and turned for what is too wide. */
export interface Geometry {
  readonly portrait: PageArea
  readonly landscape: PageArea
}

/** How high the page areas are that a browser prints on, in px. */
export interface PrintHeights {
  readonly portrait: number
  readonly landscape: number
}

/** @param heights what the browser prints on, where that was measured */
export function pageGeometry(profile: Profile, heights: PrintHeights = printHeights(profile)): Geometry {
  const { paper, margins } = profile
  const widest = Math.max(paper.width_cm, paper.height_cm) * PX_PER_CM
  const stride = Math.ceil((widest + LEAST_GAP) / STRIDE_STEP) * STRIDE_STEP
  const area = (width_cm: number, height: number): PageArea => ({
    width: floorToUnit((width_cm - margins.left - margins.right) * PX_PER_CM),
    height,
    stride,
  })
  return {
    portrait: area(paper.width_cm, heights.portrait),
    landscape: area(paper.height_cm, heights.landscape),
  }
}

/**
 * Chromium cuts the margins down to its units and rounds what they leave of the paper up to whole px, so that its page
 * area is up to 1 px higher than the profile says. Columns that are not ended a line earlier now and then. Holds on
 * Chromium 147 to 155 for any paper and margins; `probe.ts` measures it.
 */
export function printHeights({ paper, margins }: Profile): PrintHeights {
  const height = (paper_cm: number) =>
    Math.ceil(
      Math.round(paper_cm * PX_PER_CM * LAYOUT_UNIT) / LAYOUT_UNIT -
        floorToUnit(margins.top * PX_PER_CM) -
        floorToUnit(margins.bottom * PX_PER_CM),
    )
  return { portrait: height(paper.height_cm), landscape: height(paper.width_cm) }
}

/** From the paper's left edge to the page area, in cm. @param page physical, from 0 */
export function leftMargin({ sides, margins }: Profile, page: number, landscape: boolean): number {
  return isMirrored(sides, page) && !landscape ? margins.right : margins.left
}

/** Of the printed pages, in pt. */
export interface PageMargins {
  readonly top: number
  readonly bottom: number
  /** @param page physical, from 0 */
  left(page: number, landscape: boolean): number
}

export function pageMargins(profile: Profile): PageMargins {
  const { top, bottom } = profile.margins
  return {
    top: top * PT_PER_CM,
    bottom: bottom * PT_PER_CM,
    left: (page, landscape) => leftMargin(profile, page, landscape) * PT_PER_CM,
  }
}

function isMirrored(sides: Profile['sides'], page: number): boolean {
  return sides === 'two' && page % 2 === 1
}

function floorToUnit(px: number): number {
  return Math.floor(px * LAYOUT_UNIT) / LAYOUT_UNIT
}
