/**
 * Lists whose letters were typed, as people who come from Word type them: "a. …" and "b. …" on lines or in paragraphs
 * that follow each other. Markdown knows only numbers.
 */
import type { List, ListItem, Paragraph, Parent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { LetterMarker } from '../../model.ts'
import { splitLines } from '../figure-lines.ts'
import { dropLeadingText, inlineText } from '../heading-text.ts'

const MARKER = /^\s*(?:([a-z])([.)])|\(([a-z])\))\s+(?=\S)/
const FIRST = 'a'.charCodeAt(0)

/** In place, at any depth: two items at least, from `a` on, none left out. */
export function joinLetteredLists(tree: Root, file: VFile): void {
  joinBelow(tree, file)
}

function joinBelow(parent: Parent, file: VFile): void {
  const nodes = parent.children as RootContent[]
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node && node.type !== 'paragraph' && 'children' in node) joinBelow(node, file)
    if (node?.type !== 'paragraph' || markerOf(node)?.letter !== 'a') continue
    const { items, taken, marker } = itemsFrom(nodes, at, file)
    if (items.length < 2) continue
    const [first, last] = [items[0]?.position, items.at(-1)?.position]
    const list: List = {
      type: 'list',
      ordered: true,
      start: 1,
      spread: false,
      children: items,
      data: { letters: marker },
      ...(first && last ? { position: { start: first.start, end: last.end } } : {}),
    }
    nodes.splice(at, taken, list)
  }
}

function itemsFrom(nodes: readonly RootContent[], from: number, file: VFile) {
  const items: ListItem[] = []
  let marker: LetterMarker = 'a.'
  let taken = 0
  for (let node = nodes[from]; node?.type === 'paragraph'; node = nodes[from + taken]) {
    const lines = splitLines(node, file)
    const found: ListItem[] = []
    for (const line of lines) {
      const typed = markerOf(line)
      const isNext = typed?.letter === String.fromCharCode(FIRST + items.length + found.length)
      if (isNext && (items.length + found.length === 0 || typed.marker === marker)) {
        marker = typed.marker
        dropLeadingText(line.children, typed.length)
        const { position } = line
        found.push({ type: 'listItem', spread: false, children: [line], ...(position ? { position } : {}) })
      } else {
        // A line without a letter goes on with the item before it.
        const before = found.at(-1)?.children[0]
        if (typed || before?.type !== 'paragraph') return { items, taken, marker }
        before.children.push({ type: 'text', value: '\n' }, ...line.children)
      }
    }
    items.push(...found)
    taken++
  }
  return { items, taken, marker }
}

function markerOf({
  children,
}: Paragraph): { letter: string; marker: LetterMarker; length: number } | undefined {
  const match = MARKER.exec(inlineText(children))
  if (!match) return undefined
  const [whole, letter, sign, inside] = match
  if (inside !== undefined) return { letter: inside, marker: '(a)', length: whole.length }
  return letter === undefined
    ? undefined
    : { letter, marker: sign === '.' ? 'a.' : 'a)', length: whole.length }
}
