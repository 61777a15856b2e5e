/** A citation is shown as the citation style wrote it; one that could not be resolved, as it was typed. */
import type { Element } from 'hast'
import type { Citation } from '../../model.ts'
import { element } from '../elements.ts'

export function citationHandler(_state: unknown, node: Citation): Element {
  const typed = node.items.map((item) => `@${item.key}`).join('; ')
  const unresolved = [node.mode === 'narrative' ? typed : `[${typed}]`]
  const { rendered, id } = node.data ?? {}
  const className = rendered ? ['citation'] : ['citation', 'unresolved']
  return element('span', { className, ...(id ? { id } : {}) }, rendered ?? unresolved)
}
