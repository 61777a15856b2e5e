/** `\newpage` and `\pagebreak` alone in a paragraph, as pandoc's authors write them for LaTeX: a page begins there. */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type {} from 'remark-parse'
import type { Processor } from 'unified'

/** Several of them make one break. */
const BREAK = /^\\(?:newpage|pagebreak)(?:\s+\\(?:newpage|pagebreak))*$/

/** A unified plugin: adds page breaks between the blocks of a file. In lists, quotations and notes they stay text. */
export function remarkPageBreaks(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push({ transforms: [setPageBreaks] })
}

function setPageBreaks(tree: Root): void {
  tree.children = tree.children.map((node): RootContent => {
    if (node.type !== 'paragraph' || !isPageBreak(node)) return node
    return { type: 'pageBreak', ...(node.position ? { position: node.position } : {}) }
  })
}

/** Blanks at the end of a line make a `break` of it. */
function isPageBreak({ children }: Paragraph): boolean {
  return children.every((child, at) => (at % 2 === 0 ? isCommand(child) : child.type === 'break'))
}

/** What is escaped, `\\newpage`, is longer in the file than in the tree. */
function isCommand(node: PhrasingContent): boolean {
  if (node.type !== 'text' || !BREAK.test(node.value)) return false
  const { start, end } = node.position ?? {}
  return (end?.offset ?? 0) - (start?.offset ?? 0) === node.value.length
}
