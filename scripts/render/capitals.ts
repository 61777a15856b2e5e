/** Capital letters in the text itself, so that bookmarks, contents and copied text have them too. */
import type { ElementContent } from 'hast'
import type { Language } from '../model.ts'

export function upperCase(nodes: readonly ElementContent[], language: Language): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type === 'text') return { ...node, value: node.value.toLocaleUpperCase(language) }
    // What a computer reads has its own capitals, and that of a symbol is another one.
    if (node.type === 'element' && /^(?:code|math)$/.test(node.tagName)) return node
    if (node.type === 'element') return { ...node, children: upperCase(node.children, language) }
    return node
  })
}
