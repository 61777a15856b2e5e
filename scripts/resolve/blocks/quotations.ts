/** Tells quotations within a paragraph that are so long that the profile wants them to stand by themselves. */

import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../../diagnostics.ts'
import { countWords } from '../../words.ts'
import { inlineText } from '../heading-text.ts'
import { longInlineQuote } from './messages.ts'

const QUOTED = /“([^“”]+)”/g

/** @param least words of a quotation that stands by itself; undefined where the campus says nothing */
export function checkQuotations(tree: Root, file: VFile, least: number | undefined): void {
  if (least === undefined) return
  visit(tree, (node) => {
    if (node.type === 'blockquote') return SKIP
    if (node.type !== 'paragraph') return undefined
    for (const [, quoted = ''] of inlineText(node.children).matchAll(QUOTED)) {
      const words = countWords(quoted)
      if (words >= least) tell(file, longInlineQuote, { words, least }, { place: node.position })
    }
    return undefined
  })
}
