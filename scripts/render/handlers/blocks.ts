/** Divs, definition lists, and lists whose letters were typed. */
import type { Element } from 'hast'
import type { List } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type {
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  FencedDiv,
  LetterMarker,
} from '../../model.ts'
import { element } from '../elements.ts'

const LETTERS: Readonly<Record<LetterMarker, string>> = {
  'a.': 'letters',
  'a)': 'letters-bracket',
  '(a)': 'letters-brackets',
}

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
    element('dd', {}, state.all(node)),
  list(state: State, node: List): Element {
    const list = defaultHandlers.list(state, node)
    const letters = node.data?.letters
    if (letters) list.properties.className = [LETTERS[letters]]
    return list
  },
}
