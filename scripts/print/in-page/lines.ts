/** The lines of a block, read from where its letters stand. */

export interface Line {
  /** The column it stands in, from 0. */
  readonly page: number
  /** Vertical middle, in px. */
  readonly middle: number
  readonly height: number
}

/**
 * The lines of a block from top to bottom, column by column.
 * @param lineHeight px
 * @param pageAt from a horizontal position to a column
 */
export function linesOf(block: Element, lineHeight: number, pageAt: (x: number) => number): Line[] {
  const range = document.createRange()
  range.selectNodeContents(block)
  const boxes = [...range.getClientRects()]
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box) => ({ page: pageAt(box.left), middle: (box.top + box.bottom) / 2, height: box.height }))
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
