/**
 * The unified plugin that joins a figure or table with its caption and source line into one `captioned` node.
 * Captions stand as pandoc has them (`![Caption](f.png){#fig:x}`, `: Caption {#tbl:x}`, `Table: Caption`) or as people
 * who come from Word type them ("Tabel 1.1 …" in the line above a table, "Gambar 2.1 …" below an image).
 */
import type {
  Definition,
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
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Caption, Captioned, CaptionKind, SourceLine } from '../model.ts'
import { type Attributes, takeTrailingAttributes } from './attributes.ts'
import { imagesAlone, splitLines, takeImageAttributes } from './figure-lines.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { type CaptionSource, captionInImage } from './image-caption.ts'
import { captionLabel } from './typed-labels.ts'

export interface CaptionsOptions {
  /**
   * Parses the caption inside `![…]`, so that its markup is kept. The notes written in it, if any, follow its content.
   * Plain text when absent.
   */
  readonly parseInline?: (markdown: string) => (PhrasingContent | FootnoteDefinition)[]
}

const TABLE_CAPTION = /^(?:(?:Table|Tabel)\s*)?:\s+/
const SOURCE_LINE = /^\s*\(?(?:Sumber|Source)\s*:/i

export const remarkCaptions: Plugin<[CaptionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    joinCaptions(tree, file, options)

/** Joins figures and tables with their captions and source lines, in place, at any depth. */
export function joinCaptions(tree: Root, file: VFile, options: CaptionsOptions): void {
  setReferencedImages(tree)
  const notes = new Set<string>()
  visit(tree, 'footnoteDefinition', ({ identifier }) => void notes.add(identifier))
  const found: FootnoteDefinition[] = []
  joinBelow(tree, { file, parseInline: options.parseInline, notes, found, attributes: new Map() })
  tree.children.push(...found)
}

/** `![Caption][map]` with `[map]: map.png` further down is an image as any other. */
function setReferencedImages(tree: Root): void {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  if (definitions.size === 0) return
  visit(tree, 'imageReference', (node, index, parent) => {
    const definition = definitions.get(node.identifier)
    if (!definition || !parent || index === undefined) return
    const { url, title } = definition
    const image: Image = {
      type: 'image',
      url,
      title: title ?? null,
      alt: node.alt ?? '',
      ...positionOf(node),
    }
    parent.children[index] = image
  })
}

interface Joining extends CaptionSource {
  /** What stood in braces behind the images seen so far. */
  readonly attributes: Map<Image, Attributes>
}

function joinBelow(parent: Parent, joining: Joining): void {
  const nodes = parent.children as RootContent[]
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type === 'table') at = joinTable(nodes, at, node)
    else if (node?.type === 'paragraph') joinFigure(nodes, at, node, joining)
    else if (node && 'children' in node && node.type !== 'captioned') joinBelow(node, joining)
  }
}

/** @returns where the table stands now */
function joinTable(nodes: RootContent[], at: number, table: Table): number {
  nodes.splice(at + 1, 0, ...takeGluedLines(table))
  const before = nodes[at - 1]
  const after = nodes[at + 1]
  let caption = before?.type === 'paragraph' ? tableCaption(before) : undefined
  let from = at
  let to = at + 1
  if (caption) from--
  else if (after?.type === 'paragraph' && isBelow(after, nodes[at + 2])) {
    caption = tableCaption(after)
    to++
  }
  if (!caption) return at
  nodes.splice(from, to - from, captioned('table', caption.attributes, [caption.node, table], nodes, to))
  if (isSourceLine(nodes[from + 1])) nodes.splice(from + 1, 1)
  return from
}

/** A typed caption between two tables is the second one's. */
function isBelow(paragraph: Paragraph, next: RootContent | undefined): boolean {
  return TABLE_CAPTION.test(textOf(paragraph)) || next?.type !== 'table'
}

/** GFM takes the lines right below a table, without a blank line, for more rows: a caption, a source line. */
function takeGluedLines(table: Table): Paragraph[] {
  const lines: Paragraph[] = []
  for (let row = table.children.at(-1); row && table.children.length > 1; row = table.children.at(-1)) {
    const [cell, ...others] = row.children
    if (!cell || others.some((other) => other.children.length > 0)) break
    const line: Paragraph = { type: 'paragraph', children: cell.children, ...positionOf(row) }
    const text = textOf(line)
    if (!TABLE_CAPTION.test(text) && !isSourceLine(line) && captionLabel(text)?.kind !== 'table') break
    table.children.pop()
    lines.unshift(line)
  }
  return lines
}

export interface FoundCaption {
  readonly node: Caption
  readonly attributes: Attributes | undefined
}

