/**
 * The unified plugin that makes listings of blocks of code that have a caption or a label, and notes what stands behind
 * their fences. Captions stand as pandoc-crossref has them (`caption="…"` behind the fence, `Listing: Caption {#lst:x}`
 * in the paragraph before) or as people type them ("Kode 2.1 …", "Kode: …"), before the block or behind it.
 * It runs before the plugin that joins tables with their captions: `: Caption {#lst:x}` is none of a table.
 */
import type { Code, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Caption } from '../../model.ts'
import type { Attributes } from '../attributes.ts'
import { captioned, captionOf, textOf } from '../caption-nodes.ts'
import type { CaptionsOptions } from '../captions.ts'
import { joinAttributes } from '../figure-attributes.ts'
import { splitLines } from '../figure-lines.ts'
import { dropLeadingText } from '../heading-text.ts'
import { type CaptionSource, captionSource, parsedCaption } from '../image-caption.ts'
import { isSourceLine, sourceLinesAt } from '../source-lines.ts'
import { captionLabel } from '../typed-labels.ts'
import { fenceInfo } from './fence-info.ts'

/** A colon alone may as well begin the caption of a table. */
const MARKER = /^((?:Listing|Code|(?:Potongan\s+)?Kode(?:\s+(?:Program|Sumber))?)\s*)?:\s+/
/** Blocks that become something else than text. */
const DRAWN = /^(?:mermaid)$/

export const remarkListings: Plugin<[CaptionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    joinListings(tree, file, options)

/** Reads the fences and joins blocks of code with their captions and source lines, in place, at any depth. */
export function joinListings(tree: Root, file: VFile, { parseInline }: CaptionsOptions): void {
  const source = captionSource(tree, file, parseInline)
  joinBelow(tree, source)
  tree.children.push(...source.found)
}

function joinBelow(parent: Parent, source: CaptionSource): void {
  const nodes = parent.children as RootContent[]
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type === 'code') at = joinListing(nodes, at, node, source)
    else if (node && 'children' in node && node.type !== 'captioned') joinBelow(node, source)
  }
}

/** @returns where the block stands now */
function joinListing(nodes: RootContent[], at: number, code: Code, source: CaptionSource): number {
  const { language, attributes, startFrom } = fenceInfo(code)
  if (language && DRAWN.test(language)) return at
  if (language !== undefined) code.lang = language
  else delete code.lang
  if (startFrom !== undefined)
    code.data = { ...code.data, startFrom, hProperties: { dataStartFrom: startFrom } }
  const written = attributes.values.caption
  if (written !== undefined)
    return replace(nodes, at, 1, attributes, captionInFence(written, code, source), code, source.file)
  const before = captionBefore(nodes, at)
  const { file } = source
  if (before)
    return replace(nodes, at - 1, 2, joinAttributes(before.attributes, attributes), before.node, code, file)
  splitSource(nodes, at + 1, source.file)
  const after = captionAfter(nodes, at)
  if (after)
    return replace(nodes, at, 2, joinAttributes(after.attributes, attributes), after.node, code, file)
  if (!attributes.label?.startsWith('lst:')) return at
  return replace(nodes, at, 1, attributes, captionOnFence([], code, file), code, file)
}

/** Some nodes, and the source line behind them, become a listing. @returns where it stands */
function replace(
  nodes: RootContent[],
  from: number,
  count: number,
  attributes: Attributes | undefined,
  caption: Caption,
  code: Code,
  file: VFile,
): number {
  const sources = sourceLinesAt(nodes, from + count, file)
  const listing = captioned('listing', attributes, [caption, code, ...sources.lines], file)
  nodes.splice(from, count + sources.count, listing)
  return from
}

function captionInFence(written: string, code: Code, source: CaptionSource): Caption {
  const home = fenceOf(code, source.file)
  if (!home) return captionOnFence([{ type: 'text', value: written }], code, source.file)
  if (!source.parseInline) return captionOnFence([{ type: 'text', value: written }], code, source.file)
  const line = String(source.file.value).slice(home.start.offset, home.end.offset)
  const by = line.indexOf(written)
  return captionOnFence(parsedCaption(written, home, by < 0 ? undefined : by, source), code, source.file)
}

function captionOnFence(children: PhrasingContent[], code: Code, file: VFile): Caption {
  const position = fenceOf(code, file)
  return { type: 'caption', children, data: { hName: 'figcaption' }, ...(position ? { position } : {}) }
}

/** Where the line above a block of code stands. */
export function fenceOf({ position }: Code, file: VFile): Code['position'] {
  const { start } = position ?? {}
  if (start?.offset === undefined) return position
  const [line = ''] = /^[^\r\n]*/.exec(String(file.value).slice(start.offset)) ?? []
  const end = { line: start.line, column: start.column + line.length, offset: start.offset + line.length }
  return { start, end }
}

interface Marked {
  readonly paragraph: Paragraph
  /** What leads the caption and is none of it. */
  readonly length: number
  /** Can it be the caption of nothing else? */
  readonly certain: boolean
}

/** A paragraph that may be the caption of a listing. */
function marked(node: RootContent | undefined): Marked | undefined {
  if (node?.type !== 'paragraph') return undefined
  const text = textOf(node)
  if (captionLabel(text)?.kind === 'listing') return { paragraph: node, length: 0, certain: true }
  const marker = MARKER.exec(text)
  // “Kode: lihat di bawah ini:” leads up to what follows.
  if (!marker || /:\s*$/.test(text)) return undefined
  const label = /\{[^{}]*#(\p{L}+):[^{}]*\}\s*$/u.exec(text)?.[1]
  if (label !== undefined && label !== 'lst') return undefined
  const certain = marker[1] !== undefined || label === 'lst'
  return { paragraph: node, length: marker[0].length, certain }
}

function captionBefore(nodes: readonly RootContent[], at: number) {
  const found = marked(nodes[at - 1])
  // Behind a table, a colon begins the caption of the table.
  if (!found || (!found.certain && nodes[at - 2]?.type === 'table')) return undefined
  return take(found)
}

function captionAfter(nodes: readonly RootContent[], at: number) {
  const found = marked(nodes[at + 1])
  if (!found || (!found.certain && nodes[at + 2]?.type === 'table') || !areBelow(nodes, at)) return undefined
  return take(found)
}

/** Between two blocks a caption is the second one's, unless that one has another below it. */
function areBelow(nodes: readonly RootContent[], from: number): boolean {
  let at = from
  while (nodes[at]?.type === 'code' && marked(nodes[at + 1])) at += isSourceLine(nodes[at + 2]) ? 3 : 2
  return nodes[at]?.type !== 'code'
}

function take({ paragraph, length }: Marked) {
  dropLeadingText(paragraph.children, length)
  return captionOf(paragraph)
}

/** A caption below a block and its source line, without a blank line between, are one paragraph to Markdown. */
function splitSource(nodes: RootContent[], at: number, file: VFile): void {
  const paragraph = nodes[at]
  if (paragraph?.type !== 'paragraph' || !marked(paragraph)) return
  const [caption, source, ...others] = splitLines(paragraph, file)
  if (caption && isSourceLine(source) && others.length === 0) nodes.splice(at, 1, caption, source)
}
