/** Puts the images of the thesis into the document itself, drawings as drawings and the rest as data. */
import type { Element, Root } from 'hast'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { SKIP, visit } from 'unist-util-visit'
import type { ImageFile, Language } from '../model.ts'
import { element, span } from './elements.ts'
import type { RenderOptions } from './options.ts'
import { pdfPageBoxes } from './pdf-pages.ts'
import { inlineSvg } from './svg.ts'

/**
 * @param prefix for the ids inside drawings
 * An image that was not read (its message is told already) leaves its alternative text, marked.
 */
export function embedImages(tree: Root, { images, language }: RenderOptions, prefix: string): void {
  let drawings = 0
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return undefined
    const image = imageAt(images, String(node.properties.src ?? ''))
    if (image?.pages) return undefined
    const { width, height } = node.properties
    const alt = String(node.properties.alt ?? '')
    parent.children[index] = image
      ? (drawing(image, alt, `${prefix}-svg${++drawings}`) ?? picture(image, alt))
      : span('unresolved', [alt])
    const shown = parent.children[index]
    if (image && shown?.type === 'element') size(shown, image, cssLength(width), cssLength(height))
    return SKIP
  })
  setPdfPages(tree, images, language)
}

/** Pages of a PDF stand by themselves: what was said around them in the same paragraph goes before them. */
function setPdfPages(tree: Root, images: ReadonlyMap<string, ImageFile>, language: Language): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined || !/^(?:p|img)$/.test(node.tagName)) return undefined
    const boxes: Element[] = []
    const others = (node.tagName === 'p' ? node.children : [node]).filter((child) => {
      if (child.type !== 'element' || child.tagName !== 'img') return true
      const image = imageAt(images, String(child.properties.src ?? ''))
      if (!image?.pages) return true
      boxes.push(...pdfPageBoxes(image, String(child.properties.alt ?? ''), language))
      return false
    })
    if (boxes.length === 0) return undefined
    const said = others.some(
      (child) => child.type === 'element' || (child.type === 'text' && child.value.trim()),
    )
    const before = node.tagName === 'p' && said ? [{ ...node, children: others }] : []
    parent.children.splice(index, 1, ...before, ...boxes)
    return [SKIP, index + before.length + boxes.length]
  })
}

/** Puts pictures into a page in HTML: as pictures alone, whose class or `width` says how large they are. */
export function embedPictures(tree: Root, images: ReadonlyMap<string, ImageFile>): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return undefined
    const image = imageAt(images, String(node.properties.src ?? ''))
    const alt = String(node.properties.alt ?? '')
    const { className, width: written } = node.properties
    const shown = image ? picture(image, alt) : span('unresolved', [alt])
    const width = cssLength(written)
    if (className && image) shown.properties.className = className
    if (width !== undefined && image) shown.properties.style = `width:${width}`
    parent.children[index] = shown
    return SKIP
  })
}

/** Addresses come percent-encoded (`gambar%20satu.png`), and images are known by what the Markdown says. */
function imageAt(images: ReadonlyMap<string, ImageFile>, src: string): ImageFile | undefined {
  const known = images.get(src)
  if (known) return known
  for (const [written, image] of images) if (normalizeUri(written) === src) return image
  return undefined
}

function drawing(image: ImageFile, alt: string, prefix: string): Element | undefined {
  if (image.mediaType !== 'image/svg+xml') return undefined
  const svg = inlineSvg(new TextDecoder().decode(image.data), prefix)
  if (!svg) return undefined
  const { width, height } = svg.properties
  svg.properties.viewBox ??= `0 0 ${Number.parseFloat(String(width ?? image.width))} ${Number.parseFloat(String(height ?? image.height))}`
  delete svg.properties.width
  delete svg.properties.height
  return { ...svg, properties: { ...svg.properties, role: 'img', ...(alt ? { ariaLabel: alt } : {}) } }
}

export function picture(image: ImageFile, alt: string): Element {
  const data = Buffer.from(image.data).toString('base64')
  const src = `data:${image.mediaType};base64,${data}`
  return element('img', { src, alt })
}

/** The size its author asks for, or its own, never wider than the text. A share of the page's height is no height. */
function size(
  element: Element,
  image: ImageFile,
  width: string | undefined,
  height: string | undefined,
): void {
  const ratio = `aspect-ratio:${image.width}/${image.height}`
  if (height === undefined || height.endsWith('%'))
    element.properties.style = `width:${width ?? `${image.width}px`};${ratio}`
  // Where both are asked for, the picture is stretched to them; where it would be too wide, it stays in proportion.
  else
    element.properties.style = `width:${width ?? 'auto'};height:${height};${width === undefined ? `${ratio};object-fit:contain` : 'object-fit:fill'}`
}

/** `80%`, `10cm`, `300px`, `300` (px); anything else is no length. */
function cssLength(written: unknown): string | undefined {
  const match = /^(\d+(?:\.\d+)?)(%|cm|mm|in|pt|px)?$/.exec(String(written ?? '').trim())
  if (!match?.[1]) return undefined
  return `${match[1]}${match[2] ?? 'px'}`
}
