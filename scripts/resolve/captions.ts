/**
 * The unified plugin that joins a figure or table with its caption and source line into one `captioned` node.
 * Captions stand as pandoc has them (`![Caption](f.png){#fig:x}`, `: Caption {#tbl:x}`, `Table: Caption`) or as people
 * who come from Word type them ("Tabel 1.1 …" in the line above a table, "Gambar 2.1 …" below an image).
 */
import type { Image, Paragraph, Parent, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Caption, Captioned, CaptionKind, SourceLine } from '../model.ts'
import { type Attributes, takeLeadingAttributes, takeTrailingAttributes } from './attributes.ts'
import { dropLeadingText } from './heading-text.ts'
import { captionLabel } from './typed-labels.ts'

export interface CaptionsOptions {
  /** Parses the caption inside `![…]`, so that its markup is kept. Plain text when absent. */
  readonly parseInline?: (markdown: string) => PhrasingContent[]
}

const TABLE_CAPTION = /^(?:(?:Table|Tabel)\s*)?:\s+/
const SOURCE_LINE = /^\(?(?:Sumber|Source)\s*:/i

export const remarkCaptions: Plugin<[CaptionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    joinCaptions(tree, file, options)

/** Joins figures and tables with their captions and source lines, in place, at any depth. */
export function joinCaptions(parent: Parent, file: VFile, options: CaptionsOptions): void {
  const nodes = parent.children as RootContent[]
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type === 'table') at = joinTable(nodes, at, node)
    else if (node?.type === 'paragraph') joinFigure(nodes, at, node, file, options)
    else if (node && 'children' in node && node.type !== 'captioned') joinCaptions(node, file, options)
  }
}

/** @returns where the table stands now */
function joinTable(nodes: RootContent[], at: number, table: Table): number {
  const before = nodes[at - 1]
  const after = nodes[at + 1]
  let caption = before?.type === 'paragraph' ? tableCaption(before) : undefined
  let from = at
  let to = at + 1
  if (caption) from--
  else if (after?.type === 'paragraph' && TABLE_CAPTION.test(plainText(after))) {
    caption = tableCaption(after)
    to++
  } else caption = captionInLastRow(table)
  if (!caption) return at
  nodes.splice(from, to - from, captioned('table', caption.attributes, [caption.node, table], nodes, to))
  if (isSourceLine(nodes[from + 1])) nodes.splice(from + 1, 1)
  return from
}

interface FoundCaption {
  readonly node: Caption
  readonly attributes: Attributes | undefined
}

/** `: Caption`, `Table: Caption` or a typed "Tabel 1.1 Caption". The typed number stays for the numbering to compare. */
function tableCaption(paragraph: Paragraph): FoundCaption | undefined {
  const text = plainText(paragraph)
  const marker = TABLE_CAPTION.exec(text)
  if (!marker && captionLabel(text)?.kind !== 'table') return undefined
  if (marker) dropLeadingText(paragraph.children, marker[0].length)
  return captionOf(paragraph)
}

function captionOf(paragraph: Paragraph): FoundCaption {
  const attributes = takeTrailingAttributes(paragraph.children)
  return {
    node: { type: 'caption', children: paragraph.children, ...positionOf(paragraph) },
    attributes,
  }
}

/** GFM takes a caption line right below a table, without a blank line, for one more row. */
function captionInLastRow(table: Table): FoundCaption | undefined {
  const row = table.children.at(-1)
  const [cell, ...others] = row?.children ?? []
  if (!row || !cell || others.some((other) => other.children.length > 0)) return undefined
  if (!TABLE_CAPTION.test(plainText(cell))) return undefined
  table.children.pop()
  return tableCaption({ type: 'paragraph', children: cell.children, ...positionOf(row) })
}

function joinFigure(
  nodes: RootContent[],
  at: number,
  paragraph: Paragraph,
  file: VFile,
  options: CaptionsOptions,
): void {
  const image = paragraph.children[0]
  if (image?.type !== 'image') return
  const attributes = takeLeadingAttributes(paragraph.children, 1)
  const others = paragraph.children.slice(1)
  if (others.some((other) => other.type !== 'text' || other.value.trim() !== '')) return
  const after = nodes[at + 1]
  const typed = after?.type === 'paragraph' && captionLabel(plainText(after))?.kind === 'figure'
  if (!typed && !image.alt) return
  const below = typed ? captionOf(after) : undefined
  const caption: Caption = below?.node ?? {
    type: 'caption',
    children: captionInImage(image, file, options),
    ...positionOf(image),
  }
  image.alt = attributes?.values['fig-alt'] ?? attributes?.values.alt ?? (image.alt || plainText(caption))
  const figure: Paragraph = { type: 'paragraph', children: [image], ...positionOf(image) }
  const next = at + (typed ? 2 : 1)
  nodes.splice(
    at,
    next - at,
    captioned('figure', below?.attributes ?? attributes, [figure, caption], nodes, next),
  )
  if (isSourceLine(nodes[at + 1])) nodes.splice(at + 1, 1)
}

/** The caption with its markup: mdast keeps only the plain text of `![…]`, the file has it all. */
function captionInImage(image: Image, file: VFile, options: CaptionsOptions): PhrasingContent[] {
  const [from, to] = [image.position?.start.offset, image.position?.end.offset]
  const written = from === undefined || to === undefined ? '' : String(file.value).slice(from, to)
  const inside = /^!\[([\s\S]*)\](?:\(|\[)/.exec(written)?.[1]
  const parsed = inside === undefined ? undefined : options.parseInline?.(inside)
  return parsed ?? [{ type: 'text', value: image.alt ?? '' }]
}

function captioned(
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
    children: source ? [...children, source] : children,
    ...positionOf(children.find((child) => child.type === 'caption') ?? children[0]),
  }
}

function isSourceLine(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && SOURCE_LINE.test(plainText(node))
}

function sourceLine(node: RootContent | undefined): SourceLine | undefined {
  if (!isSourceLine(node)) return undefined
  return { type: 'sourceLine', children: node.children, ...positionOf(node) }
}

function positionOf(node: { position?: Paragraph['position'] } | undefined) {
  return node?.position ? { position: node.position } : {}
}
