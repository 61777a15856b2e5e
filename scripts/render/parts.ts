/** Content the program makes for parts of a thesis. */

import type { Element, ElementContent } from 'hast'
import type { Bibliography } from '../model.ts'
import { hasClass } from './classes.ts'
import { element } from './elements.ts'
import { rehypeOtherScripts } from './other-scripts.ts'

/** Daftar Pustaka: each work with the anchor its citations link to, and a link back to where it is cited first. */
export function referencesElement(bibliography: Bibliography): Element {
  const entries = bibliography.map(({ id, content, citedBy }) => {
    const own = content.findIndex((node) => node.type === 'element' && node.tagName === 'a')
    const words = own < 0 ? content : content.slice(0, own)
    const [first] = citedBy
    const back = first === undefined ? words : [element('a', { href: `#${first}` }, words)]
    // Before it is a paragraph: a work in Arabic stays an entry among the others.
    const entry = element('span', {}, [...back, ...content.slice(words.length)])
    rehypeOtherScripts()(entry)
    return element('p', { id }, entry.children)
  })
  return element('div', { className: ['references'] }, entries)
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
