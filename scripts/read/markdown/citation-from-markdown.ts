/** Citations from micromark's tokens to nodes of the tree. */
import type { Nodes, Root, Text } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Citation, Place } from '../../model.ts'
import { type CitePiece, citeItems } from './cite-items.ts'

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** The texts and keys of the citation that is being read. */
    citePieces?: CitePiece[] | undefined
  }
}

/**
 * While the tree is built a citation carries its source as a child: an image's alternative text and a link's text take
 * it from there, because neither may hold a citation.
 */
interface OpenCitation extends Citation {
  children?: Text[]
}

/** The mdast-util-from-markdown extension. */
export function citationFromMarkdown(): Extension {
  return {
    enter: { citation: enterCitation },
    exit: {
      citation: exitCitation,
      citationText: exitText,
      citationLineEnding: exitText,
      citationKey: exitKey,
    },
    transforms: [settle],
  }
}

function enterCitation(this: CompileContext, token: Token): void {
  this.enter({ type: 'citation', mode: 'parenthetical', items: [] }, token)
  this.data.citePieces = []
}

function exitText(this: CompileContext, token: Token): void {
  this.data.citePieces?.push({ kind: 'text', text: this.sliceSerialize(token) })
}

function exitKey(this: CompileContext, token: Token): void {
  const key = this.sliceSerialize(token).normalize('NFC')
  this.data.citePieces?.push({ kind: 'key', key, place: placeOf(token) })
}

function exitCitation(this: CompileContext, token: Token): void {
  const source = this.sliceSerialize(token)
  const node = this.stack.at(-1)
  if (node?.type === 'citation') {
    const open: OpenCitation = node
    open.mode = source.startsWith('@') ? 'narrative' : 'parenthetical'
    open.items = citeItems(this.data.citePieces ?? [])
    const position = { start: { ...token.start }, end: { ...token.end } }
    open.children = [{ type: 'text', value: source, position }]
  }
  this.data.citePieces = undefined
  this.exit(token)
}

function placeOf({ start, end }: Token): Place {
  return {
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  }
}

/** Takes the source off the citations; those inside a link become text. */
function settle(tree: Root): void {
  const work: { node: Nodes; inLink: boolean }[] = [{ node: tree, inLink: false }]
  for (let next = work.pop(); next; next = work.pop()) {
    const { node } = next
    if (node.type === 'citation') {
      const open: OpenCitation = node
      delete open.children
      continue
    }
    if (!('children' in node)) continue
    const inLink = next.inLink || node.type === 'link' || node.type === 'linkReference'
    if (inLink) citationsToText(node)
    for (const child of node.children) work.push({ node: child, inLink })
  }
}

/** Replaces the citations among a node's children by their source, joined with the texts around them. */
function citationsToText(parent: Extract<Nodes, { children: unknown }>): void {
  const children: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    const text = child.type === 'citation' ? (child as OpenCitation).children?.[0] : child
    const last = children.at(-1)
    if (text?.type === 'text' && last?.type === 'text') {
      last.value += text.value
      if (last.position && text.position) last.position.end = text.position.end
    } else if (text) children.push(text)
  }
  parent.children = children as typeof parent.children
}
