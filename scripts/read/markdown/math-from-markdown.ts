/** Math from micromark's tokens to nodes of the tree, named and shaped as mdast has them. */
import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { CompileContext, Extension, Handle, Token } from 'mdast-util-from-markdown'
import { visit } from 'unist-util-visit'

/** The mdast-util-from-markdown extension. */
export function mathFromMarkdown(): Extension {
  return {
    canContainEols: ['inlineMath', 'math'],
    enter: { mathText: enterText, mathFlow: enterFlow, mathValue: enterValue },
    exit: { mathText: exitMath, mathFlow: exitMath, mathValue: exitValue, mathMeta: exitMeta },
    transforms: [liftMath],
  }
}

function enterText(this: CompileContext, token: Token): void {
  const display = this.sliceSerialize(token).startsWith('$$')
  this.enter({ type: 'inlineMath', value: '', ...(display ? { display } : {}) }, token)
  this.buffer()
}

function enterFlow(this: CompileContext, token: Token): void {
  this.enter({ type: 'math', value: '' }, token)
  this.buffer()
}

function exitMath(this: CompileContext, token: Token): void {
  const value = this.resume().trim()
  const node = this.stack.at(-1)
  if (node?.type === 'math' || node?.type === 'inlineMath') node.value = value
  this.exit(token)
}

/** Kept as it is typed until the captions are read: `{#eq:x}`. */
function exitMeta(this: CompileContext, token: Token): void {
  const node = this.stack.findLast(({ type }) => type === 'math')
  if (node?.type === 'math') node.meta = this.sliceSerialize(token)
}

function enterValue(this: CompileContext, token: Token): void {
  ;(this.config.enter.data as Handle).call(this, token)
}

function exitValue(this: CompileContext, token: Token): void {
  ;(this.config.exit.data as Handle).call(this, token)
}

const META = /^\s*(\{[^{}]*\})?\s*$/

/** A paragraph of nothing but `$$…$$`, as stands on the line below some text's end, is math by itself. */
function liftMath(tree: Root): void {
  visit(tree, 'paragraph', (paragraph: Paragraph, index, parent) => {
    const [first, second, ...others] = paragraph.children
    if (!parent || index === undefined || first?.type !== 'inlineMath' || !first.display) return
    const meta = metaOf(second)
    if (others.length > 0 || meta === undefined) return
    const { value } = first
    const position = paragraph.position ? { position: paragraph.position } : {}
    parent.children[index] = { type: 'math', value, ...(meta ? { meta } : {}), ...position }
  })
}

function metaOf(node: PhrasingContent | undefined): string | undefined {
  if (!node) return ''
  const match = node.type === 'text' ? META.exec(node.value) : undefined
  return match ? (match[1] ?? '') : undefined
}
