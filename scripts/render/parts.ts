/** Content the program makes for parts of a thesis. */
import type { Element } from 'hast'
import type { Bibliography } from '../model.ts'
import { element } from './elements.ts'

/** Daftar Pustaka: each work with the anchor its citations link to. */
export function referencesElement(bibliography: Bibliography): Element {
  const entries = bibliography.map((entry) => element('p', { id: entry.id }, entry.content))
  return element('div', { className: ['references'] }, entries)
}

/** "Kata kunci: …" below an abstract. */
export function keywordsElement(label: string, keywords: readonly string[]): Element {
  return element('p', { className: ['keywords'] }, [
    element('b', {}, [`${label}:`]),
    ` ${keywords.join(', ')}`,
  ])
}
