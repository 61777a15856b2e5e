/** Blocks that Markdown does not know, made of what it read. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { joinDefinitionLists } from './definition-lists.ts'
import { joinDivs } from './divs.ts'
import { joinLetteredLists } from './lettered-lists.ts'
import { checkSpans } from './spans.ts'

export { checkQuotations } from './quotations.ts'

/** Divs, lettered lists and definition lists, in place, and the classes of spans; it runs before captions are read. */
export function joinBlocks(tree: Root, file: VFile): void {
  joinDivs(tree, file)
  joinLetteredLists(tree, file)
  joinDefinitionLists(tree, file)
  checkSpans(tree, file)
}

/** {@link joinBlocks} as a unified plugin. */
export const remarkBlocks: Plugin<[], Root> = () => joinBlocks
