/** A run of pages laid out as columns, one column a page, and where boxes stand in it. Lengths in CSS px. */

import type { PageArea } from '../geometry.ts'

export interface Flow extends PageArea {
  /** The multi-column box. */
  readonly element: HTMLElement
  /** The upper left corner of the first column. */
  readonly left: number
  readonly top: number
}

/** Kept free at the foot of a page, against rounding. */
export const SLACK = 0.75

/** At least so many lines of a block, or of a note that is split, stand on either page. */
export const LEAST_LINES = 2

export function flowOf(element: HTMLElement, area: PageArea): Flow {
  const { left, top } = element.getBoundingClientRect()
  return { element, ...area, left, top }
}

/** What content may fill of a page's height. */
export function roomOf({ height }: PageArea): number {
  return height - SLACK
}

/** The page, from 0, that a horizontal position belongs to. What hangs out to the left of its column still does. */
export function pageAt(flow: Flow, x: number): number {
  return Math.floor((x - flow.left + flow.stride / 10) / flow.stride)
}

/** The left edge of a page. */
export function leftOf(flow: Flow, page: number): number {
  return flow.left + page * flow.stride
}

/** The boxes of an element: one for each page it stands on. */
export function boxesOf(element: Element): DOMRect[] {
  return [...element.getClientRects()]
}

/** -1 for an element without a box. */
export function firstPage(flow: Flow, element: Element): number {
  const box = element.getClientRects()[0]
  return box ? pageAt(flow, box.left) : -1
}

/** -1 for an element without a box. */
export function lastPage(flow: Flow, element: Element): number {
  const boxes = element.getClientRects()
  const box = boxes[boxes.length - 1]
  return box ? pageAt(flow, box.left) : -1
}

export function middle(box: { readonly top: number; readonly bottom: number }): number {
  return (box.top + box.bottom) / 2
}

/** How many pages the columns of a run take. */
export function pageCount({ element, stride }: Flow): number {
  return Math.round((element.scrollWidth - element.clientWidth) / stride) + 1
}
