/**
 * Definition lists as pandoc has them: a line with the term, and `: ` before each definition on the lines below it, with
 * a blank line between or without. A `: ` beside a table is its caption.
 */
import type { Paragraph, Parent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../model.ts'
import { splitLines } from '../figure-lines.ts'
import { dropLeadingText, inlineText } from '../heading-text.ts'

const MARK = /^\s*[:~]\s+/

/** In place, at any depth. */
export function joinDefinitionLists(tree: Root, file: VFile): void {
  joinBelow(tree, file)
}

function joinBelow(parent: Parent, file: VFile): void {
  const nodes = parent.children as RootContent[]
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type === 'paragraph') joinAt(nodes, at, node, file)
    else if (node && 'children' in node) joinBelow(node, file)
  }
}

function joinAt(nodes: RootContent[], at: number, first: Paragraph, file: VFile): void {
  const items = itemsIn(first, nodes[at + 1], nodes[at + 2], file)
  if (!items) return
  let end = at + items.taken
  const children = [...items.children]
  for (let node = nodes[end]; node?.type === 'paragraph'; node = nodes[end]) {
    const more =
      itemsIn(node, nodes[end + 1], nodes[end + 2], file) ?? furtherDefinition(node, nodes[end + 1], file)
    if (!more) break
    children.push(...more.children)
    end += more.taken
  }
  const [start, last] = [children[0]?.position, children.at(-1)?.position]
  const list: DefinitionList = {
    type: 'definitionList',
    children,
    ...(start && last ? { position: { start: start.start, end: last.end } } : {}),
  }
  nodes.splice(at, end - at, list)
}

interface Items {
  readonly children: DefinitionList['children']
  /** How many nodes they were. */
  readonly taken: number
}

/** A paragraph with a term and its definitions, or one with a term and a paragraph with definitions behind it. */
function itemsIn(
  first: Paragraph,
  second: RootContent | undefined,
  third: RootContent | undefined,
  file: VFile,
): Items | undefined {
  if (isMarked(first)) return undefined
  const lines = splitLines(first, file)
  const from = lines.findIndex(isMarked)
  if (from > 0)
    return { children: [...lines.slice(0, from).map(term), ...definitions(lines.slice(from))], taken: 1 }
  if (
    from < 0 &&
    lines.length === 1 &&
    second?.type === 'paragraph' &&
    isMarked(second) &&
    third?.type !== 'table'
  )
    return { children: [...lines.map(term), ...definitions(splitLines(second, file))], taken: 2 }
  return undefined
}

function furtherDefinition(node: Paragraph, next: RootContent | undefined, file: VFile): Items | undefined {
  if (!isMarked(node) || next?.type === 'table') return undefined
  return { children: definitions(splitLines(node, file)), taken: 1 }
}

function isMarked({ children }: Paragraph): boolean {
  return MARK.test(inlineText(children))
}

function term({ children, position }: Paragraph): DefinitionTerm {
  return { type: 'definitionTerm', children, ...(position ? { position } : {}) }
}

/** A line without a mark goes on with the definition before it. */
function definitions(lines: readonly Paragraph[]): DefinitionDescription[] {
  const found: DefinitionDescription[] = []
  for (const line of lines) {
    const mark = MARK.exec(inlineText(line.children))
    const before = found.at(-1)
    if (!mark && before) {
      before.children.push({ type: 'text', value: '\n' }, ...line.children)
      continue
    }
    if (mark) dropLeadingText(line.children, mark[0].length)
    const { children, position } = line
    found.push({ type: 'definitionDescription', children, ...(position ? { position } : {}) })
  }
  return found
}
