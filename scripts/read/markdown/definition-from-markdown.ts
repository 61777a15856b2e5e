/** Definition lists from micromark's tokens to nodes of the tree: terms and definitions meet, all else is text again. */
import type { Paragraph, Parent, Root, RootContent } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import { toString as plainText } from 'mdast-util-to-string'
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../model.ts'
import { backToText } from './back-to-text.ts'

/** A definition on its way: its mark is forgotten when it is known to be one. */
interface OpenDescription extends DefinitionDescription {
  mark?: string
}

/** `: Judul {#tbl:x}` is a caption, wherever it stands. */
const LABELLED = /\{[^{}]*#[^{}]*\}\s*$/

/** The mdast-util-from-markdown extension. */
export function definitionFromMarkdown(): Extension {
  return {
    enter: { definitionDescription: enterDescription },
    exit: { definitionDescriptionPrefix: exitPrefix, definitionDescription: exitDescription },
    transforms: [joinDefinitions],
  }
}

function enterDescription(this: CompileContext, token: Token): void {
  this.enter({ type: 'definitionDescription', spread: false, children: [] }, token)
}

function exitPrefix(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1)
  if (node?.type === 'definitionDescription') (node as OpenDescription).mark = this.sliceSerialize(token)
}

function exitDescription(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1)
  this.exit(token)
  // Blank lines behind it are not its own.
  const end = node && 'children' in node ? node.children.at(-1)?.position?.end : undefined
  if (node?.position && end) node.position.end = { ...end }
}

/** In place, at any depth; what is deepest first. */
function joinDefinitions(parent: Root | Parent): void {
  const nodes = parent.children as RootContent[]
  let found = false
  for (const node of nodes) {
    if (node.type === 'definitionDescription') found = true
    if ('children' in node) joinDefinitions(node)
  }
  if (found) parent.children = joinSiblings(nodes)
}

function joinSiblings(nodes: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = []
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'definitionDescription') {
      made.push(node)
      continue
    }
    const { mark = ': ', ...description } = node as OpenDescription
    const list = defines(node, made.at(-1), nodes[at + 1]) ? listFor(made) : undefined
    if (list) add(list, description)
    else backToText(made, node, mark)
  }
  return made
}

/** Is a term, or another definition, before it, and a table nowhere near that would make it a caption? */
function defines(
  node: DefinitionDescription,
  before: RootContent | undefined,
  behind: RootContent | undefined,
): boolean {
  const [first, ...others] = node.children
  if (first?.type === 'paragraph' && LABELLED.test(plainText(first))) return false
  const gap = (node.position?.start.line ?? 0) - (before?.position?.end.line ?? 0) - 1
  if (behind && isTable(behind) && others.length === 0 && gap > 0) return false
  if (before?.type === 'definitionList') return true
  return before?.type === 'paragraph' && gap <= 1 && isTerm(before)
}

function isTable(node: RootContent): boolean {
  if (node.type === 'html') return /^\s*<table[\s>]/i.test(node.value)
  return node.type === 'table' || node.type === 'gridTable' || (node.type === 'code' && node.lang === 'csv')
}

/** On one line, with words. */
function isTerm(paragraph: Paragraph): boolean {
  const { start, end } = paragraph.position ?? {}
  return start?.line === end?.line && plainText(paragraph, { includeImageAlt: false }).trim() !== ''
}

/** The list before, or a new one with the term that stands there; a term goes on with the list before it. */
function listFor(nodes: RootContent[]): DefinitionList | undefined {
  const last = nodes.pop()
  if (last?.type === 'definitionList') {
    nodes.push(last)
    return last
  }
  if (last?.type !== 'paragraph') return undefined
  const { children, position } = last
  const term: DefinitionTerm = { type: 'definitionTerm', children, ...(position ? { position } : {}) }
  const before = nodes.at(-1)
  if (before?.type === 'definitionList') {
    before.children.push(term)
    return before
  }
  const list: DefinitionList = {
    type: 'definitionList',
    children: [term],
    ...(position ? { position: { start: { ...position.start }, end: { ...position.end } } } : {}),
  }
  nodes.push(list)
  return list
}

function add(list: DefinitionList, description: DefinitionDescription): void {
  const before = list.children.at(-1)?.position?.end
  const start = description.position?.start
  description.spread = before !== undefined && start !== undefined && start.line - before.line > 1
  list.children.push(description)
  if (list.position && description.position) list.position.end = { ...description.position.end }
}
