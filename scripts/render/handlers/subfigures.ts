/** The pictures of a figure in rows, each with its letter and caption below. */
import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Captioned, Subfigure } from '../../model.ts'
import { element, span } from '../elements.ts'

/** What a row leaves free between pictures that say nothing of their width, in percent of it. */
const GAP = 2

export function subfigureRows(state: State, { children }: Captioned): Element[] {
  const rows: Subfigure[][] = []
  for (const part of children) {
    if (part.type !== 'subfigure') continue
    rows[part.row] ??= []
    rows[part.row]?.push(part)
  }
  return rows.map((parts) => {
    const free = usualWidth(parts)
    const boxes = parts.map((part) => subfigureBox(state, part, part.width ?? free))
    return element('div', { className: ['subfigures'] }, boxes)
  })
}

/** Up to three share a row, four stand two by two; beside pictures that have a width the others share the rest. */
function usualWidth(parts: readonly Subfigure[]): string {
  const written = parts.map(({ width }) => /^([\d.]+)%$/.exec(width ?? '')?.[1])
  const taken = written.reduce((sum, share) => sum + Number(share ?? 0), 0)
  const open = parts.filter(({ width }) => width === undefined).length
  const columns = open === 4 ? 2 : Math.min(open, 3)
  const rest = taken < 90 && columns > 0 ? (100 - taken) / columns : 100
  return `${Math.floor((rest - GAP) * 100) / 100}%`
}

function subfigureBox(state: State, part: Subfigure, width: string): Element {
  const content: ElementContent[] = []
  let caption: Element | undefined
  for (const child of part.children) {
    if (child.type === 'caption') {
      const letter = span('number', [`(${part.data?.letter})`])
      const words = state.all(child)
      const title = words.length > 0 ? [' ', span('title', words)] : []
      caption = element('p', { className: ['subcaption'] }, [letter, ...title])
    } else {
      for (const node of [state.one(child, part) ?? []].flat()) {
        if (node.type === 'element' && node.tagName === 'p') content.push(...node.children.map(picture(part)))
        else if (node.type === 'element' || node.type === 'raw') content.push(node)
      }
    }
  }
  const properties = { className: ['subfigure'], width, ...(part.data?.id ? { id: part.data.id } : {}) }
  return element('div', properties, [...content, ...(caption ? [caption] : [])])
}

/** The box has the width, the picture fills it. */
function picture({ width, height }: Subfigure) {
  return (node: ElementContent): ElementContent => {
    if (node.type !== 'element' || node.tagName !== 'img') return node
    const { width: _, height: __, ...properties } = node.properties
    const size = { ...(width ? { width: '100%' } : {}), ...(height ? { height } : {}) }
    return { ...node, properties: { ...properties, ...size } }
  }
}
