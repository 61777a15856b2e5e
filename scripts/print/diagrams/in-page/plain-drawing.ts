/**
 * Makes a plain drawing of what mermaid drew: the look that its style sheet gives becomes attributes, and only what
 * draws stays. Text stays text; the document gives it its font.
 */

import { textOfHtml } from './html-labels.ts'
import type { PlainDrawing } from './index.ts'

const ELEMENTS = new Set(
  (
    'svg g defs path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop clipPath mask pattern marker symbol use'
  ).split(' '),
)
const GEOMETRY = new Set(
  (
    'd x y x1 y1 x2 y2 dx dy r rx ry cx cy fx fy width height points transform viewBox preserveAspectRatio ' +
    'refX refY markerWidth markerHeight markerUnits orient offset gradientUnits gradientTransform spreadMethod ' +
    'patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits ' +
    'textLength lengthAdjust startOffset rotate pathLength'
  ).split(' '),
)
const REFERENCES = ['marker-start', 'marker-mid', 'marker-end', 'clip-path', 'mask']
/** What a child has from its parent. */
const INHERITED = (
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset ' +
  'stroke-linecap stroke-linejoin stroke-miterlimit font-size font-weight font-style text-anchor ' +
  'dominant-baseline visibility letter-spacing word-spacing paint-order clip-rule'
).split(' ')
/** What each element has for itself, and what it is when nobody says so. */
const OWN = Object.entries({
  opacity: '1',
  'alignment-baseline': 'auto',
  'baseline-shift': '0px',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'text-decoration-line': 'none',
})
/** What a drawing inherits when it stands in a document that says nothing. */
const INITIAL: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  visibility: 'visible',
  'letter-spacing': 'normal',
  'word-spacing': '0px',
  'paint-order': 'normal',
  'clip-rule': 'nonzero',
}

/** In px. */
const PADDING = 6

/** What draws nothing unless something refers to it. */
const TOOLS = 'marker, symbol, clipPath, mask, pattern, linearGradient, radialGradient'

/** @param drawn an element of the page, as mermaid gave it */
export function plainDrawing(drawn: SVGSVGElement): PlainDrawing {
  // The line of the day it is printed, in gantt charts, is no part of a plan.
  for (const today of drawn.querySelectorAll('.today')) today.remove()
  const { width, height } = fitViewBox(drawn)
  const referred = referredIds(drawn)
  const root = copyOf(drawn, referred, INITIAL)
  if (!root) throw new Error('mermaid draws nothing')
  return { svg: new XMLSerializer().serializeToString(root), width, height }
}

/** Just the drawing, without the room that mermaid leaves around some: strokes and arrows stand out a little. */
function fitViewBox(drawn: SVGSVGElement): { width: number; height: number } {
  const { x, y, width, height } = drawn.getBBox()
  if (!(width > 0 && height > 0)) throw new Error('the drawing is empty')
  const box = [x - PADDING, y - PADDING, width + 2 * PADDING, height + 2 * PADDING].map(round)
  drawn.setAttribute('viewBox', box.join(' '))
  return { width: box[2] ?? 0, height: box[3] ?? 0 }
}

/** The ids that something refers to, each with a short name of its own. */
function referredIds(drawn: SVGSVGElement): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const element of drawn.querySelectorAll('*')) {
    for (const { value } of element.attributes) {
      for (const [, quoted, plain] of value.matchAll(/url\(\s*["']?[^#)]*#([^"')]+)["']?\s*\)|^#(\S+)$/g)) {
        const id = quoted ?? plain
        if (id !== undefined && !ids.has(id) && drawn.querySelector(`[id="${CSS.escape(id)}"]`))
          ids.set(id, `d${ids.size + 1}`)
      }
    }
  }
  return ids
}

