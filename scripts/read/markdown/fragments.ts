/**
 * Pieces of a file that are Markdown by themselves: the cells of a grid table, what stands in `<center>`. They are parsed
 * as the whole file is, and every place in them is one of the file.
 */
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
// Its types say where the parser is kept.
import type {} from 'remark-parse'
import type { Processor } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
// Its messages carry diagnostics.
import type {} from '../../diagnostics.ts'
import type { CiteItem, Place } from '../../model.ts'

/** A line of a piece, and where it begins in the file. */
export interface FragmentLine {
  readonly text: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** From 0. */
  readonly offset: number
}

export interface Fragments {
  readonly file: VFile
  /** The lines of the file. */
  rows(): readonly string[]
  /** Parses a piece; the notes written in it are moved to the end of the file's tree. */
  parse(lines: readonly FragmentLine[]): RootContent[]
}

/** Pieces may have pieces, as deep as this: deeper they are text. */
const DEEPEST = 4

/** Lets a plugin go on with the tree of a file once it is parsed. It is used behind `remark-parse`. */
export function afterParsing(processor: Processor, rework: (tree: Root, fragments: Fragments) => void): void {
  const inner = processor.parser
  if (!inner) throw new Error('a parser must be used before this plugin')
  let depth = 0
  processor.parser = (document: string, file: VFile): Root => {
    const tree = inner(document, file) as Root
    const notes: FootnoteDefinition[] = []
    let labels: readonly string[] | undefined
    let rows: readonly string[] | undefined
    const parse = (lines: readonly FragmentLine[]): RootContent[] => {
      const plain = plainParagraph(lines, depth === DEEPEST)
      if (plain) return [plain]
      depth++
      try {
        labels ??= labelsIn(tree)
        const found = parseFragment(lines, labels, (text) => {
          const part = new VFile({ path: file.path, value: text })
          // The parser as it stands when all plugins are in.
          const parsed = (processor.parser as (document: string, file: VFile) => Root)(text, part)
          for (const told of part.messages) file.messages.push(moved(told, lines))
          return parsed
        })
        notes.push(...found.notes)
        return found.children
      } finally {
        depth--
      }
    }
    rework(tree, { file, rows: () => (rows ??= document.split('\n')), parse })
    tree.children.push(...notes)
    return tree
  }
}

/** What needs no parser: words and numbers, which most cells hold. "-" alone is the sign for nothing, no list. */
const PLAIN = /^(?!\d+[.)](?:\s|$)|[-+*]\s|www\.|-{2})[\p{L}\p{N}%(][\p{L}\p{N} .,;()%°–-]*$|^[-+*–]$/u

function plainParagraph(lines: readonly FragmentLine[], always: boolean): RootContent | undefined {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const [first] = written
  const last = written.at(-1)
  if (!first || !last || !(always || (written.length === 1 && PLAIN.test(first.text)))) return undefined
  const position = {
    start: { line: first.line, column: first.column, offset: first.offset },
    end: {
      line: last.line,
      column: last.column + last.text.length,
      offset: last.offset + last.text.length,
    },
  }
  const value = written.map(({ text }) => text.trim()).join('\n')
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position }
}

function parseFragment(
  lines: readonly FragmentLine[],
  labels: readonly string[],
  parse: (text: string) => Root,
): { readonly children: RootContent[]; readonly notes: FootnoteDefinition[] } {
  const text = lines.map((line) => line.text).join('\n')
  const tree = parse(`${text}${text.includes('[') ? definitionsFor(text, labels) : ''}`)
  const [first] = lines
  const own = tree.children.filter((node) => (node.position?.start.line ?? 1) <= lines.length)
  const children = own.filter((node) => !isWrittenNote(node))
  const notes = own.filter(isWrittenNote)
  for (const node of [...children, ...notes]) {
    movePlaces(node, lines)
    visit(node, (part) => {
      const isNote = part.type === 'footnoteReference' || part.type === 'footnoteDefinition'
      // A note within the text is known by its place in the piece: here by its place in the file.
      if (isNote && part.identifier.includes(' '))
        part.identifier = `${part.identifier} ${first?.line}:${first?.column}`
    })
  }
  return { children, notes }
}

function isWrittenNote(node: RootContent): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition' && node.identifier.includes(' ')
}

/** Links and notes that are defined in the file: `[map]`, `[^1]`. */
function labelsIn(home: Root): string[] {
  const found = new Set<string>()
  visit(home, (node) => {
    if (node.type === 'definition') found.add(`[${node.label ?? node.identifier}]`)
    // A note within the text has no label.
    if (node.type === 'footnoteDefinition' && !node.identifier.includes(' '))
      found.add(`[^${node.label ?? node.identifier}]`)
  })
  return [...found]
}

/** A piece by itself does not know what is defined elsewhere: it is told so of what it names. */
function definitionsFor(text: string, labels: readonly string[]): string {
  const written = text.toLowerCase()
  const named = labels.filter((label) => written.includes(label.toLowerCase()))
  return named.map((label) => `\n\n${label}: x`).join('')
}

/** From places in the piece to places in the file. */
function movePlaces(tree: Nodes, lines: readonly FragmentLine[]): void {
  const move = <Point extends Place['start']>(point: Point): Point => movedPoint(point, lines)
  const item = (from: CiteItem): CiteItem => ({
    ...from,
    ...(from.place ? { place: { start: move(from.place.start), end: move(from.place.end) } } : {}),
    ...(from.within ? { within: item(from.within) } : {}),
  })
  visit(tree, (node) => {
    if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) }
    if (node.type === 'citation') node.items = node.items.map(item)
  })
}

function movedPoint<Point extends Place['start']>(point: Point, lines: readonly FragmentLine[]): Point {
  const line = lines[point.line - 1] ?? lines.at(-1)
  if (!line) return point
  const { column } = point
  return { ...point, line: line.line, column: line.column + column - 1, offset: line.offset + column - 1 }
}

/** What was told of a piece, at its place in the file. */
function moved(told: VFile['messages'][number], lines: readonly FragmentLine[]): typeof told {
  const { diagnostic } = told
  if (!diagnostic?.place) return told
  const { start, end } = diagnostic.place
  const place = { start: movedPoint(start, lines), end: movedPoint(end, lines) }
  told.diagnostic = { ...diagnostic, place }
  told.line = place.start.line
  told.column = place.start.column
  told.place = place as NonNullable<typeof told.place>
  return told
}
