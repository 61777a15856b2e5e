/** `# Pendahuluan` -> BAB I over PENDAHULUAN; `## Latar Belakang` -> 1.1 and the title. */
import type { Element } from 'hast'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element, span } from '../elements.ts'
import type { RenderOptions } from '../options.ts'
import { divProperties } from './blocks.ts'

export function headingHandler({ profile }: RenderOptions) {
  const { two_lines: twoLines } = profile.chapter_heading
  return (state: State, node: Heading): Element => {
    const section = node.data?.section
    const title = state.all(node)
    const tagName = `h${node.depth}`
    const div = node.data?.div
    const properties = { ...(section ? { id: section.id } : {}), ...(div ? divProperties(div) : {}) }
    // The blank belongs to the number: bookmarks and copied text keep it where it is shown, not where it collapses.
    const number = section?.number ? [span('number', [`${section.number} `])] : []
    if (node.depth > 1) return element(tagName, properties, [...number, span('title', title)])
    const lineBreak = number.length > 0 && twoLines ? [element('br', {})] : []
    return element(tagName, properties, [...number, ...lineBreak, ...title])
  }
}
