/** Formulas from micromark's tokens to nodes of the tree. */
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import { SKIP, visit } from 'unist-util-visit'
import type { BlockMath, InlineMath } from '../../model.ts'

/** The mdast-util-from-markdown extension. @param oneLine nothing can be set apart */
export function mathFromMarkdown(oneLine: boolean): Extension {
  return {
    enter: { mathText: enterMath, mathDisplay: enterMath, mathUnclosed: enterMath },
    exit: {
      mathText: exitMath,
      mathDisplay: exitMath,
      mathUnclosed: exitMath,
      mathData: exitData,
      mathAttributes: exitAttributes,
    },
    transforms: [(tree) => settle(tree, oneLine)],
  }
}

function enterMath(this: CompileContext, token: Token): void {
  if (token.type === 'mathText') this.enter({ type: 'inlineMath', value: '' }, token)
  else
    this.enter(
      { type: 'math', value: '', ...(token.type === 'mathUnclosed' ? { unclosed: true } : {}) },
      token,
    )
  this.buffer()
}

function exitData(this: CompileContext, token: Token): void {
  this.config.enter.data?.call(this, token)
  this.config.exit.data?.call(this, token)
}

function exitAttributes(this: CompileContext, token: Token): void {
  const label = /^\{#([^\s{}]+)/.exec(this.sliceSerialize(token))?.[1]
  const node = this.stack.findLast((one) => one.type === 'math')
  if (node?.type === 'math' && label !== undefined) node.label = label
}

function exitMath(this: CompileContext, token: Token): void {
  const value = this.resume()
  const node = this.stack.at(-1)
  if (node?.type === 'inlineMath' || node?.type === 'math') node.value = value.replace(/\r\n?/g, '\n').trim()
  this.exit(token)
}

/** Where a line goes on, whatever stands in it. */
const IN_LINE = new Set([
  ...['heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference'],
  ...['superscript', 'subscript', 'inlineNote'],
])

/** What `$$` sets apart stands between paragraphs; where no block can stand, in the line. */
function settle(tree: Root, oneLine: boolean): void {
  visit(tree, 'math', (node, index, parent) => {
    if (!parent || index === undefined || !(oneLine || IN_LINE.has(parent.type))) return
    const { type: _, label: __, unclosed: ___, ...rest } = node
    parent.children[index] = { type: 'inlineMath', ...rest }
  })
  visit(tree, 'paragraph', (node, index, parent) => {
    if (!parent || index === undefined || !node.children.some(isSetApart)) return undefined
    const pieces = piecesOf(node)
    parent.children.splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
  visit(tree, (node) => {
    if ('children' in node) markContinuations(node.children)
    // In a cell, whatever it is in, `\|` is a vertical line.
    if (node.type === 'table') visit(node, 'inlineMath', setVerticalLines)
  })
}

function setVerticalLines(node: InlineMath): void {
  node.value = node.value.replaceAll('\\|', '|')
}

/** A formula among the words of a paragraph is there already while the tree is built. */
function isSetApart(node: Nodes): node is BlockMath {
  return node.type === 'math'
}

/** The formulas of a paragraph and the paragraphs between them. */
function piecesOf(paragraph: Paragraph): RootContent[] {
  const pieces: RootContent[] = []
  let words: PhrasingContent[] = []
  const close = () => {
    const kept = trimmed(words)
    const [first, last] = [kept[0]?.position, kept.at(-1)?.position]
    const position = first && last ? { position: { start: first.start, end: last.end } } : {}
    if (kept.length > 0) pieces.push({ type: 'paragraph', children: kept, ...position })
    words = []
  }
  for (const child of paragraph.children as (PhrasingContent | BlockMath)[]) {
    if (isSetApart(child)) {
      close()
      pieces.push(child)
    } else words.push(child)
  }
  close()
  return pieces
}

/** Without the blanks and line breaks at either end. */
function trimmed(words: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...words]
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  while (isBlank(kept[0])) kept.shift()
  while (isBlank(kept.at(-1))) kept.pop()
  const [first, last] = [kept[0], kept.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return kept
}

/** No blank line between a formula and the words behind it: the paragraph goes on. */
function markContinuations(nodes: readonly Nodes[]): void {
  for (const [at, node] of nodes.entries()) {
    const end = nodes[at - 1]?.type === 'math' ? nodes[at - 1]?.position?.end.line : undefined
    const start = node.position?.start.line
    if (node.type !== 'paragraph' || end === undefined || start === undefined || start > end + 1) continue
    node.data = { ...node.data, hProperties: { className: ['continues'] } }
  }
}
