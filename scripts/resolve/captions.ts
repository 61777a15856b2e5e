/**
 * The unified plugin that joins a figure or table with its caption, sources and notes into one `captioned` node.
 * Captions stand as pandoc has them (`![Caption](f.png){#fig:x}`, `: Caption {#tbl:x}`, `Table: Caption`) or as people
 * who come from Word type them ("Tabel 1.1 …" in the line above a table, "Gambar 2.1 …" below an image).
 */
import type { FootnoteDefinition, Image, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Caption, Diagram, FencedDiv } from '../model.ts'
import type { Attributes } from './attributes.ts'
import {
  captioned,
  captionNode,
  captionOf,
  type FoundCaption,
  isFigureCaption,
  positionOf,
} from './caption-nodes.ts'
import { takeFigureCaption } from './diagrams.ts'
import { joinAttributes, lookOf, tellAttributesOfPdf, tellShort, tellSmall } from './figure-attributes.ts'
import { imagesAlone, joinLines, splitLines, takeImageAttributes } from './figure-lines.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { gatherHtmlTables, labelledDivAt, unwrapCentred } from './html-figures.ts'
import { type CaptionSource, captionInImage, captionInText, captionSource } from './image-caption.ts'
import { handOnLabel } from './labelled-divs.ts'
import { setReferencedImages } from './referenced-images.ts'
import { tellSimpleTables } from './simple-tables.ts'
import { isSourceLine, sourceLinesAt } from './source-lines.ts'
import { figureOfContainer, isSetOfSubfigures, subfigureOf } from './subfigures.ts'
import { isTable, joinTable } from './table-captions.ts'
import { setWrittenColumns } from './table-columns.ts'
import { captionLabel } from './typed-labels.ts'

export interface CaptionsOptions {
  /**
   * Parses the caption inside `![…]`, so that its markup is kept. The notes written in it, if any, follow its content.
   * Plain text when absent.
   */
  readonly parseInline?: (markdown: string) => (PhrasingContent | FootnoteDefinition)[]
  /** Captions that tables bring along, see `data-tables.ts`. */
  readonly own?: ReadonlyMap<object, FoundCaption>
}

export const remarkCaptions: Plugin<[CaptionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    joinCaptions(tree, file, options)

/** Joins figures and tables with their captions, sources and notes, in place, at any depth. */
export function joinCaptions(tree: Root, file: VFile, options: CaptionsOptions): void {
  setReferencedImages(tree)
  setWrittenColumns(tree, file)
  tellSimpleTables(tree, file)
  const source = captionSource(tree, file, options.parseInline)
  joinBelow(tree, { ...source, attributes: new Map(), own: options.own ?? new Map() })
  tree.children.push(...source.found)
}

export interface Joining extends CaptionSource {
  /** What stood in braces behind the images seen so far. */
  readonly attributes: Map<Image, Attributes>
  /** In a container whose images are parts of one figure. */
  readonly inFigure?: boolean
  /** Captions that tables bring along. */
  readonly own: ReadonlyMap<object, FoundCaption>
}

function joinBelow(parent: Parent, joining: Joining): void {
  const nodes = parent.children as RootContent[]
  unwrapCentred(nodes)
  gatherHtmlTables(nodes)
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node && isTable(node)) at = joinTable(nodes, at, node, joining)
    else if (node?.type === 'paragraph') at = joinFigure(nodes, at, node, joining)
    else if (node?.type === 'diagram') joinDiagram(nodes, at, node, joining)
    else if (node?.type === 'html') joinDiv(nodes, at, joining)
    else if (node?.type === 'fencedDiv') joinFencedDiv(nodes, at, node, joining)
    else if (node && 'children' in node && node.type !== 'captioned') joinBelow(node, joining)
  }
}

