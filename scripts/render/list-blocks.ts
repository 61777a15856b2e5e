/**
 * List items that begin with something whose lines are not those of the text: code, a figure, a table, a quotation. Their
 * mark gets a line of its own. Beside a lower line Chromium pushes the item down for the mark, and forgets that push
 * where the item goes on over several pages, on screen and in print each in its own way.
 */

import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { addClass } from './classes.ts'

const OWN_LINES = new Set(['pre', 'figure', 'table', 'blockquote'])

/** The unified plugin: such items get the class `mark-above`. */
export function rehypeListBlocks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'li' || !beginsWithBlock(node)) return
      addClass(node, 'mark-above')
    })
  }
}

function beginsWithBlock({ children }: Element): boolean {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  return first?.type === 'element' && OWN_LINES.has(first.tagName)
}
