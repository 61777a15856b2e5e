/** Trees as one line of text, for the tests of blocks. */
import type { Nodes } from 'mdast'

/** `list(a.: item(paragraph(satu)))`; lines of a text are parted by `⏎`. */
export function shape(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\n/g, '⏎')
  const facts = node.type === 'list' && node.data?.marker ? `${node.data.marker}: ` : ''
  const name = NAMES[node.type] ?? node.type
  if (node.type === 'code') return `code(${node.value.replace(/\n/g, '⏎')})`
  return 'children' in node ? `${name}(${facts}${node.children.map(shape).join(' ')})` : name
}

const NAMES: Readonly<Record<string, string>> = {
  paragraph: 'p',
  listItem: 'item',
  definitionList: 'dl',
  definitionTerm: 'dt',
  definitionDescription: 'dd',
}