/** @returns where to go on from */
function joinFigure(nodes: RootContent[], at: number, paragraph: Paragraph, joining: Joining): number {
  if (joining.inFigure || !paragraph.children.some((child) => child.type === 'image')) return at
  const { file, attributes } = joining
  takeImageAttributes(paragraph, attributes)
  tellPdfs(paragraph, joining)
  let [first = paragraph, ...others] = splitLines(paragraph, file)
  if (isFigureCaption(first) && others[0] && imagesAlone(others[0]).length > 0) {
    nodes.splice(at, 1, first, joinLines(others))
    return at
  }
  others = withTheirRest(others)
  const glued = others.length > 0 && others.every(isFigureLine)
  if (!glued) [first, others] = [paragraph, []]
  const images = imagesAlone(first)
  if (images.length === 0 || images.some(isPdf)) return at
  // Whatever was glued to the images stands by itself from now on.
  if (glued) nodes.splice(at + 1, 0, ...others)

  // A typed caption that no image before took: this author sets them above.
  const before = nodes[at - 1]
  const above = isFigureCaption(before) ? before : undefined
  const lines = sourceLinesAt(nodes, at + 1, file)
  const next = nodes[at + 1 + lines.count]
  const below = !above && isFigureCaption(next) ? next : undefined
  const typed = above ?? below
  const named = (image: Image) => Boolean(image.alt) || attributes.get(image)?.label !== undefined
  if (!typed && !images.every(named)) {
    if (glued) nodes.splice(at, 1 + others.length, paragraph)
    return at
  }
  const from = above ? at - 1 : at
  let to = at + 1 + lines.count + (below ? 1 : 0)
  const more = below ? sourceLinesAt(nodes, to, file) : { lines: [], count: 0 }
  to += more.count
  const sources = [...lines.lines, ...more.lines]
  const figures = typed
    ? [typedFigure(first, images, captionOf(typed), sources, joining)]
    : images.map((image, index) => {
        const caption = captionNode(captionInImage(image, joining), image)
        setAlternative(image, attributes.get(image), caption)
        const content: Paragraph = { ...first, children: [image], ...positionOf(image) }
        const own = index === images.length - 1 ? sources : []
        return captioned('figure', attributes.get(image), [content, caption, ...own], file)
      })
  nodes.splice(from, to - from, ...figures)
  return from + figures.length - 1
}

/** One picture or several under a typed caption. */
function typedFigure(
  paragraph: Paragraph,
  images: readonly Image[],
  caption: FoundCaption,
  sources: ReturnType<typeof sourceLinesAt>['lines'],
  joining: Joining,
) {
  const { file, attributes } = joining
  const written = (image: Image | undefined) => image && attributes.get(image)
  if (isSetOfSubfigures(images, written)) {
    const parts = images.map((image) => {
      const content: Paragraph = { ...paragraph, children: [image], ...positionOf(image) }
      const own = captionNode(captionInImage(image, joining), image)
      return subfigureOf(captioned('figure', written(image), [content, own], file), 0)
    })
    return captioned('figure', caption.attributes, [...parts, caption.node, ...sources], file)
  }
  for (const image of images) setAlternative(image, written(image), caption.node)
  const content: Paragraph = { ...paragraph, children: [...images], ...positionOf(images[0] ?? paragraph) }
  const first = images.length === 1 ? written(images[0]) : undefined
  const label = images.map((image) => written(image)?.label).find((name) => name !== undefined)
  const own = first ?? (label === undefined ? undefined : { label, classes: [], values: {} })
  const all = joinAttributes(caption.attributes, own)
  return captioned('figure', all, [content, caption.node, ...sources], file)
}

/** `<div id="fig:x">` … `</div>` is one of fences to pandoc, and so it is here where it has the label of a thing. */
function joinDiv(nodes: RootContent[], at: number, joining: Joining): void {
  const found = labelledDivAt(nodes, at)
  if (!found) return
  nodes.splice(at, found.count, found.div)
  joinFencedDiv(nodes, at, found.div, joining)
}

/**
 * Makes one figure of a labelled container.
 * @returns false where there is no picture in it: it is left as it is
 */
