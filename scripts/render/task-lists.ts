/** Boxes of task lists, drawn: paper has no form to fill in. */
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { element } from './elements.ts'

/** The unified plugin: puts a drawing in the place of each checkbox. */
export function rehypeTaskBoxes() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'input' || !parent || index === undefined) return
      parent.children[index] = box(node.properties.checked === true)
      // The style sheet keeps the distance, which a blank would not when its line is justified.
      const next = parent.children[index + 1]
      if (next?.type === 'text') next.value = next.value.trimStart()
    })
  }
}

function box(checked: boolean): Element {
  const frame = element('rect', { x: '1', y: '1', width: '10', height: '10' })
  const tick = element('path', { d: 'M3 6l2.5 3L9.5 3' })
  return element(
    'svg',
    { className: ['task'], viewBox: '0 0 12 12', role: 'img', ariaLabel: checked ? '☑' : '☐' },
    [frame, ...(checked ? [tick] : [])],
  )
}
