/** `[teks]{.smallcaps}`, `[teks]{.underline}`, `[teks]{lang=ar}`. */
import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { BracketedSpan } from '../../model.ts'
import { element } from '../elements.ts'

export function spanHandler(state: State, node: BracketedSpan): Element {
  const { classes, lang, dir } = node
  const has = (names: RegExp) => classes.some((name) => names.test(name))
  const properties = {
    ...(has(/^(?:smallcaps|sc)$/) ? { className: ['smallcaps'] } : {}),
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
  }
  const children = state.all(node)
  return element('span', properties, has(/^(?:underline|ul)$/) ? [element('u', {}, children)] : children)
}
