/** A figure or table with its caption ("Tabel 2.1 …") on the side the profile says, its sources and notes below. */
import type { Element, ElementContent, Properties } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Caption, Captioned, SourceLine, Subfigure } from '../../model.ts'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'
import { subfigureRows } from './subfigures.ts'

export function captionedHandlers({ profile }: RenderOptions) {
  const rules = { ...profile.captions, listing: profile.code }

  return {
    captioned(state: State, node: Captioned): Element {
      const rule = rules[node.kind]
      const inner: ElementContent[] = []
      const sources: Element[] = []
      let caption: Element | undefined
      for (const child of node.children) {
        if (child.type === 'caption')
          caption = figcaption(state, child, node, `${rule.label} ${node.data?.number}`)
        else if (child.type === 'sourceLine') sources.push(sourceLine(state, child))
        else if (child.type !== 'subfigure')
          inner.push(...[state.one(child, node) ?? []].flat().filter(isBlock))
      }
      const above = caption && rule.position === 'above' ? [caption] : []
      const below = caption && rule.position === 'below' ? [caption] : []
      const pictures = node.kind === 'figure' ? unwrapImages(inner, node) : inner
      const content = [...subfigureRows(state, node), ...pictures]
      if (node.kind === 'table' && node.width) setTableWidth(content, node.width)
      const properties = {
        className: [
          node.kind,
          ...(node.landscape ? ['landscape'] : []),
          ...(node.align ? [`align-${node.align}`] : []),
          ...(node.small ? ['small-table'] : []),
        ],
        ...(node.data?.id ? { id: node.data.id } : {}),
        ...continued(node),
      }
      return element('figure', properties, [...above, ...content, ...below, ...sources])
    },
    caption: (state: State, node: Caption) => state.all(node),
    subfigure: (state: State, node: Subfigure) => state.all(node),
    sourceLine,
  }

  /** What the page engine sets over the rest of a table that goes on to the next page. */
  function continued({ kind, data }: Captioned): Properties {
    const { continuation, label } = profile.captions.table
    if (kind !== 'table' || continuation === null || data?.number === undefined) return {}
    const words = continuation.replaceAll('{label}', label).replaceAll('{number}', data.number)
    return { dataContinued: words }
  }

  function figcaption(state: State, node: Caption, parent: Captioned, label: string): Element {
    const separator = parent.data?.number ? profile.captions.separator : ''
    const properties = parent.short ? { dataShort: parent.short } : {}
    return element('figcaption', properties, [
      span('number', [label]),
      separator,
      span('title', state.all(node)),
    ])
  }
}

function sourceLine(state: State, node: SourceLine): Element {
  return element('p', { className: ['source'] }, state.all(node))
}

/** Images stand in the figure itself, without a paragraph, at the size their author asks for. */
function unwrapImages(
  nodes: readonly ElementContent[],
  { width, height }: { readonly width?: string; readonly height?: string },
): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element' || node.tagName !== 'p') return [node]
    const images = node.children.filter(isElement)
    for (const image of images)
      Object.assign(image.properties, width ? { width } : {}, height ? { height } : {})
    return images
  })
}

function setTableWidth(nodes: readonly ElementContent[], width: string): void {
  for (const node of nodes)
    if (node.type === 'element' && node.tagName === 'table') node.properties.width = width
}

function isElement(node: { type: string }): node is Element {
  return node.type === 'element'
}

/** HTML typed by hand is parsed later. */
function isBlock(node: { type: string }): node is ElementContent {
  return node.type === 'element' || node.type === 'raw'
}