/** `: Caption`, `Table: Caption` or a typed "Tabel 1.1 Caption". The typed number stays for the numbering to compare. */
function tableCaption(paragraph: Paragraph): FoundCaption | undefined {
  const text = textOf(paragraph)
  const marker = TABLE_CAPTION.exec(text)
  if (!marker && captionLabel(text)?.kind !== 'table') return undefined
  if (marker) dropLeadingText(paragraph.children, marker[0].length)
  return captionOf(paragraph)
}

export function captionOf(paragraph: Paragraph): FoundCaption {
  const attributes = takeTrailingAttributes(paragraph.children)
  return { node: captionNode(paragraph.children, paragraph), attributes }
}

function captionNode(children: PhrasingContent[], from: Paragraph | Image): Caption {
  return { type: 'caption', children, data: { hName: 'figcaption' }, ...positionOf(from) }
}

function joinFigure(nodes: RootContent[], at: number, paragraph: Paragraph, joining: Joining): void {
  if (!paragraph.children.some((child) => child.type === 'image')) return
  const { file, attributes } = joining
  takeImageAttributes(paragraph, attributes)
  let [first = paragraph, ...others] = splitLines(paragraph, file)
  const glued = others.length > 0 && others.every(isFigureLine)
  if (!glued) [first, others] = [paragraph, []]
  const images = imagesAlone(first)
  const after = glued ? others[0] : nodes[at + 1]
  const typed = after?.type === 'paragraph' && captionLabel(textOf(after))?.kind === 'figure'
  const named = (image: Image) => Boolean(image.alt) || attributes.get(image)?.label !== undefined
  const own = typed ? [images] : images.map((image) => [image])
  if (images.length === 0 || !(typed || images.every(named))) return

  // Whatever was glued to the images stands by itself from now on.
  if (glued) nodes.splice(at + 1, 0, ...others)
  const next = at + (typed ? 2 : 1)
  const below = typed ? captionOf(after) : undefined
  const figures = own.map((shown, index) => {
    const [image] = shown
    const written = image && attributes.get(image)
    const caption = below?.node ?? captionNode(image ? captionInImage(image, joining) : [], image ?? first)
    for (const one of shown) setAlternative(one, attributes.get(one), caption)
    const content: Paragraph = { ...first, children: [...shown], ...positionOf(image ?? first) }
    const end = index === own.length - 1 ? next : nodes.length
    return captioned('figure', joined(below?.attributes, written), [content, caption], nodes, end)
  })
  nodes.splice(at, next - at, ...figures)
  const last = at + figures.length
  if (isSourceLine(nodes[last])) nodes.splice(last, 1)
}

/** On the lines below an image: its caption, its source, or more images. */
function isFigureLine(line: Paragraph): boolean {
  return isSourceLine(line) || captionLabel(textOf(line))?.kind === 'figure' || imagesAlone(line).length > 0
}

/** A picture that has no alternative text of its own has its caption's, without a number that was typed. */
function setAlternative(image: Image, attributes: Attributes | undefined, caption: Caption): void {
  const { values } = attributes ?? {}
  const text = inlineText(caption.children)
  const title = text.slice(captionLabel(text)?.length ?? 0)
  image.alt = values?.['fig-alt'] ?? values?.alt ?? (image.alt || title)
}

/** The attributes behind a caption, and behind the image itself. */
export function joined(
  caption: Attributes | undefined,
  image: Attributes | undefined,
): Attributes | undefined {
  if (!caption || !image) return caption ?? image
  return { ...image, ...caption, values: { ...image.values, ...caption.values } }
}

export function captioned(
  kind: CaptionKind,
  attributes: Attributes | undefined,
  children: Captioned['children'],
  nodes: readonly RootContent[],
  next: number,
): Captioned {
  const width = attributes?.values.width
  const source = sourceLine(nodes[next])
  return {
    type: 'captioned',
    kind,
    ...(attributes?.label === undefined ? {} : { label: attributes.label }),
    ...(width === undefined ? {} : { width }),
    ...(attributes?.classes.includes('landscape') ? { landscape: true } : {}),
    children: source ? [...children, source] : children,
    data: { hName: 'figure' },
    ...positionOf(children.find((child) => child.type === 'caption') ?? children[0]),
  }
}

export function isSourceLine(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && SOURCE_LINE.test(textOf(node))
}

function sourceLine(node: RootContent | undefined): SourceLine | undefined {
  if (!isSourceLine(node)) return undefined
  return { type: 'sourceLine', children: node.children, data: { hName: 'p' }, ...positionOf(node) }
}

export function textOf({ children }: Paragraph): string {
  return inlineText(children)
}

function positionOf(node: { position?: Paragraph['position'] } | undefined) {
  return node?.position ? { position: node.position } : {}
}
