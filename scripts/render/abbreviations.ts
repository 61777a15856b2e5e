/** Daftar Singkatan, and every use of an abbreviation marked as one, for those who read by ear. */

import type { Element, ElementContent } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Abbreviation } from '../model.ts'
import { anyWord } from '../words.ts'
import { hasClass } from './classes.ts'
import { element } from './elements.ts'

/** Two columns: the short form, and what it stands for with its markup. */
export function abbreviationTable(
  lines: readonly { readonly short: string; readonly content: readonly ElementContent[] }[],
): Element {
  const rows = lines.map(({ short, content }) =>
    element('tr', {}, [element('td', {}, [short]), element('td', {}, content)]),
  )
  return element('table', { className: ['abbreviations'] }, [element('tbody', {}, rows)])
}

/** Set as it is written, or a name that says itself. */
const UNMARKED = /^(?:h[1-6]|pre|code|svg|style|math|abbr|nav|dt)$/

/** Puts `<abbr>` around every use below an element, in place. It changes no line: see the style sheet. */
export function markAbbreviations(section: Element, abbreviations: readonly Abbreviation[]): void {
  if (abbreviations.length === 0) return
  const meanings = new Map(abbreviations.map(({ short, long }) => [short, long]))
  const use = anyWord(meanings.keys(), 'u')
  visit(section, (node, index, parent) => {
    if (node.type === 'element' && (UNMARKED.test(node.tagName) || hasClass(node, 'abbreviations')))
      return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !use.test(node.value)) return undefined
    const parts = node.value.split(use).map((part, at): ElementContent => {
      if (at % 2 === 0) return { type: 'text', value: part }
      return element('abbr', { title: meanings.get(part) ?? '' }, [part])
    })
    const kept = parts.filter((part) => part.type !== 'text' || part.value !== '')
    parent.children.splice(index, 1, ...kept)
    return [SKIP, index + kept.length]
  })
}
