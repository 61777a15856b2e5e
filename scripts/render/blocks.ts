/** Marks what the style sheet must know of the blocks of a chapter: under which level of heading they stand. */

import type { Element, Root } from 'hast'
import { addClass, hasClass } from './classes.ts'

const HEADING = /^h([1-6])$/
/** Figures and tables use the whole measure, wherever they stand. */
const FULL_WIDTH = new Set(['figure', 'table'])

/** Gives each block below a 1.1 the class `under-2`, below a 1.1.1 `under-3` …, in place. */
export function markLevels(tree: Root): void {
  let level = 1
  for (const node of tree.children) {
    if (node.type !== 'element') continue
    const heading = HEADING.exec(node.tagName)
    if (heading) level = Number(heading[1])
    else markBlock(node, `under-${Math.min(level, 4)}`)
  }
}

/** Blocks in a div stand where they would stand without it. */
function markBlock(node: Element, name: string): void {
  if (hasClass(node, 'fenced'))
    for (const child of node.children) child.type === 'element' && markBlock(child, name)
  else if (!FULL_WIDTH.has(node.tagName)) addClass(node, name)
}
