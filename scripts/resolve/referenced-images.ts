/** `![Caption][map]` with `[map]: map.png` further down is an image like all others. */
import type { Definition, Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** In place. */
export function setReferencedImages(tree: Root): void {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  if (definitions.size === 0) return
  visit(tree, 'imageReference', (node, index, parent) => {
    const definition = definitions.get(node.identifier)
    if (!definition || !parent || index === undefined) return
    const { url, title } = definition
    const image: Image = {
      type: 'image',
      url,
      title: title ?? null,
      alt: node.alt ?? '',
      ...(node.position ? { position: node.position } : {}),
    }
    parent.children[index] = image
  })
}
