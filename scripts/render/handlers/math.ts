/**
 * `$x$` and `$$x$$`: a place for the formula, which is put there once all else is sanitised (`formulas.ts`); one whose TeX
 * has a fault, as it was typed.
 */
import type { Element } from 'hast'
import type { BlockMath, InlineMath } from '../../model.ts'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'

export function mathHandlers({ profile }: RenderOptions) {
  return {
    inlineMath(_state: unknown, { value, data }: InlineMath): Element {
      return data?.formula ? element('span', { dataFormula: data.key }) : span('unresolved', [`$${value}$`])
    },
    math(_state: unknown, { value, data }: BlockMath): Element {
      const { id, number, key, formula } = data ?? {}
      if (!formula) {
        const typed = `$$${value.replace(/\s+/g, ' ')}$$`
        return element('p', id ? { id } : {}, [span('unresolved', [typed])])
      }
      const shown = number && profile.equations.number.replace('{number}', number)
      const numbers = shown ? [span('number', [shown])] : []
      const place = element('span', { dataFormula: key })
      return element('div', { className: ['equation'], ...(id ? { id } : {}) }, [place, ...numbers])
    },
  }
}
