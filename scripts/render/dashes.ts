/** A dash stays with the word before it: Word never ends a line between the two, browsers do. */
import type { Element, ElementContent, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { span } from './elements.ts'

/** The last letter before an em dash without a blank, and the dash. */
const DASHED = /(\S[—]+)/
/** What is set as it is written. */
const VERBATIM = new Set(['pre', 'code', 'svg', 'style', 'math'])

/** Wraps each such pair in a span that holds together, in place. After the dash a line may end. */
export function keepDashes(tree: Root | Element): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && VERBATIM.has(node.tagName)) return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !DASHED.test(node.value)) return undefined
    const parts = node.value
      .split(DASHED)
      .map((part, at) => (at % 2 === 1 ? span('unbroken', [part]) : text(part)))
    const kept: ElementContent[] = parts.filter((part) => part.type !== 'text' || part.value !== '')
    parent.children.splice(index, 1, ...kept)
    return [SKIP, index + kept.length]
  })
}

function text(value: string): Text {
  return { type: 'text', value }
}
