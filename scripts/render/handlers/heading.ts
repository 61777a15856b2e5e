/** `# Pendahuluan` -> BAB I over PENDAHULUAN; `## Latar Belakang` -> 1.1 and the title. */
import type { Element } from 'hast'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element, span } from '../elements.ts'
import { upperCase } from '../letters.ts'
import type { RenderOptions } from '../options.ts'

export function headingHandler({ profile, language }: RenderOptions) {
  const { caps, two_lines: twoLines } = profile.chapter_heading
  return (state: State, node: Heading): Element => {
    const section = node.data?.section
    const title = state.all(node)
    const tagName = `h${node.depth}`
    const properties = section ? { id: section.id } : {}
    if (node.depth > 1) {
      const number = section?.number ? [span('number', [section.number]), ' '] : []
      return element(tagName, properties, [...number, span('title', title)])
    }
    const shown = caps ? upperCase(title, language) : title
    if (!section?.number) return element(tagName, properties, shown)
    // The blank beside the break keeps the two lines apart in bookmarks and copied text.
    const between = twoLines ? [' ', element('br', {})] : [' ']
    return element(tagName, properties, [span('number', [section.number]), ...between, ...shown])
  }
}
