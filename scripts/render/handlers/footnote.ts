/** `kata[^1]` -> a mark where the note is called. The notes are rendered by themselves, see `notes.ts`. */
import type { Element } from 'hast'
import type { FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element, span } from '../elements.ts'

/** @param calls gets the calls, in the order they are met; undefined inside a note */
export function footnoteHandlers(calls: FootnoteReference[] | undefined) {
  return {
    footnoteReference(_state: State, node: FootnoteReference): Element {
      // A note has no notes: an error that is told already, and shown as it was typed.
      if (!calls) return span('unresolved', [node.label ? `[^${node.label}]` : '^[…]'])
      return element('span', { dataNote: String(calls.push(node) - 1) })
    },
    footnoteDefinition: () => undefined,
  }
}
