/** Divs and definition lists. */
import type { Element, Properties } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { DefinitionDescription, DefinitionList, DefinitionTerm, FencedDiv } from '../../model.ts'
import { element } from '../elements.ts'

export const blockHandlers = {
  /** One that holds nothing, as pandoc's `{#refs}`, leaves nothing. */
  fencedDiv(state: State, node: FencedDiv): Element | undefined {
    return node.children.length > 0
      ? element('div', { ...divProperties(node), ...anchorOf(node) }, state.wrap(state.all(node), true))
      : undefined
  },
  /** A fence without its partner is told already. */
  divFence: () => undefined,
  definitionList: (state: State, node: DefinitionList): Element => element('dl', {}, state.all(node)),
  definitionTerm: (state: State, node: DefinitionTerm): Element => element('dt', {}, state.all(node)),
  definitionDescription: (state: State, node: DefinitionDescription): Element =>
    element('dd', {}, state.wrap(state.all(node), true)),
}

function anchorOf({ data }: FencedDiv): Properties {
  return data?.id ? { id: data.id } : {}
}

/** What a div says, and a heading that parts one; `turned.ts` joins the pieces of a landscape page. */
export function divProperties({
  classes,
  lang,
  dir,
  piece,
}: Pick<FencedDiv, 'classes' | 'lang' | 'dir' | 'piece'>): Properties {
  return {
    className: ['fenced', ...classes],
    ...(lang ? { lang } : {}),
    ...(dir ? { dir } : {}),
    ...(piece === undefined ? {} : { dataDiv: String(piece) }),
  }
}
