/** A figure, table or listing with its caption ("Tabel 2.1 …") on the side the profile says, and its source line below. */
import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Caption, Captioned, SourceLine } from '../../model.ts'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'

export function captionedHandlers({ profile }: RenderOptions) {
  const rules = { ...profile.captions, listing: profile.code }

  return {
    captioned(state: State, node: Captioned): Element {
      const rule = rules[node.kind]
      const inner: ElementContent[] = []
      let caption: Element | undefined
      let source: Element | undefined
      for (const child of node.children) {
        if (child.type === 'caption')
          caption = figcaption(state, child, node, `${rule.label} ${node.data?.number}`)
        else if (child.type === 'sourceLine') source = sourceLine(state, child)
        else inner.push(...[state.one(child, node) ?? []].flat().filter(isElement))
      }
      const above = caption && rule.position === 'above' ? [caption] : []
      const below = caption && rule.position === 'below' ? [caption] : []
      const content = node.kind === 'figure' ? unwrapImage(inner, node.width) : inner
      const className = node.landscape ? [node.kind, 'landscape'] : [node.kind]
      const properties = { className, ...(node.data?.id ? { id: node.data.id } : {}) }
      return element('figure', properties, [...above, ...content, ...below, ...(source ? [source] : [])])
    },
    caption: (state: State, node: Caption) => state.all(node),
    sourceLine,
  }

  function figcaption(state: State, node: Caption, parent: Captioned, label: string): Element {
    const separator = parent.data?.number ? profile.captions.separator : ''
    return element('figcaption', {}, [span('number', [label]), separator, span('title', state.all(node))])
  }
}

function sourceLine(state: State, node: SourceLine): Element {
  return element('p', { className: ['source'] }, state.all(node))
}

/** The image stands in the figure itself, without a paragraph, at the width its author asks for. */
function unwrapImage(nodes: readonly ElementContent[], width: string | undefined): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element' || node.tagName !== 'p') return [node]
    const images = node.children.filter(isElement)
    for (const image of images) if (width) image.properties.width = width
    return images
  })
}

function isElement(node: { type: string }): node is Element {
  return node.type === 'element'
}