/** @param outside what an element has when nothing is said */
function copyOf(
  from: SVGElement,
  ids: ReadonlyMap<string, string>,
  outside: Readonly<Record<string, string>>,
): SVGElement | undefined {
  const style = getComputedStyle(from)
  const isTool = from.matches(TOOLS)
  if (isTool ? !ids.has(from.id) : style.display === 'none' && !from.closest(`defs, ${TOOLS}`))
    return undefined
  const tagName = /^(?:a|switch)$/.test(from.tagName) ? 'g' : from.tagName
  if (!ELEMENTS.has(tagName)) return undefined
  const to = document.createElementNS('http://www.w3.org/2000/svg', tagName)
  copyGeometry(from, to, ids)
  if (!from.hasAttribute('transform') && style.transform !== 'none')
    to.setAttribute('transform', style.transform)
  const inherited = setLook(from, to, style, outside, ids)
  for (const node of from.childNodes) {
    if (node instanceof Text) to.append(node.data)
    else if (node instanceof SVGForeignObjectElement) to.append(...labels(node))
    else if (node instanceof SVGElement) to.append(copyOf(node, ids, inherited) ?? '')
  }
  return tidy(to)
}

/** Words in HTML, where no words in SVG stand beside them to be shown instead. */
function labels(node: SVGForeignObjectElement): SVGElement[] {
  const instead = node.parentElement?.tagName === 'switch' && node.nextElementSibling !== null
  return instead ? [] : textOfHtml(node)
}

function copyGeometry(from: SVGElement, to: SVGElement, ids: ReadonlyMap<string, string>): void {
  const isRoot = from instanceof SVGSVGElement && from.ownerSVGElement === null
  for (const { name, value } of from.attributes) {
    if (!GEOMETRY.has(name) || (isRoot && name !== 'viewBox')) continue
    to.setAttribute(name, rounded(value))
  }
  const id = ids.get(from.id)
  if (id !== undefined) to.setAttribute('id', id)
  const target = (from.getAttribute('href') ?? from.getAttribute('xlink:href') ?? '').replace(/^#/, '')
  if (/^(?:use|textPath|linearGradient|radialGradient|pattern)$/.test(from.tagName) && ids.has(target))
    to.setAttribute('href', `#${ids.get(target)}`)
  for (const name of REFERENCES) {
    const value = from.getAttribute(name) ?? from.style.getPropertyValue(name)
    const reference = value && ownReference(value, ids)
    if (reference) to.setAttribute(name, reference)
  }
}

function ownReference(value: string, ids: ReadonlyMap<string, string>): string | undefined {
  const target = /^url\(\s*["']?[^#)]*#([^"')]+)["']?\s*\)/.exec(value)?.[1]
  const id = target === undefined ? undefined : ids.get(target)
  return id === undefined ? undefined : `url(#${id})`
}

/** @returns what the children inherit */
function setLook(
  from: SVGElement,
  to: SVGElement,
  style: CSSStyleDeclaration,
  outside: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const inherited: Record<string, string> = {}
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name)
    inherited[name] = value
    if (value === '' || value === outside[name]) continue
    const painted = /^url\(/.test(value) ? ownReference(value, ids) : plainValue(value)
    if (painted !== undefined) to.setAttribute(name, painted)
  }
  for (const [name, initial] of OWN) {
    const value = style.getPropertyValue(name)
    if (value === '' || value === initial || (name.startsWith('stop-') && from.tagName !== 'stop')) continue
    to.setAttribute(name === 'text-decoration-line' ? 'text-decoration' : name, plainValue(value))
  }
  return inherited
}

/** `rgb(51, 51, 51)` -> `#333333`, `2px` -> `2` */
function plainValue(value: string): string {
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value)
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`
  return rounded(value.replace(/(\d)px\b/g, '$1'))
}

/** Drops what shows nothing by itself. */
function tidy(element: SVGElement): SVGElement | undefined {
  if (/^(?:g|defs)$/.test(element.tagName) && element.childElementCount === 0) return undefined
  if (element.tagName === 'rect' && !element.hasAttribute('width')) return undefined
  if (element.tagName === 'text') {
    for (const part of [...element.querySelectorAll('tspan')])
      if (part.attributes.length === 0) part.replaceWith(...part.childNodes)
    element.normalize()
    if (element.textContent?.trim() === '') return undefined
  }
  return element
}

function rounded(value: string): string {
  return value.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(round(Number(number))))
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
