/** A diagram as the picture the browser drew; what could not be drawn, as it was typed. */
import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Diagram } from '../../model.ts'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'

export function diagramHandler({ images }: RenderOptions) {
  return (_state: State, node: Diagram, parent: { readonly type: string } | undefined): Element => {
    const { address, alt, width, landscape } = node
    const isDrawn = images.has(address)
    const properties = { src: address, alt: alt ?? 'Diagram', ...(width === undefined ? {} : { width }) }
    const shown = isDrawn
      ? element('p', {}, [element('img', properties)])
      : element('pre', {}, [element('code', {}, [span('unresolved', [node.value])])])
    if (parent?.type === 'captioned' || !isDrawn) return shown
    return element('figure', { className: landscape ? ['figure', 'landscape'] : ['figure'] }, shown.children)
  }
}
