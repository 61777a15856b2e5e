/** The CSS that only printing needs: the paper, columns on screen, page numbers in the margins. Pure. */
import type { NumberPosition, PlannedPage } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import type { Geometry } from './geometry.ts'

/**
 * Sections as columns of exactly the page area on screen, and as pages in print: the same engine breaks both at the
 * same places. `overflow-x: clip`: anything wider than the page would make the browser shrink the whole print.
 */
export function layoutCss({ paper, margins }: Profile, { width, height, gap }: Geometry): string {
  return `@page{size:${paper.width_cm}cm ${paper.height_cm}cm;margin:${margins.top}cm ${margins.right}cm ${margins.bottom}cm ${margins.left}cm}
@media screen{body>section{contain:layout style;margin-bottom:40px;width:${width}px;height:${height}px;column-count:1;column-fill:auto;column-gap:${gap}px}}
@media print{body>section{width:${width}px;display:flow-root;overflow-x:clip}body>section+section{break-before:page}}
figure.keep{break-inside:avoid}`
}

/**
 * Page numbers in the margin boxes. `@page` knows no counter that restarts or changes its style, so each position gets
 * a counter style of its own with one symbol for every physical page, empty where the number stands elsewhere.
 */
export function pageNumberCss(pages: readonly PlannedPage[], profile: Profile): string {
  const positions = new Set(pages.map((page) => page.position).filter((position) => position !== undefined))
  const styles: string[] = []
  const boxes: string[] = []
  for (const position of positions) {
    const symbols = pages.map((page) => JSON.stringify(page.position === position ? page.label : ''))
    styles.push(`@counter-style at-${position}{system:fixed;symbols:${symbols.join(' ')};suffix:""}`)
    boxes.push(`@${position}{content:counter(page,at-${position});${boxStyle(position, profile)}}`)
  }
  return `${styles.join('\n')}\n@page{${boxes.join('')}}`
}

/** The number stands `offset_cm` from the paper's edge, at the side of the text that the position names. */
function boxStyle(position: NumberPosition, { page_numbers: numbers, margins, font }: Profile): string {
  const [edge, side] = position.split('-') as ['top' | 'bottom', 'left' | 'center' | 'right']
  const depth = edge === 'top' ? margins.top : margins.bottom
  const offset = Math.min(numbers.offset_cm, depth)
  const place =
    edge === 'top'
      ? `vertical-align:top;padding-top:${offset}cm`
      : `vertical-align:bottom;padding-bottom:${offset}cm`
  return `font:${font.size_pt}pt/1 var(--font-family);text-align:${side};${place}`
}
