/** A diagram as the picture the browser drew; what could not be drawn, as it was typed. */
import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Diagram } from '../../model.ts'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'

export function diagramHandler({ images }: RenderOptions) {
  return (_state: State, node: Diagram, parent: { readonly type: string } | undefined): Element => {
    const { address, alt, look: { width, height, align, landscape } = {} } = node
    const isDrawn = images.has(address)
    const properties = {
      src: address,
      alt: alt ?? 'Diagram',
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    }
    const shown = isDrawn
      ? element('p', {}, [element('img', properties)])
      : element('pre', {}, [element('code', {}, [span('unresolved', [node.value])])])
    if (parent?.type === 'captioned' || !isDrawn) return shown
    const className = ['figure', ...(landscape ? ['landscape'] : []), ...(align ? [`align-${align}`] : [])]
    return element('figure', { className }, shown.children)
  }
}
