/**
 * Blocks of code as one block a line, so that pages end between lines, a long line goes on below its own beginning, and
 * lines can be numbered. The unified plugin, for trees that hold nothing unsafe any more.
 */

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf, hasClass } from './classes.ts'
import { element } from './elements.ts'
import { lineNumber } from './line-number.ts'

export interface CodeLinesOptions {
  /** Number the lines of every block, not only of those that ask for it. */
  readonly numbered: boolean
}

const TAB = 4
/** Blocks of up to so many rows stay on one page. */
const MOST_ROWS_WHOLE = 8
/** Characters that surely fit in a row. A longer line hangs where it goes on. */
const ROW = 56
/** A line that is indented by more goes on as if it were indented by so many. */
const DEEPEST_HANG = 24
/** What a block of lines may hold: parts of a line. */
const INLINE = /^(?:a|abbr|b|br|code|del|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)$/
/** Drawn from what they say: see the options of `resolve/code`. */
const DRAWN = 'language-mermaid'

export function rehypeCodeLines({ numbered }: CodeLinesOptions) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'pre' || !parent || index === undefined) return undefined
      const [only, ...others] = node.children
      const code = only?.type === 'element' && only.tagName === 'code' && others.length === 0 ? only : node
      if (hasClass(code, DRAWN) || !isInline(code)) return SKIP
      const lines = linesOf(code.children)
      if (lines.at(-1)?.every(isEmpty)) lines.pop()
      if (lines.length === 0) {
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      const { dataStartFrom, ...properties } = code.properties
      code.properties = properties
      const asked = Number(dataStartFrom ?? Number.NaN)
      const first = Number.isSafeInteger(asked) && asked >= 0 ? asked : 1
      const isNumbered = code !== node && (numbered || dataStartFrom !== undefined)
      const texts = lines.map((line) => expandTabs(line))
      code.children = lines.map((line, at) =>
        lineElement(line, texts[at] ?? '', isNumbered ? first + at : undefined),
      )
      const rows = texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / ROW)), 0)
      const digits = String(first + lines.length - 1).length
      node.properties = {
        ...node.properties,
        className: [
          ...classesOf(node),
          'code',
          ...(rows <= MOST_ROWS_WHOLE ? ['whole'] : []),
          ...(isNumbered ? ['numbered'] : []),
        ],
        ...(isNumbered ? { style: `--digits:${digits}` } : {}),
      }
      return SKIP
    })
  }
}

/** The line break stands in its line, so that copied text has it. */
function lineElement(content: ElementContent[], text: string, number: number | undefined): Element {
  const hang = Math.min(/^ */.exec(text)?.[0].length ?? 0, DEEPEST_HANG)
  return element(
    'span',
    {
      className: text.trim() === '' ? ['line', 'blank'] : ['line'],
      ...(text.length > ROW && hang > 0 ? { style: `--hang:${hang}` } : {}),
    },
    [...(number === undefined ? [] : [lineNumber(number)]), ...content, '\n'],
  )
}

/** Parts of a line that go on over several, as comments do, begin anew on each. */
function linesOf(nodes: readonly RootContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([])
    else if (node.type === 'element') {
      const [first = [], ...others] = linesOf(node.children)
      lines.at(-1)?.push({ ...node, children: first })
      const { id: _, ...properties } = node.properties
      for (const children of others) lines.push([{ ...node, properties, children }])
    } else if (node.type === 'text') {
      for (const [at, value] of node.value.split(/\r\n|\r|\n/).entries()) {
        if (at > 0) lines.push([])
        if (value !== '') lines.at(-1)?.push({ type: 'text', value })
      }
    }
  }
  return lines
}

/** Tabs become blanks up to the next stop, in place: a printed file has none. @returns the text of the line */
function expandTabs(line: readonly ElementContent[], before = ''): string {
  let text = before
  for (const node of line) {
    if (node.type === 'element') text = expandTabs(node.children, text)
    else if (node.type === 'text') {
      const start = text.length
      for (const [at, part] of node.value.split('\t').entries()) {
        if (at > 0) text += ' '.repeat(TAB - (text.length % TAB))
        text += part
      }
      node.value = text.slice(start)
    }
  }
  return text
}

function isInline(node: Element): boolean {
  return node.children.every(
    (child) => child.type !== 'element' || (INLINE.test(child.tagName) && isInline(child)),
  )
}

function isEmpty(node: ElementContent): boolean {
  return node.type === 'element' && node.children.every(isEmpty) && node.properties.dataNote === undefined
}
