/** `x^2^` and `H~2~O`: raised and lowered text. */
import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Subscript, Superscript } from '../../model.ts'
import { element } from '../elements.ts'

export const scriptHandlers = {
  superscript: (state: State, node: Superscript): Element => element('sup', {}, state.all(node)),
  subscript: (state: State, node: Subscript): Element => element('sub', {}, state.all(node)),
}
