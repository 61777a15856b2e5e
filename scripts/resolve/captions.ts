/**
 * The unified plugin that joins a figure or table with its caption, sources and notes into one `captioned` node.
 * Captions stand as pandoc has them (`![Caption](f.png){#fig:x}`, `: Caption {#tbl:x}`, `Table: Caption`) or as people
 * who come from Word type them ("Tabel 1.1 …" in the line above a table, "Gambar 2.1 …" below an image).
 */
import type {
  FootnoteDefinition,
  Image,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Caption, Diagram, FencedDiv, GridTable, HtmlTable } from '../model.ts'
import type { Attributes } from './attributes.ts'
import {
  captioned,
  captionInTwo,
  captionNode,
  captionOf,
  type FoundCaption,
  isFigureCaption,
  isMarkedCaption,
  positionOf,
  tableCaption,
  textOf,
} from './caption-nodes.ts'
import { takeFigureCaption } from './diagrams.ts'
import { columnShares, joinAttributes } from './figure-attributes.ts'
import { imagesAlone, joinLines, splitLines, takeImageAttributes } from './figure-lines.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { captionInHtmlTable, figureDivAt, gatherHtmlTables, unwrapCentred } from './html-figures.ts'
import { type CaptionSource, captionInImage, captionInText, captionSource } from './image-caption.ts'
import { setReferencedImages } from './referenced-images.ts'
import { isSourceLine, sourceLinesAt } from './source-lines.ts'
import { figureOfContainer, isSetOfSubfigures, subfigureOf } from './subfigures.ts'
import { columnsOf, setWrittenColumns } from './table-columns.ts'
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
  const source = captionSource(tree, file, options.parseInline)
  joinBelow(tree, { ...source, attributes: new Map(), own: options.own ?? new Map() })
  tree.children.push(...source.found)
}

export interface Joining extends CaptionSource {
  /** What stood in braces behind the images seen so far. */
  readonly attributes: Map<Image, Attributes>
  /** Captions that tables bring along. */
  readonly own: ReadonlyMap<object, FoundCaption>
}

type AnyTable = Table | GridTable | HtmlTable

function joinBelow(parent: Parent, joining: Joining): void {
  const nodes = parent.children as RootContent[]
  unwrapCentred(nodes)
  gatherHtmlTables(nodes)
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type === 'table' || node?.type === 'gridTable' || node?.type === 'htmlTable')
      at = joinTable(nodes, at, node, joining)
    else if (node?.type === 'paragraph') at = joinFigure(nodes, at, node, joining)
    else if (node?.type === 'diagram') joinDiagram(nodes, at, node, joining)
    else if (node?.type === 'html') joinDiv(nodes, at, joining)
    else if (node?.type === 'fencedDiv' && node.label !== undefined) joinFencedDiv(nodes, at, node, joining)
    else if (node && 'children' in node && node.type !== 'captioned') joinBelow(node, joining)
  }
}

/** @returns where the table stands now */
function joinTable(nodes: RootContent[], at: number, table: AnyTable, joining: Joining): number {
  const { file } = joining
  if (table.type === 'table') nodes.splice(at + 1, 0, ...takeGluedLines(table))
  const before = nodes[at - 1]
  let from = at
  let caption = before?.type === 'paragraph' ? tableCaption(before) : undefined
  if (caption) from = at - 1
  else {
    caption = captionInTwo(nodes[at - 2], before)
    if (caption) from = at - 2
  }
  const own = table.type === 'htmlTable' ? captionInHtmlTable(table, joining) : joining.own.get(table)
  if (own) caption = { ...(caption ?? own), attributes: joinAttributes(caption?.attributes, own.attributes) }
  const first = sourceLinesAt(nodes, at + 1, file)
  let to = at + 1 + first.count
  const after = nodes[to]
  if (!caption && after?.type === 'paragraph' && isBelow(after, nodes[to + 1])) {
    caption = tableCaption(after)
    to++
  }
  if (!caption) return at
  const second = sourceLinesAt(nodes, to, file)
  setColumns(table, caption, file)
  const children = [caption.node, table, ...first.lines, ...second.lines]
  nodes.splice(from, to + second.count - from, captioned('table', caption.attributes, children, file))
  return from
}

function setColumns(table: AnyTable, { node, attributes }: FoundCaption, file: VFile): void {
  if (table.type === 'htmlTable') return
  const columns = columnShares(attributes, columnsOf(table), file, node.position)
  if (columns) table.data = { ...table.data, columns }
}

/** A typed caption between two tables is the second one's. */
function isBelow(paragraph: Paragraph, next: RootContent | undefined): boolean {
  return isMarkedCaption(paragraph) || !/^(?:table|gridTable|htmlTable)$/.test(next?.type ?? '')
}

