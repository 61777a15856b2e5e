/** Content the program makes for parts of a thesis. */

import type { Element, ElementContent } from 'hast'
import type { Bibliography } from '../model.ts'
import { hasClass } from './classes.ts'
import { element } from './elements.ts'
import { rehypeOtherScripts } from './other-scripts.ts'

export interface ReferenceGroup {
  readonly heading: string
  readonly types: readonly string[]
}

/** Daftar Pustaka: one list, or a list under a heading for each kind of work that is there. */
export function referencesElement(
  bibliography: Bibliography,
  groups: readonly ReferenceGroup[] = [],
): Element {
  const grouped = groupsOf(bibliography, groups).flatMap(({ heading, works }) => [
    element('p', { className: ['reference-group'] }, [heading]),
    ...works.map(referenceElement),
  ])
  return element(
    'div',
    { className: ['references'] },
    groups.length > 0 ? grouped : bibliography.map(referenceElement),
  )
}

/** A work of no group is under the last. */
function groupsOf(bibliography: Bibliography, groups: readonly ReferenceGroup[]) {
  const groupOf = (type: string) => groups.find(({ types }) => types.includes(type)) ?? groups.at(-1)
  return groups
    .map((group) => ({
      heading: group.heading,
      works: bibliography.filter(({ type }) => groupOf(type) === group),
    }))
    .filter(({ works }) => works.length > 0)
}

/** A work with the anchor its citations link to, and a link back to where it is cited first. */
function referenceElement({ id, content, citedBy }: Bibliography[number]): Element {
  const own = content.findIndex((node) => node.type === 'element' && node.tagName === 'a')
  const words = own < 0 ? content : content.slice(0, own)
  const [first] = citedBy
  const back = first === undefined ? words : [element('a', { href: `#${first}` }, words)]
  // Before it is a paragraph: a work in Arabic stays an entry among the others.
  const entry = element('span', {}, [...back, ...content.slice(words.length)])
  rehypeOtherScripts()(entry)
  return element('p', { id }, entry.children)
}

/** "Kata kunci: …" below an abstract. */
export function keywordsElement(label: string, keywords: readonly string[], separator: string): Element {
  return element('p', { className: ['keywords'] }, [
    element('b', {}, [`${label}:`]),
    ` ${keywords.join(separator)}`,
  ])
}

/** Are these keywords, made or typed? */
export function isKeywords(node: ElementContent): boolean {
  return node.type === 'element' && hasClass(node, 'keywords')
}
