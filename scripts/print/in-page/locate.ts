/** Where things stand: section, page in it, and place on the page. */
import { PT_PER_PX } from '../geometry.ts'
import type { LaidOutSlot, Layout } from '../plan.ts'
import { runStart } from './sections.ts'

/** From an element to the place of its first box; undefined for what is not shown. */
type Locate = (element: Element) => Place | undefined

interface Place {
  /** Which section, from 0. */
  readonly section: number
  /** Of its pages, from 0. */
  readonly page: number
  /** In pt from the upper left corner of the page area. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** @param stride px from one column to the next */
export function locator(sections: readonly HTMLElement[], stride: number): Locate {
  const indices = new Map<Element, number>(sections.map((section, index) => [section, index]))
  const runs = new Map<Element, { readonly start: number; readonly origin: DOMRect }>()
  return (element) => {
    const run = element.closest('.run')
    const box = element.getClientRects()[0]
    const section = run?.parentElement ? indices.get(run.parentElement) : undefined
    if (!run || !box || section === undefined) return undefined
    let place = runs.get(run)
    if (!place) {
      place = { start: runStart(run, stride), origin: run.getBoundingClientRect() }
      runs.set(run, place)
    }
    const { start, origin } = place
    const page = Math.floor((box.left - origin.left + stride / 10) / stride)
    const left = (box.left - origin.left - page * stride) * PT_PER_PX
    const top = (box.top - origin.top) * PT_PER_PX
    return {
      section,
      page: start + page,
      left,
      right: left + box.width * PT_PER_PX,
      top,
      bottom: top + box.height * PT_PER_PX,
    }
  }
}

/** @returns the anchors that are shown, by id */
export function locateAnchors(locate: Locate, ids: Iterable<string>): Layout['anchors'] {
  const anchors: Record<string, Layout['anchors'][string]> = {}
  for (const id of ids) {
    const anchor = document.getElementById(id)
    const place = anchor && locate(anchor)
    if (place) anchors[id] = { section: place.section, page: place.page, top: place.top }
  }
  return anchors
}

/** The places that wait for a page number. */
export function locateSlots(locate: Locate): LaidOutSlot[] {
  return [...document.querySelectorAll<HTMLElement>('[data-page-of]')].flatMap((slot) => {
    const place = locate(slot)
    return place && slot.dataset.pageOf ? [{ of: slot.dataset.pageOf, ...place }] : []
  })
}
