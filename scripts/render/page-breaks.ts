/** Page breaks that would leave a page empty, or a heading alone on one, are left out: `\newpage` ends most chapters. */

import type { Element, ElementContent } from 'hast'
import { hasClass } from './classes.ts'

/** @param content of a section that begins on a page of its own; landscape figures in it have theirs */
export function usefulPageBreaks(content: readonly ElementContent[]): ElementContent[] {
  const blocks = content.filter((node) => node.type === 'element')
  const useless = new Set<ElementContent>()
  let before: Element | undefined
  for (const [at, block] of blocks.entries()) {
    const useful = !isPageBreak(block) || (endsOpen(before) && beginsOpen(blocks[at + 1]))
    if (useful) before = block
    else useless.add(block)
  }
  return content.filter((node) => !useless.has(node))
}

function isPageBreak(node: Element): boolean {
  return node.properties.dataPageBreak !== undefined
}

/** May what follows stand on the same page, and on another? */
function endsOpen(before: Element | undefined): boolean {
  return before !== undefined && !/^h[1-6]$/.test(before.tagName) && beginsOpen(before)
}

/** Does a page begin before it only when it is broken there? The last of several breaks is the one that counts. */
function beginsOpen(next: Element | undefined): boolean {
  return next !== undefined && !isPageBreak(next) && !hasOwnPage(next)
}

export function hasOwnPage(node: Element): boolean {
  return hasClass(node, 'landscape')
}
