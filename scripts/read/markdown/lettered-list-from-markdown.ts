/** Lettered lists from micromark's tokens to nodes of the tree; what has one item alone becomes text again. */
import type { List, Parent, Root, RootContent } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { ListMarker } from '../../model.ts'
import { backToText } from './back-to-text.ts'

/** The mdast-util-from-markdown extension. The tokens of Markdown's own lists make the nodes. */
export function letteredListFromMarkdown(): Extension {
  return { exit: { letteredListMarker: exitMarker }, transforms: [dropSingleItems] }
}

/** The first marker is the list's. */
function exitMarker(this: CompileContext, token: Token): void {
  const list = this.stack.at(-2)
  if (list?.type !== 'list' || list.data?.marker) return
  list.start = 1
  list.data = { ...list.data, marker: this.sliceSerialize(token) as ListMarker }
}

/** In place, at any depth; what is deepest first. */
function dropSingleItems(parent: Root | Parent): void {
  const nodes = parent.children as RootContent[]
  let found = false
  for (const node of nodes) {
    if ('children' in node) dropSingleItems(node)
    if (isSingle(node)) found = true
  }
  if (!found) return
  const made: RootContent[] = []
  for (const node of nodes) {
    const [item] = isSingle(node) ? node.children : []
    if (item) backToText(made, item, `${node.type === 'list' ? node.data?.marker : ''} `)
    else made.push(node)
  }
  parent.children = made
}

function isSingle(node: RootContent): node is List {
  return node.type === 'list' && node.data?.marker !== undefined && node.children.length === 1
}
