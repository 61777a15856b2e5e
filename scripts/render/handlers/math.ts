/**
 * Math: its MathML is put in once the tree is sanitised (`math.ts` of the stage), for a thesis may not write any itself.
 * `$$…$$` stands in the middle of its line, its number at the right edge.
 */
import type { Element } from 'hast'
import type { BlockMath, InlineMath } from '../../model.ts'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'

export function mathHandlers({ profile }: RenderOptions) {
  return {
    inlineMath: (_state: unknown, { value, data }: InlineMath): Element =>
      data?.mathml === undefined ? unresolved(value) : element('span', { dataMath: data.mathml }),
    math(_state: unknown, { value, data }: BlockMath): Element {
      const { mathml, id, number } = data ?? {}
      const drawn = mathml === undefined ? unresolved(value) : element('span', { dataMath: mathml })
      const shown = number && profile.equations.number.replace('{number}', number)
      const children = shown === undefined ? [drawn] : [drawn, span('number', [shown])]
      return element('div', { className: ['equation'], ...(id ? { id } : {}) }, children)
    },
  }
}

function unresolved(tex: string): Element {
  return span('unresolved', [tex])
}
