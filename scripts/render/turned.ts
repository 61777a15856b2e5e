/** Landscape divs: their pieces, and the headings between these, stand on turned pages together. */

import type { Element, ElementContent } from 'hast'
import { classesOf, hasClass } from './classes.ts'
import { element } from './elements.ts'

/** @returns the content with one landscape block for the pieces of each such div; a heading of level 1 keeps apart */
export function joinTurned(content: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  let open: { readonly piece: unknown; readonly block: Element } | undefined
  let blanks: ElementContent[] = []
  for (const node of content) {
    if (node.type === 'text' && node.value.trim() === '') {
      blanks.push(node)
      continue
    }
    const piece = node.type === 'element' ? node.properties.dataDiv : undefined
    if (node.type === 'element') delete node.properties.dataDiv
    if (piece === undefined || open?.piece !== piece) {
      joined.push(...blanks)
      open = undefined
    }
    if (piece === undefined || node.type !== 'element' || !isLandscape(node)) joined.push(node)
    else {
      if (!open) {
        open = { piece, block: element('div', { className: ['landscape'] }) }
        joined.push(open.block)
      }
      node.properties.className = classesOf(node).filter((name) => name !== 'landscape')
      open.block.children.push(...blanks, node)
    }
    blanks = []
  }
  return [...joined, ...blanks]
}

function isLandscape(node: Element): boolean {
  return hasClass(node, 'landscape')
}
