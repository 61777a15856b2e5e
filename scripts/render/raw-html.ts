/** What HTML typed by hand may leave in a chapter that paper and pages cannot take. */
import type { ElementContent, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import { element } from './elements.ts'

/** What stands by itself; all else is part of a line. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|ul)$/

/** The unified plugin, for trees in which HTML was parsed. */
export function rehypeTidyHtml() {
  return (tree: Root): void => {
    unfold(tree)
    tree.children = inParagraphs(tree.children)
  }
}

/** On paper nothing opens: what is folded away would be lost. */
function unfold(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'details') node.tagName = 'div'
    if (node.tagName === 'summary') node.tagName = 'p'
  })
}

/** Words between blocks, as the parser leaves them behind a block within a paragraph, become paragraphs. */
function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = []
  let words: ElementContent[] = []
  const close = () => {
    if (words.some(isShown)) blocks.push(element('p', {}, words))
    words = []
  }
  for (const node of nodes) {
    if (node.type === 'doctype') continue
    if (node.type === 'element' && BLOCKS.test(node.tagName)) {
      close()
      blocks.push(node)
    } else words.push(node)
  }
  close()
  return blocks
}

function isShown(node: ElementContent): boolean {
  return node.type === 'element' || (node.type === 'text' && node.value.trim() !== '')
}
