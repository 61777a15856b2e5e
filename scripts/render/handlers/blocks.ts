/** Divs and definition lists. */
import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { DefinitionDescription, DefinitionList, DefinitionTerm, FencedDiv } from '../../model.ts'
import { element } from '../elements.ts'

export const blockHandlers = {
  fencedDiv(state: State, node: FencedDiv): Element {
    const { classes, lang, dir } = node
    return element(
      'div',
      { className: [...classes], ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) },
      state.wrap(state.all(node), true),
    )
  },
  /** A fence without its partner is told already. */
  divFence: () => undefined,
  definitionList: (state: State, node: DefinitionList): Element => element('dl', {}, state.all(node)),
  definitionTerm: (state: State, node: DefinitionTerm): Element => element('dt', {}, state.all(node)),
  definitionDescription: (state: State, node: DefinitionDescription): Element =>
    element('dd', {}, state.wrap(state.all(node), true)),
}
