/** A run as a flat list of units, in reading order: what a page can end after, or inside of. */

export type Unit = TextUnit | RowUnit | BoxUnit

interface UnitBase {
  readonly element: Element
  /** In the list, from 0. */
  readonly index: number
  /** May a page end between this unit and the next? */
  readonly free: boolean
}

/** A block of lines: a page may end between two of them. */
export interface TextUnit extends UnitBase {
  readonly kind: 'text'
  /** px */
  readonly lineHeight: number
  /** Above its first line, in px. */
  readonly paddingTop: number
}

/** A row of a table. */
interface RowUnit extends UnitBase {
  readonly kind: 'row'
}

/** Something that stays in one piece. */
interface BoxUnit extends UnitBase {
  readonly kind: 'box'
}

/** A step that moves past a line of the unit, in px. */
export function lineHeightOf(unit: Unit): number {
  return unit.kind === 'text' ? unit.lineHeight : USUAL_LINE
}

const USUAL_LINE = 24

type Draft =
  | {
      readonly kind: 'text'
      readonly element: Element
      readonly lineHeight: number
      readonly paddingTop: number
    }
  | { readonly kind: 'row'; readonly element: Element; readonly tied: boolean }
  | { readonly kind: 'box'; readonly element: Element }

/** Never broken, whatever the style sheet says. */
const WHOLE = 'img, svg, hr, math'

/** Blocks that hold words beside other blocks are changed on the way: the words get a block of their own. */
export function unitsOf(run: Element): Unit[] {
  const drafts: Draft[] = []
  collect(run, run, drafts)
  return drafts.map((draft, index): Unit => {
    const next = drafts[index + 1]
    const tied = draft.kind === 'row' && draft.tied
    const free = next === undefined || (!tied && areSeparable(draft.element, next.element))
    const { element } = draft
    if (draft.kind !== 'text') return { kind: draft.kind, element, index, free }
    const { lineHeight, paddingTop } = draft
    return { kind: 'text', element, index, free, lineHeight, paddingTop }
  })
}

function collect(element: Element, run: Element, drafts: Draft[]): void {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.position === 'absolute') return
  if (element instanceof HTMLTableElement) {
    drafts.push(...rowsOf(element))
    return
  }
  if (element !== run && (style.breakInside.startsWith('avoid') || element.matches(WHOLE))) {
    drafts.push({ kind: 'box', element })
    return
  }
  const nodes = [...element.childNodes]
  if (nodes.some(isInline)) {
    if (nodes.every((node) => !(node instanceof Element) || isInline(node))) {
      const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.2
      const paddingTop = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth)
      drafts.push({ kind: 'text', element, lineHeight, paddingTop })
      return
    }
    wrapWords(nodes)
  }
  for (const child of [...element.children]) collect(child, run, drafts)
}

/** The caption, the head that repeats, and a row whose cells reach into the next are tied to what follows. */
function rowsOf(table: HTMLTableElement): Draft[] {
  let spanned = 0
  const caption: Draft[] = table.caption ? [{ kind: 'row', element: table.caption, tied: true }] : []
  const rows = [...table.rows].map((row): Draft => {
    spanned = Math.max(spanned - 1, 0, ...[...row.cells].map((cell) => cell.rowSpan - 1))
    return { kind: 'row', element: row, tied: spanned > 0 || row.closest('thead') !== null }
  })
  return [...caption, ...rows]
}

function isInline(node: Node): boolean {
  if (node instanceof Text) return node.data.trim() !== ''
  return node instanceof Element && /^(?:inline|none|ruby|math$)/.test(getComputedStyle(node).display)
}

/** `<li>words<ul>…` -> `<li><div>words</div><ul>…`: every block then holds lines or blocks, never both. */
function wrapWords(nodes: readonly Node[]): void {
  let words: HTMLElement | undefined
  for (const node of nodes) {
    if (node instanceof Element && !isInline(node)) words = undefined
    else if (words || isInline(node)) {
      if (!words) {
        words = document.createElement('div')
        node.parentNode?.insertBefore(words, node)
      }
      words.append(node)
    }
  }
}

/** No `break-after: avoid` or `break-before: avoid` ties the one to the other, at any level. */
function areSeparable(before: Element, after: Element): boolean {
  let common = before
  while (!common.contains(after)) {
    if (getComputedStyle(common).breakAfter.startsWith('avoid')) return false
    if (!common.parentElement) break
    common = common.parentElement
  }
  for (let element = after; element !== common && element.parentElement; element = element.parentElement) {
    if (getComputedStyle(element).breakBefore.startsWith('avoid')) return false
  }
  return true
}
