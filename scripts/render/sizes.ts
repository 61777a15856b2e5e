/** Widths of tables and subfigures, as styles: set once the tree is sanitised, for a thesis may not write any itself. */

import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { hasClass } from './classes.ts'

const LENGTH = /^\d+(?:\.\d+)?(?:%|cm|mm|in|pt|px)$/

/** In place. */
export function setSizes(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') size(node, (width) => `width:min(${width},100% - 1px)`)
    else if (isSubfigure(node)) size(node, (width) => `width:${width}`)
  })
}

function size(node: Element, style: (width: string) => string): void {
  const width = String(node.properties.width ?? '')
  delete node.properties.width
  const length = /^\d+$/.test(width) ? `${width}px` : width
  if (LENGTH.test(length)) node.properties.style = style(length)
}

function isSubfigure(node: Element): boolean {
  return node.tagName === 'div' && hasClass(node, 'subfigure')
}