/** GFM takes the lines right below a table, without a blank line, for more rows: a caption, a source line. */
function takeGluedLines(table: Table): Paragraph[] {
  const lines: Paragraph[] = []
  for (let row = table.children.at(-1); row && table.children.length > 1; row = table.children.at(-1)) {
    const [cell, ...others] = row.children
    if (!cell || others.some((other) => other.children.length > 0)) break
    const line: Paragraph = { type: 'paragraph', children: cell.children, ...positionOf(row) }
    const typed = captionLabel(textOf(line))?.kind === 'table'
    if (!isMarkedCaption(line) && !isSourceLine(line) && !typed) break
    table.children.pop()
    lines.unshift(line)
  }
  return lines
}

/** @returns where to go on from */
function joinFigure(nodes: RootContent[], at: number, paragraph: Paragraph, joining: Joining): number {
  if (!paragraph.children.some((child) => child.type === 'image')) return at
  const { file, attributes } = joining
  takeImageAttributes(paragraph, attributes)
  let [first = paragraph, ...others] = splitLines(paragraph, file)
  if (isFigureCaption(first) && others[0] && imagesAlone(others[0]).length > 0) {
    nodes.splice(at, 1, first, joinLines(others))
    return at
  }
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

/** `<div id="fig:x">` … `</div>` around pictures is one figure, as pandoc-crossref has it. */
function joinDiv(nodes: RootContent[], at: number, joining: Joining): void {
  const div = figureDivAt(nodes, at)
  if (div) joinContainer(nodes, at, div.end, div.attributes, joining)
}

/** Makes one figure of a labelled container. @param end where it ends in `nodes`; what it holds stands between */
function joinContainer(
  nodes: RootContent[],
  at: number,
  end: number,
  attributes: Attributes,
  joining: Joining,
): void {
  const box: Root = { type: 'root', children: nodes.slice(at + 1, end) }
  joinBelow(box, joining)
  const sources = sourceLinesAt(nodes, end + 1, joining.file)
  const figure = figureOfContainer(box.children, attributes, joining)
  if (!figure) return
  figure.children.push(...sources.lines)
  nodes.splice(at, end + 1 + sources.count - at, figure)
}

/** Its pages stand by themselves, each as large as a page. */
function isPdf({ url }: Image): boolean {
  return /\.pdf(?:#|$)/i.test(url)
}

/** A diagram's caption is an attribute on its fence, or stands below it. Without caption and label it is no figure. */
function joinDiagram(nodes: RootContent[], at: number, diagram: Diagram, joining: Joining): void {
  const { label, width, landscape } = diagram
  const { file } = joining
  const home = diagram.position && {
    position: { start: diagram.position.start, end: diagram.position.start },
  }
  const written =
    diagram.caption === undefined ? undefined : captionInText(diagram.caption, home ?? {}, joining)
  const below = written ? undefined : takeFigureCaption(nodes, at, file, isSourceLine)
  if (!written && !below && label === undefined) return
  if (below) dropLeadingText(below.paragraph.children, below.marker)
  const found = below && captionOf(below.paragraph)
  const caption = found?.node ?? captionNode(written ?? [], diagram)
  const text = inlineText(caption.children)
  diagram.alt ??= text.slice(captionLabel(text)?.length ?? 0)
  const own = {
    ...(label === undefined ? {} : { label }),
    classes: landscape ? ['landscape'] : [],
    values: width === undefined ? {} : { width },
  }
  const sources = sourceLinesAt(nodes, at + 1, file)
  const children = [diagram, caption, ...sources.lines]
  nodes.splice(
    at,
    1 + sources.count,
    captioned('figure', joinAttributes(found?.attributes, own), children, file),
  )
}

/** `::: {#fig:x}` around pictures is one figure; any other div is a block like all others. */
function joinFencedDiv(nodes: RootContent[], at: number, div: FencedDiv, joining: Joining): void {
  joinBelow(div, joining)
  const attributes = { label: div.label ?? '', classes: div.classes, values: {} }
  const figure = figureOfContainer(div.children, attributes, joining)
  if (figure) nodes.splice(at, 1, figure)
}

/** On the lines below an image: its caption, its source, or more images. */
function isFigureLine(line: Paragraph): boolean {
  return isSourceLine(line) || isFigureCaption(line) || imagesAlone(line).length > 0
}

/** A picture that has no alternative text of its own has its caption's, without a number that was typed. */
function setAlternative(image: Image, attributes: Attributes | undefined, caption: Caption): void {
  const { values } = attributes ?? {}
  const text = inlineText(caption.children)
  const title = text.slice(captionLabel(text)?.length ?? 0)
  image.alt = values?.['fig-alt'] ?? values?.alt ?? (image.alt || title)
}
