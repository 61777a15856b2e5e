/** The page in CSS px, as the browser lays it out on screen (columns) and in print. */
import type { Profile } from '../schema/profile.ts'

export const PX_PER_CM = 96 / 2.54
export const PT_PER_PX = 0.75

/** From one column to the next, in px: wider than any page, and exact in the browser's units of 1/64 px. */
export const STRIDE = 2000

/** The browser's layout counts in 1/64 px. */
const LAYOUT_UNIT = 64

/**
 * Chromium prints on a page area 1/16 px higher than the paper's (measured on 147 and 156, A4 upright). Without this,
 * a column ends a line earlier than the page now and then.
 */
const PRINT_EXTRA_HEIGHT = 1 / 16

export interface Geometry {
  /** Of the page area, in px. */
  readonly width: number
  readonly height: number
  /** Between two columns, so that one begins every {@link STRIDE} px. */
  readonly gap: number
}

export function pageGeometry({ paper, margins }: Profile): Geometry {
  const width = floorToUnit((paper.width_cm - margins.left - margins.right) * PX_PER_CM)
  const height = floorToUnit(
    (paper.height_cm - margins.top - margins.bottom) * PX_PER_CM + PRINT_EXTRA_HEIGHT,
  )
  return { width, height, gap: STRIDE - width }
}

function floorToUnit(px: number): number {
  return Math.floor(px * LAYOUT_UNIT) / LAYOUT_UNIT
}
