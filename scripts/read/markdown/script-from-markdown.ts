/** Raised and lowered text from micromark's tokens to nodes of the tree. */
import type { Nodes } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import { visit } from 'unist-util-visit'

/** The mdast-util-from-markdown extension. */
export function scriptFromMarkdown(): Extension {
  return {
    enter: { superscript: enterScript, subscript: enterScript },
    exit: { superscript: exitScript, subscript: exitScript },
  }
}

function enterScript(this: CompileContext, token: Token): void {
  this.enter({ type: token.type === 'superscript' ? 'superscript' : 'subscript', children: [] }, token)
}

function exitScript(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1)
  if (node?.type === 'superscript' || node?.type === 'subscript') keepTogether(node)
  this.exit(token)
}

/** Every blank in there has its backslash, and becomes one that no line ends at. */
function keepTogether(script: Nodes): void {
  visit(script, 'text', (node) => {
    node.value = node.value.replaceAll('\\ ', '\u00A0')
  })
}
