/** What the text names by its page, "halaman 14": the print stage must know where it stands. */
import type { Element } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { ContentsEntry } from '../model.ts'

/**
 * The targets of page references that are in the document, each once.
 * @param listed ids that stand in a list already
 */
export function pageTargets(
  sections: readonly { readonly element: Element }[],
  listed: ReadonlySet<string>,
): ContentsEntry[] {
  const wanted = new Set<string>()
  for (const { element } of sections) {
    visit(element, 'element', ({ properties: { dataPageOf } }) => {
      if (typeof dataPageOf === 'string' && !listed.has(dataPageOf)) wanted.add(dataPageOf)
    })
  }
  const found: ContentsEntry[] = []
  if (wanted.size === 0) return found
  for (const { element } of sections) {
    visit(element, 'element', (node) => {
      const { id } = node.properties
      if (typeof id === 'string' && wanted.delete(id)) found.push({ id, title: titleOf(node) })
    })
  }
  return found
}

/** Its heading or caption, or how it begins. */
function titleOf(node: Element): string {
  const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'figcaption')
  return hastText(caption ?? node)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
}
