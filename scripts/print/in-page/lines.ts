/** The lines of a block, read from where its letters stand. */
import { middle } from './flow.ts'

export interface Line {
  /** The column it stands in, from 0. */
  readonly page: number
  /** Vertical middle, in px. */
  readonly middle: number
  readonly height: number
}

/** From a horizontal position to a page. */
type PageAt = (x: number) => number

/**
 * The lines of a block from top to bottom, page by page.
 * @param lineHeight px
 */
export function linesOf(block: Element, lineHeight: number, pageAt: PageAt): Line[] {
  const range = document.createRange()
  range.selectNodeContents(block)
  const boxes = withoutInsides([...range.getClientRects()], block)
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box): Line => ({ page: pageAt(box.left), middle: middle(box), height: box.height }))
    .sort((a, b) => a.page - b.page || a.middle - b.middle)
  const lines: Line[] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    if (!last || last.page !== box.page || box.middle - last.middle > lineHeight / 2) lines.push(box)
    // A superscript and its line are one: the tallest box tells where the line is.
    else if (box.height > last.height) lines[lines.length - 1] = box
  }
  return lines
}

/** A formula is one box of its line, however many lines it has itself. */
function withoutInsides(boxes: readonly DOMRect[], block: Element): readonly DOMRect[] {
  const formulas = [...block.querySelectorAll('math')].flatMap((formula) => [...formula.getClientRects()])
  if (formulas.length === 0) return boxes
  const isInside = (box: DOMRect) =>
    formulas.some((formula) => {
      const x = (box.left + box.right) / 2
      const within = x > formula.left && x < formula.right && middle(box) > formula.top
      return within && middle(box) < formula.bottom
    })
  return [...boxes.filter((box) => !isInside(box)), ...formulas]
}

/** A place between two letters. */
export interface TextPosition {
  readonly node: Text
  readonly offset: number
}

/** Where a line may end without cutting a word. */
const WORD_END = /[\s\-\u2010-\u2014/]/
/** Scripts without blanks between words: the browser knows where a line may end. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3000-\u303f\uff00-\uffef]/u

interface StartOptions {
  /** What stands in the block and is no text of it: notes that an earlier page left there. */
  readonly skipped?: string
  /** Even when the line ends inside a word. */
  readonly anywhere?: boolean
}

/**
 * The first letter after a line.
 * @returns undefined when there is none, or when the line ends inside a word
 */
export function startAfter(
  block: Element,
  line: Line,
  lineHeight: number,
  pageAt: PageAt,
  { skipped, anywhere = false }: StartOptions = {},
): TextPosition | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const beyond = (node: Text, offset: number) => isBeyond(node, offset, line, lineHeight, pageAt)
  let before = ' '
  /** The text right before, and the formula that is passed. */
  let last: Text | undefined
  let passed: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.length === 0) continue
    if (skipped && isInside(node, skipped, block)) continue
    const formula = node.parentElement?.closest('math') ?? null
    if (formula) {
      if (formula === passed) continue
      passed = formula
      const box = formula.getClientRects()[0]
      // Before a formula is behind the text before it; between two parts of one, no page ends.
      if (box && standsBeyond(box, line, lineHeight, pageAt))
        return last && (WORD_END.test(before) || anywhere) ? { node: last, offset: last.length } : undefined
      last = undefined
      continue
    }
    last = node
    let low = 0
    let high = node.length
    while (low < high) {
      const half = (low + high) >> 1
      if (beyond(node, half) === false) low = half + 1
      else high = half
    }
    if (low < node.length && beyond(node, low) !== undefined) {
      low += blanksFrom(node, low)
      const previous = (low > 0 ? node.data[low - 1] : before) ?? ' '
      const fair = WORD_END.test(previous) || (UNSPACED.test(previous) && UNSPACED.test(node.data[low] ?? ''))
      return fair || anywhere || breaksAnywhere(node) ? { node, offset: low } : undefined
    }
    before = node.data.at(-1) ?? before
  }
  return undefined
}

/** How many blanks end the line before: in code, what stands behind the line's end indents the next. */
function blanksFrom(node: Text, offset: number): number {
  const asWritten = node.parentElement && getComputedStyle(node.parentElement).whiteSpace.startsWith('pre')
  const blanks = (asWritten ? /^ *\n|^/ : /^\s*/).exec(node.data.slice(offset))
  return blanks?.[0].length ?? 0
}

/** Code: there a line ends inside a word that is longer than a line. */
function breaksAnywhere({ parentElement }: Text): boolean {
  return parentElement !== null && getComputedStyle(parentElement).overflowWrap === 'anywhere'
}

function isInside(node: Node, selector: string, block: Element): boolean {
  const found = node.parentElement?.closest(selector)
  return found != null && found !== block && block.contains(found)
}

/** Does the letter at an offset stand beyond the line? Undefined when no letter from there on has a box. */
function isBeyond(
  node: Text,
  from: number,
  line: Line,
  lineHeight: number,
  pageAt: PageAt,
): boolean | undefined {
  const range = document.createRange()
  for (let offset = from; offset < node.length; offset++) {
    range.setStart(node, offset)
    range.setEnd(node, offset + 1)
    // A blank at a line's end has no box.
    const box = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1)
    if (!box) continue
    return standsBeyond(box, line, lineHeight, pageAt)
  }
  return undefined
}

function standsBeyond(box: DOMRect, line: Line, lineHeight: number, pageAt: PageAt): boolean {
  const page = pageAt(box.left)
  return page > line.page || (page === line.page && middle(box) > line.middle + lineHeight / 2)
}
