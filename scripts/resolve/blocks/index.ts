/** Blocks that Markdown does not know, made of what it read. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { joinDivs } from './divs.ts'
import { checkSpans } from './spans.ts'

export { checkQuotations } from './quotations.ts'

/** Divs, in place, and the classes of spans; it runs before captions are read. */
export function joinBlocks(tree: Root, file: VFile): void {
  joinDivs(tree, file)
  checkSpans(tree, file)
}

/** {@link joinBlocks} as a unified plugin. */
export const remarkBlocks: Plugin<[], Root> = () => joinBlocks
