/** `@tbl:tip` -> a link that reads "Tabel 2.1", `@hlm:tbl:tip` one that reads "halaman 14", kept on one line. */
import type { Element } from 'hast'
import type { CrossReference } from '../../model.ts'
import { element, span } from '../elements.ts'

export function crossReferenceHandler(_state: unknown, node: CrossReference): Element {
  const { target, page } = node.data ?? {}
  const name = node.value.replace(/ /g, '\u00a0')
  if (target === undefined) return span('unresolved', [name])
  const properties = { href: `#${target}`, className: ['reference'] }
  if (!page) return element('a', properties, [name])
  // The number is filled in once the pages are known.
  const number = element('span', { className: ['page-number'], dataPageOf: target })
  return element('a', properties, [...(name === '' ? [] : [`${name}\u00a0`]), number])
}
