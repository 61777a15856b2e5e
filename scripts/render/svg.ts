/**
 * SVG drawings as part of the document, so that they use its fonts and their words can be searched.
 * Only what draws is kept; scripts, foreign content and references to anything outside the drawing are not.
 */
import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

const ELEMENTS = new Set(
  (
    'svg g defs title desc symbol use path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop clipPath mask pattern marker a switch'
  ).split(' '),
)
/** What a `style` attribute may say and an attribute of the same name says as well. */
const PRESENTATION =
  /^(?:fill|stroke|opacity|color|font|text|letter|word|stop|dominant|alignment|baseline|visibility|display)(?:-[a-z-]+)?$/
const FORBIDDEN_ATTRIBUTE = /^on|^(?:src|srcSet|ping|style)$/i

/**
 * @param prefix makes the drawing's ids its own in a document of many
 * @returns undefined when the drawing needs more than this keeps (style sheets, filters, pictures in it):
 * it is then shown as an image, where nothing of it can act on the document
 */
export function inlineSvg(source: string, prefix: string): Element | undefined {
  const tree = fromHtml(
    source.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '').replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?>/i, ''),
    {
      fragment: true,
      space: 'svg',
    },
  )
  const svg = tree.children.find((node): node is Element => node.type === 'element' && node.tagName === 'svg')
  if (!svg) return undefined
  let complete = true
  visit(svg, 'element', (node) => {
    if (!ELEMENTS.has(node.tagName)) complete = false
  })
  if (!complete) return undefined
  visit(svg, 'element', (node) => cleanAttributes(node, prefix))
  svg.children = svg.children.filter(isContent)
  return svg
}

function isContent(node: ElementContent): boolean {
  return node.type === 'element' || node.type === 'text'
}

function cleanAttributes(node: Element, prefix: string): void {
  const declarations = typeof node.properties.style === 'string' ? node.properties.style : ''
  for (const [name, value] of Object.entries(node.properties)) {
    if (FORBIDDEN_ATTRIBUTE.test(name)) delete node.properties[name]
    else if (name === 'id') node.properties.id = `${prefix}-${value}`
    else if (/href$/i.test(name)) {
      const target = String(value)
      if (target.startsWith('#')) node.properties[name] = `#${prefix}-${target.slice(1)}`
      else delete node.properties[name]
    } else if (typeof value === 'string' && /url\(/i.test(value)) {
      const inside = /url\(\s*["']?#([^"')]+)["']?\s*\)/i.exec(value)
      if (inside?.[1]) node.properties[name] = `url(#${prefix}-${inside[1]})`
      else delete node.properties[name]
    }
  }
  // Presentation written as a style becomes attributes, as far as it is plain values.
  for (const declaration of declarations.split(';')) {
    const [property, value] = declaration.split(':').map((part) => part.trim())
    if (property && value && PRESENTATION.test(property) && !/url|expression|[<>\\]/i.test(value)) {
      const name = property.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      node.properties[name] ??= value
    }
  }
}
