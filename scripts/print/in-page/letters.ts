/**
 * Which letters stand on which page, as the columns show it: what the printed pages must hold, no letter less and none
 * more. Words of drawings are left out: what of them is painted as text, the drawing alone knows.
 */
import { toLetters, toRoman } from '../../numerals.ts'
import { countLetters, noLetters } from '../letters.ts'
import { boxesOf, firstPage, pageAt, pageCount } from './flow.ts'
import type { Run } from './run.ts'

interface PageLetters {
  /** How often the page shows each letter and digit. */
  readonly letters: number[]
  /** Does it show drawings? */
  drawings: boolean
}

/** @returns for each page of the run */
export function lettersOf(run: Run): PageLetters[] {
  const { flow, units } = run
  const pages = Array.from(
    { length: pageCount(flow) },
    (): PageLetters => ({ letters: noLetters(), drawings: false }),
  )
  const add = (page: number, text: string) => countLetters(text, pages[page]?.letters ?? [])
  for (const { element } of units) addElement(element)
  for (const area of flow.element.querySelectorAll('.note-area')) {
    for (const node of area.childNodes) if (node instanceof Element) addElement(node)
  }
  for (const table of flow.element.querySelectorAll('table')) addRepeatedHeads(table)
  for (const added of flow.element.querySelectorAll(CONTINUATIONS)) addElement(added)
  for (const item of flow.element.querySelectorAll('li')) add(firstPage(flow, item), markerLetters(item))
  for (const drawing of flow.element.querySelectorAll(DRAWINGS)) {
    const page = pages[firstPage(flow, drawing)]
    if (page) page.drawings = true
  }
  return pages

  function addElement(element: Element): void {
    const on = pagesOf(boxesOf(element))
    const texts = shownTexts(element)
    if (on.length === 1) for (const { data } of texts) add(on[0] ?? 0, data)
    else for (const text of texts) addText(text)
  }

  function addText(node: Text): void {
    const on = pagesOf(boxesOfText(node, 0, node.length))
    let from = 0
    for (const page of on.slice(1)) {
      const to = firstOnPage(node, from, page)
      add(on[on.indexOf(page) - 1] ?? 0, node.data.slice(from, to))
      from = to
    }
    if (on.length > 0) add(on.at(-1) ?? 0, node.data.slice(from))
  }

  /** Of the first letter from an offset on that has a box: a blank at a line's end has none. */
  function pageFrom(node: Text, from: number): number | undefined {
    for (let at = from; at < node.length; at++) {
      const box = boxesOfText(node, at, at + 1)[0]
      if (box) return pageAt(flow, box.left)
    }
    return undefined
  }

  /** Offset of the first letter on a page, or behind it: pages follow each other in a text. */
  function firstOnPage(node: Text, from: number, page: number): number {
    let low = from
    let high = node.length
    while (low < high) {
      const half = (low + high) >> 1
      const seen = pageFrom(node, half)
      if (seen !== undefined && seen < page) low = half + 1
      else high = half
    }
    return low
  }

  /** On each page a table goes on to, below the room its head takes. */
  function addRepeatedHeads(table: HTMLTableElement): void {
    const head = table.tHead
    const [first, ...later] = boxesOf(table)
    if (!head || !first || later.length === 0) return
    const height = head.getBoundingClientRect().height
    const rows = [...table.rows].filter((row) => row.closest('thead') !== head)
    for (const box of later) {
      const page = pageAt(flow, box.left)
      const tops = rows.flatMap((row) =>
        boxesOf(row).flatMap(({ left, top }) => (pageAt(flow, left) === page ? [top] : [])),
      )
      if (tops.length === 0 || Math.min(...tops) - box.top < height / 2) continue
      for (const { data } of shownTexts(head)) add(page, data)
    }
  }

  function pagesOf(boxes: readonly DOMRect[]): number[] {
    return [...new Set(boxes.map(({ left }) => pageAt(flow, left)))]
  }
}

function boxesOfText(node: Text, from: number, to: number): DOMRect[] {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  return [...range.getClientRects()]
}

const HIGHEST_ROMAN = 3999
/** What stands over the rest of a table that was parted. */
const CONTINUATIONS = '.continuation, table.continued > thead'
/** Numbers of pages are counted once they are known. */
const NOT_OWN = 'svg, .note-area, [data-page-of]'
const DRAWINGS = 'svg:has(text), img[src^="data:image/svg"]'

/** Of the block itself, without the notes that an earlier page left in it. */
function shownTexts(element: Element): Text[] {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
      const isOwn = node instanceof Element && !node.matches(NOT_OWN) && isShown(node)
      return isOwn ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT
    },
  )
  const texts: Text[] = []
  if (element.matches('svg')) return texts
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) texts.push(node)
  return texts
}

function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents'
  )
}

/** The letters and digits of "a.", "iv." and "2." before a list item. */
function markerLetters(item: HTMLLIElement): string {
  const { display, listStyleType } = getComputedStyle(item)
  if (display !== 'list-item') return ''
  if (listStyleType.startsWith('decimal')) return String(positionOf(item))
  return /alpha|latin|roman/.test(listStyleType)
    ? ordinal(positionOf(item), listStyleType.includes('roman'))
    : ''
}

function positionOf(item: HTMLLIElement): number {
  const list = item.parentElement
  const items = [...(list?.children ?? [])].filter((child) => child instanceof HTMLLIElement)
  const reversed = list instanceof HTMLOListElement && list.reversed
  const start = list instanceof HTMLOListElement ? list.getAttribute('start') : null
  let position = start === null ? (reversed ? items.length : 1) : Number(start)
  for (const one of items) {
    position = one.hasAttribute('value') ? one.value : position
    if (one === item) break
    position += reversed ? -1 : 1
  }
  return position
}

function ordinal(position: number, roman: boolean): string {
  // Browsers fall back to numbers where the style has none.
  if (position < 1 || (roman && position > HIGHEST_ROMAN)) return String(position)
  return roman ? toRoman(position) : toLetters(position).toLowerCase()
}
