/** Fences of divs from micromark's tokens to nodes of the tree. */
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'

/** The mdast-util-from-markdown extension. */
export function divFromMarkdown(): Extension {
  return { enter: { divFence: enterFence }, exit: { divFence: exitFence } }
}

const INFO = /^:+[ \t]*(\{.*\}|[^\s:]*)/

function enterFence(this: CompileContext, token: Token): void {
  const info = INFO.exec(this.sliceSerialize(token))?.[1]
  this.enter({ type: 'divFence', ...(info ? { info } : {}) }, token)
}

function exitFence(this: CompileContext, token: Token): void {
  this.exit(token)
}
