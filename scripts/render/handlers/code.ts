/** A block of code: its lines as they are, what was highlighted in spans. */
import type { Element, ElementContent } from 'hast'
import type { Code } from 'mdast'
import { element } from '../elements.ts'

export function codeHandler(_state: unknown, node: Code): Element {
  const { highlighted } = node.data ?? {}
  const text: ElementContent[] = [{ type: 'text', value: `${node.value}\n` }]
  return element('pre', {}, [
    element('code', {}, highlighted ? [...highlighted, { type: 'text', value: '\n' }] : text),
  ])
}
