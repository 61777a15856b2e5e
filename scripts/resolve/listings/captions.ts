/**
 * Joins code with its caption into a `captioned` node: `caption="…"` behind the fence, `Listing: …` or `: …` above or
 * below it as pandoc-crossref has them, or "Kode 2.1 …" typed in the line above. `Sumber: …` below belongs to it, too.
 */
import type { Code, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { Caption, Captioned, SourceLine } from '../../model.ts'
import { type Attributes, takeTrailingAttributes } from '../attributes.ts'
import type { CaptionsOptions } from '../captions.ts'
import { dropLeadingText, inlineText } from '../heading-text.ts'
import { captionLabel } from '../typed-labels.ts'
import { readFence } from './fences.ts'

const CAPTION = /^(?:(?:Listing|Kode)\s*)?:\s+/
const SOURCE_LINE = /^\s*\(?(?:Sumber|Source)\s*:/i
/** Diagrams are figures. */
const DIAGRAM = 'mermaid'

/** A line of Markdown that stands by itself; the notes written in it follow its content. */
type ParseInline = NonNullable<CaptionsOptions['parseInline']>

/** In place, at any depth. @param parseInline parses the markup of a caption behind a fence */
export function joinListings(tree: Root, parseInline: ParseInline): void {
  joinBelow(tree, parseInline)
}

function joinBelow(parent: Parent, parseInline: ParseInline): void {
  const nodes = parent.children as RootContent[]
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type === 'code') at = joinListing(nodes, at, node, parseInline)
    else if (node && 'children' in node && node.type !== 'captioned') joinBelow(node, parseInline)
  }
}

/** @returns where the code stands now */
function joinListing(nodes: RootContent[], at: number, code: Code, parseInline: ParseInline): number {
  const { language, attributes } = readFence(code)
  if (language === DIAGRAM) return at
  const before = captionIn(nodes[at - 1])
  const after = before ? undefined : captionIn(nodes[at + 1], nodes[at + 2])
  const written = attributes?.values.caption
  const found =
    before ?? after ?? (written === undefined ? undefined : ownCaption(written, code, parseInline))
  if (!found) return at
  const from = before ? at - 1 : at
  const end = after ? at + 2 : at + 1
  const source = sourceLine(nodes[end])
  const label = found.attributes?.label ?? attributes?.label
  const listing: Captioned = {
    type: 'captioned',
    kind: 'listing',
    ...(label === undefined ? {} : { label }),
    children: [found.caption, code, ...(source ? [source] : [])],
    data: { hName: 'figure' },
    ...positionOf(found.caption),
  }
  nodes.splice(from, end - from + (source ? 1 : 0), listing)
  return from
}

interface Found {
  readonly caption: Caption
  readonly attributes: Attributes | undefined
}

/** @param next what follows it: a typed caption between two blocks of code is the second one's */
function captionIn(node: RootContent | undefined, next?: RootContent): Found | undefined {
  if (node?.type !== 'paragraph') return undefined
  const text = inlineText(node.children)
  const marker = CAPTION.exec(text)
  if (!marker && (captionLabel(text)?.kind !== 'listing' || next?.type === 'code')) return undefined
  if (marker) dropLeadingText(node.children, marker[0].length)
  const attributes = takeTrailingAttributes(node.children)
  return { caption: captionOf(node.children, node), attributes }
}

function ownCaption(written: string, code: Code, parseInline: ParseInline): Found {
  const children = parseInline(written).filter((node) => node.type !== 'footnoteDefinition')
  return { caption: captionOf(children, code), attributes: undefined }
}

function captionOf(children: PhrasingContent[], from: Paragraph | Code): Caption {
  return { type: 'caption', children, data: { hName: 'figcaption' }, ...positionOf(from) }
}

function sourceLine(node: RootContent | undefined): SourceLine | undefined {
  if (node?.type !== 'paragraph' || !SOURCE_LINE.test(inlineText(node.children))) return undefined
  return { type: 'sourceLine', children: node.children, data: { hName: 'p' }, ...positionOf(node) }
}

function positionOf(node: { position?: Paragraph['position'] }) {
  return node.position ? { position: node.position } : {}
}