function joinContainer(nodes: RootContent[], at: number, div: FencedDiv, joining: Joining): boolean {
  const { label = '', classes, values = {}, children } = div
  if (!children.some(hasPicture)) return false
  const box: Root = { type: 'root', children: [...children] }
  joinBelow(box, { ...joining, inFigure: true })
  const sources = sourceLinesAt(nodes, at + 1, joining.file)
  const figure = figureOfContainer(box.children, { label, classes, values }, joining)
  if (!figure) return false
  figure.children.push(...sources.lines)
  nodes.splice(at, 1 + sources.count, figure)
  return true
}

function hasPicture(node: RootContent): boolean {
  if (node.type === 'image' || node.type === 'diagram') return true
  return 'children' in node && node.children.some(hasPicture)
}

function tellPdfs({ children }: Paragraph, { attributes, file }: Joining): void {
  for (const image of children) {
    const written = image.type === 'image' && isPdf(image) ? attributes.get(image) : undefined
    if (written) tellAttributesOfPdf(written, file, image.position)
  }
}

/** Its pages stand by themselves, each as large as a page. */
function isPdf({ url }: Image): boolean {
  return /\.pdf(?:#|$)/i.test(url)
}

/** A diagram's caption is an attribute on its fence, or stands below it. Without caption and label it is no figure. */
function joinDiagram(nodes: RootContent[], at: number, diagram: Diagram, joining: Joining): void {
  const { label, classes, values } = diagram
  const { file } = joining
  const home = diagram.position && {
    position: { start: diagram.position.start, end: diagram.position.start },
  }
  const written =
    diagram.caption === undefined ? undefined : captionInText(diagram.caption, home ?? {}, joining)
  const below = written ? undefined : takeFigureCaption(nodes, at, file, isSourceLine)
  const before = nodes[at - 1]
  const above = !written && !below && isFigureCaption(before) ? before : undefined
  const own = { ...(label === undefined ? {} : { label }), classes, values }
  if (!written && !below && !above && label === undefined) {
    diagram.look = lookOf(own, file, diagram.position)
    tellSmall(own, file, diagram.position)
    tellShort(own, file, diagram.position)
    return
  }
  if (below) dropLeadingText(below.paragraph.children, below.marker)
  const found = below ? captionOf(below.paragraph) : above && captionOf(above)
  const caption = found?.node ?? captionNode(written ?? [], diagram)
  const text = inlineText(caption.children)
  diagram.alt ??= text.slice(captionLabel(text)?.length ?? 0)
  const sources = sourceLinesAt(nodes, at + 1, file)
  const children = [diagram, caption, ...sources.lines]
  const figure = captioned('figure', joinAttributes(found?.attributes, own), children, file)
  nodes.splice(above ? at - 1 : at, (above ? 2 : 1) + sources.count, figure)
}

/** `::: {#fig:x}` around pictures is one figure; every other div is a block like all others. */
function joinFencedDiv(nodes: RootContent[], at: number, div: FencedDiv, joining: Joining): void {
  if (div.label?.startsWith('fig:') && joinContainer(nodes, at, div, joining)) return
  joinBelow(div, joining)
  handOnLabel(div, joining)
}

/** On the lines below an image: its caption, its source, or more images. */
function isFigureLine(line: Paragraph): boolean {
  return isSourceLine(line) || isFigureCaption(line) || imagesAlone(line).length > 0
}

/** A line behind a caption or a source goes on with it. */
function withTheirRest(lines: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const goesOn = last && !isFigureLine(line) && imagesAlone(last).length === 0 && isFigureLine(last)
    if (goesOn) joined[joined.length - 1] = joinLines([last, line])
    else joined.push(line)
  }
  return joined
}

/** A picture that has no alternative text of its own has its caption's, without a number that was typed. */
function setAlternative(image: Image, attributes: Attributes | undefined, caption: Caption): void {
  const { values } = attributes ?? {}
  const text = inlineText(caption.children)
  const title = text.slice(captionLabel(text)?.length ?? 0)
  image.alt = values?.['fig-alt'] ?? values?.alt ?? (image.alt || title)
}
