/** Reads a page as a person does. */
import { readFileSync } from 'node:fs'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** The words of an HTML file, white space made one; what styles and drawings hold is left out. */
export function readPage(path: string): string {
  const tree = fromHtml(readFileSync(path, 'utf8'))
  visit(tree, 'element', (node) => {
    if (['style', 'script', 'svg', 'title'].includes(node.tagName)) node.children = []
  })
  return textOf(tree).replace(/\s+/g, ' ')
}
