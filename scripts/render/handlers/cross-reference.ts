/** `@tbl:tip` -> a link that reads "Tabel 2.1", kept on one line. */
import type { Element } from 'hast'
import type { CrossReference } from '../../model.ts'
import { element, span } from '../elements.ts'

export function crossReferenceHandler(_state: unknown, node: CrossReference): Element {
  const target = node.data?.target
  const name = node.value.replace(/ /g, '\u00a0')
  return target === undefined
    ? span('unresolved', [name])
    : element('a', { href: `#${target}`, className: ['reference'] }, [name])
}
