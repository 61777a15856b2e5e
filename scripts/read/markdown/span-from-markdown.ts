/** Spans from micromark's tokens to nodes of the tree. */
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import { readSpanAttributes } from './span-attributes.ts'

/** The mdast-util-from-markdown extension. */
export function spanFromMarkdown(): Extension {
  return {
    enter: { bracketedSpan: enterSpan },
    exit: { bracketedSpan: exitSpan, bracketedSpanAttributes: exitAttributes },
    canContainEols: ['bracketedSpan'],
  }
}

function enterSpan(this: CompileContext, token: Token): void {
  this.enter({ type: 'bracketedSpan', classes: [], children: [] }, token)
}

function exitAttributes(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1)
  const attributes = readSpanAttributes(this.sliceSerialize(token).slice(1, -1))
  if (node?.type === 'bracketedSpan' && attributes) Object.assign(node, attributes)
}

function exitSpan(this: CompileContext, token: Token): void {
  this.exit(token)
}
