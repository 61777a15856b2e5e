/** The CSS that only printing needs: the paper, pages as columns on screen, what stands in the margins. Pure. */
import type { NumberPosition } from '../model.ts'
import { fontOf, positionOn, samplePages } from '../schema/margins.ts'
import type { Profile } from '../schema/profile.ts'
import type { Geometry, PageArea } from './geometry.ts'
import type { MarginTexts } from './margin-texts.ts'

/**
 * Each `.run` of a section is columns of exactly the page area on screen, and pages in print: the same engine breaks
 * both at the same places. `overflow: clip`: anything wider than the page would make the browser shrink the whole
 * print, and ink above a page's first line would be painted at the foot of the page before, too.
 */
export function layoutCss(profile: Profile, { portrait, landscape }: Geometry): string {
  return `${pageRules(profile)}
@media screen{body>section{contain:layout style;margin-bottom:40px}.run{column-count:1;column-fill:auto;${columns(portrait)}}.run.landscape{${columns(landscape)}}.note-area.alone,.continuation,[data-page-break]{break-before:column}.blank-page{display:none}}
@media print{.run{width:${portrait.width}px;display:flow-root;overflow:clip;break-before:page}.run.landscape{width:${landscape.width}px;page:landscape}body>section:first-of-type>.run:first-child{break-before:auto}.note-area.alone,.continuation,[data-page-break]{break-before:page}.blank-page{break-before:page;display:flex;align-items:center;justify-content:center;height:${portrait.height - BLANK_PAGE_SLACK}px}.blank-page p{text-align:center;text-indent:0}}
figure.keep{break-inside:avoid}`
}

/** Kept free below the box that fills a blank page, so that it never takes a second one. */
const BLANK_PAGE_SLACK = 2

/** A named page counts for more than a side: landscape pages are not mirrored. */
export function pageRules({ paper, sides, margins: { top, right, bottom, left } }: Profile): string {
  const margin = `margin:${top}cm ${right}cm ${bottom}cm ${left}cm`
  const mirrored = `@page :left{margin-left:${right}cm;margin-right:${left}cm}`
  return `@page{size:${paper.width_cm}cm ${paper.height_cm}cm;${margin}}
${sides === 'two' ? mirrored : ''}@page landscape{size:${paper.height_cm}cm ${paper.width_cm}cm;${margin}}`
}

function columns({ width, height, stride }: PageArea): string {
  return `width:${width}px;height:${height}px;column-gap:${stride - width}px`
}

/**
 * Page numbers and running texts in the margin boxes. `@page` knows no counter that restarts or changes its style, so
 * each position gets a counter style of its own with one symbol for every physical page, empty where nothing stands.
 * The font is that of the position and the side of the sheet; on a named page both hold as well.
 */
export function marginCss(pages: readonly MarginTexts[], profile: Profile): string {
  const positions = [...new Set(pages.flatMap((texts) => Object.keys(texts) as NumberPosition[]))]
  const styles = positions.map((position) => {
    const symbols = pages.map((texts) => JSON.stringify(texts[position] ?? ''))
    return `@counter-style at-${position}{system:fixed;symbols:${symbols.join(' ')};suffix:""}`
  })
  const rules = samplePages(profile.sides).map((page) => {
    const boxes = positions.map(
      (position) => `@${position}{content:counter(page,at-${position});${boxStyle(position, page, profile)}}`,
    )
    return `@page${sideSelector(page, profile)}{${boxes.join('')}}`
  })
  return [...styles, ...rules].join('\n')
}

function sideSelector(page: number, { sides }: Profile): string {
  if (sides === 'one') return ''
  return page % 2 === 0 ? ' :right' : ' :left'
}

/** The text stands `offset_cm` from the paper's edge, at the side of the page area that the position names. */
function boxStyle(position: NumberPosition, page: number, profile: Profile): string {
  const { page_numbers: numbers, margins } = profile
  const [edge, side] = position.split('-') as ['top' | 'bottom', 'left' | 'center' | 'right']
  const depth = edge === 'top' ? margins.top : margins.bottom
  const offset = Math.min(numbers.offset_cm, depth)
  const place =
    edge === 'top'
      ? `vertical-align:top;padding-top:${offset}cm`
      : `vertical-align:bottom;padding-bottom:${offset}cm`
  return `font:${fontAt(position, page, profile)} var(--font-family);text-align:${side};${place}`
}

/** `findMarginClash` sees to it that what stands in one place of one side has one font. */
function fontAt(position: NumberPosition, page: number, profile: Profile): string {
  const text = profile.running.find((one) => positionOn(one.position, page, profile.sides) === position)
  const { size_pt, bold, italic } = fontOf(text, profile)
  return `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size_pt}pt/1`
}
