/** Puts the images of the thesis into the document itself, drawings as drawings and the rest as data. */
import type { Element, Root } from 'hast'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { SKIP, visit } from 'unist-util-visit'
import type { ImageFile } from '../model.ts'
import { element, span } from './elements.ts'
import { inlineSvg } from './svg.ts'

/**
 * @param prefix for the ids inside drawings
 * An image that was not read (its message is told already) leaves its alternative text, marked.
 */
export function embedImages(tree: Root, images: ReadonlyMap<string, ImageFile>, prefix: string): void {
  let drawings = 0
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return undefined
    const image = imageAt(images, String(node.properties.src ?? ''))
    const width = cssWidth(node.properties.width)
    const alt = String(node.properties.alt ?? '')
    parent.children[index] = image
      ? (drawing(image, alt, `${prefix}-svg${++drawings}`) ?? picture(image, alt))
      : span('unresolved', [alt])
    const shown = parent.children[index]
    if (image && shown?.type === 'element') size(shown, image, width)
    return SKIP
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
    const width = cssWidth(written)
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

/** The width its author asks for, or its own, never wider than the text. */
function size(element: Element, image: ImageFile, width: string | undefined): void {
  element.properties.style = `width:${width ?? `${image.width}px`};aspect-ratio:${image.width}/${image.height}`
}

/** `80%`, `10cm`, `300px`, `300` (px); anything else is no width. */
function cssWidth(written: unknown): string | undefined {
  const match = /^(\d+(?:\.\d+)?)(%|cm|mm|in|pt|px)?$/.exec(String(written ?? '').trim())
  if (!match?.[1]) return undefined
  return `${match[1]}${match[2] ?? 'px'}`
}
