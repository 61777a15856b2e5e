/** The running text of a block as one string, emphasis included, and where each of its characters stands in the file. */
import type { Nodes, PhrasingContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Place } from '../../../model.ts'
import { isEscaped, lineStarts } from '../../source-places.ts'

/** What is no text: notes, code, links. No citation goes over it. */
const OTHER = '\uFFFC'
/** A citation by key: what follows it reads as behind one that is typed. */
export const CITED = '\uFFFB'

interface Piece {
  readonly node: Text
  readonly parent: { children: PhrasingContent[] }
  /** Where it begins in the text of the block. */
  readonly start: number
  readonly value: string
  /** Offsets in the file, one a character, as far as they are known. */
  offsets?: Uint32Array
}

export interface FlatText {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** @param block a paragraph, a cell, a line of sources */
export function flatten(block: Extract<Nodes, { children: unknown }>): FlatText {
  let text = ''
  const pieces: Piece[] = []
  const walk = (parent: { children: PhrasingContent[] }) => {
    for (const node of parent.children) {
      if (node.type === 'text') {
        pieces.push({ node, parent, start: text.length, value: node.value })
        text += node.value
      } else if (node.type === 'emphasis' || node.type === 'strong') walk(node)
      else text += node.type === 'citation' ? CITED : OTHER
    }
  }
  walk(block as { children: PhrasingContent[] })
  return { text, pieces }
}

/** Puts a node in the place of a part of the text. Parts are to be replaced from the last to the first. */
export function replacePart(
  { pieces }: FlatText,
  start: number,
  end: number,
  node: PhrasingContent,
): boolean {
  const first = pieceAt(pieces, start)
  const last = pieceAt(pieces, end - 1)
  if (!first || !last || first.parent !== last.parent) return false
  const { children } = first.parent
  const [from, to] = [children.indexOf(first.node), children.indexOf(last.node)]
  const after = last.node.value.slice(end - last.start)
  const { position } = last.node
  const rest: Text = { type: 'text', value: after }
  if (position && node.position) rest.position = { start: node.position.end, end: position.end }
  first.node.value = first.value.slice(0, start - first.start)
  if (first.node.position && node.position) {
    first.node.position = { start: first.node.position.start, end: node.position.start }
  }
  const kept = first.node.value === '' ? [] : [first.node]
  children.splice(from, to - from + 1, ...kept, node, ...(after === '' ? [] : [rest]))
  return true
}

/** Pieces are in order. */
function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let [low, high] = [0, pieces.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.start ?? 0) <= at) low = middle
    else high = middle
  }
  return pieces[low]
}

export interface SourcePart {
  /** Offsets in the file. */
  readonly start: number
  readonly end: number
  readonly place: Place
}

export interface SourceMap {
  /** Where a part of the text stands, or undefined where that is not known for every character. */
  part(flat: FlatText, start: number, end: number): SourcePart | undefined
  readonly source: string
}

/** Finds parts of texts in a file. */
export function sourceMap(file: VFile): SourceMap {
  const source = String(file.value)
  let lines: readonly number[] | undefined
  const pointOf = (offset: number): Place['start'] => {
    lines ??= lineStarts(source)
    let [low, high] = [0, lines.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((lines[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset }
  }
  return {
    source,
    part(flat, start, end) {
      const from = offsetAt(flat, start, source)
      const last = offsetAt(flat, end - 1, source)
      if (from === undefined || last === undefined) return undefined
      return {
        start: from,
        end: last + 1,
        place: { start: pointOf(from), end: pointOf(last + 1) },
      }
    },
  }
}

function offsetAt({ pieces }: FlatText, at: number, source: string): number | undefined {
  const piece = pieceAt(pieces, at)
  if (!piece) return undefined
  piece.offsets ??= align(piece, source)
  return piece.offsets[at - piece.start]
}

/** Was the character meant as it is, by a backslash? */
export function isWrittenOff(source: string, offset: number): boolean {
  return isEscaped(source, offset)
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iy
const MARK = /[!-/:-@[-`{-~]/

/**
 * Walks through the value of a text and what was written for it side by side: escapes, entities, and what stands between
 * lines (blanks, `>`) have no character in the value. It ends where the two differ: cells of a grid go on elsewhere.
 */
function align({ node, value }: Piece, source: string): Uint32Array {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (start === undefined || end === undefined) return new Uint32Array(0)
  const offsets = new Uint32Array(value.length)
  let [at, from] = [0, start]
  for (; at < value.length && from < end; at++) {
    const wanted = value[at] ?? ''
    if (wanted === '\n' || wanted === '\r') {
      // Blanks at the end of a line are dropped.
      while (from < end && /[ \t]/.test(source[from] ?? '')) from++
    } else if (at > 0 && /[\n\r]/.test(value[at - 1] ?? '')) {
      while (from < end && /[ \t>]/.test(source[from] ?? '') && source[from] !== wanted) from++
    }
    const written = source[from]
    if (written === '\\' && MARK.test(source[from + 1] ?? '')) {
      if (source[from + 1] !== wanted) break
      offsets[at] = from + 1
      from += 2
      continue
    }
    ENTITY.lastIndex = from
    const entity = written === '&' ? ENTITY.exec(source)?.[0] : undefined
    if (entity !== undefined && value.slice(at, at + entity.length) !== entity) {
      // One sign; those of two are rare and end the walk.
      offsets[at] = from + entity.length - 1
      from += entity.length
      continue
    }
    if (written !== wanted) break
    offsets[at] = from++
  }
  return offsets.slice(0, at)
}
