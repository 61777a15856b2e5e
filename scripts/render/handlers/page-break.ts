/** `\newpage`: an empty block that begins a page; `page-css.ts` says how. */
import type { Element } from 'hast'
import { element } from '../elements.ts'

export function pageBreakHandler(): Element {
  return element('div', { dataPageBreak: 'here' })
}
