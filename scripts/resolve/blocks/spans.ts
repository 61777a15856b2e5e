/** Tells the classes of spans that nothing is known of. */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../../diagnostics.ts'
import { unknownClass } from './messages.ts'

/** What the style sheet knows. */
const CLASSES = ['smallcaps', 'underline']
/** The same by another name, and pandoc's own of no use here. */
const HARMLESS = /^(?:sc|ul|nocase|nodecor|unnumbered|unlisted|citation|csl-.*)$/

export function checkSpans(tree: Root, file: VFile): void {
  visit(tree, 'bracketedSpan', ({ classes, position }) => {
    for (const name of classes) {
      if (CLASSES.includes(name) || HARMLESS.test(name)) continue
      const facts = { name, near: nearest(name, CLASSES), known: CLASSES }
      tell(file, unknownClass, facts, { place: position })
    }
  })
}
