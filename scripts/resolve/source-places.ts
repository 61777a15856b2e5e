/** Where a part of a text stands in its file: the tree has the text without its markup and escapes. */
import type { PhrasingContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Place } from '../model.ts'

type Point = Place['start']

export interface TextMatch {
  readonly match: RegExpExecArray
  /** Exact where the source tells, otherwise that of the whole text. */
  readonly place: Place | undefined
  /** Written behind a backslash: meant to be text. */
  readonly escaped: boolean
}

/**
 * What a pattern finds in a text node, each with its place. The matches of the text and of its source are taken for the
 * same when there are as many of both.
 * @param pattern global
 */
export function matchesIn(node: Text, pattern: RegExp, file: VFile): TextMatch[] {
  const matches = [...node.value.matchAll(pattern)]
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (matches.length === 0 || start === undefined || end === undefined)
    return matches.map((match) => ({ match, place: node.position, escaped: false }))
  const source = String(file.value)
  const written = [...source.slice(start, end).matchAll(pattern)]
  const exact = written.length === matches.length
  let at = node.position?.start
  const pointTo = (offset: number): Point | undefined => {
    at = at && pointBehind(at, offset, source)
    return at
  }
  return matches.map((match, index) => {
    const found = written[index]
    const offset = start + (found?.index ?? 0)
    const [from, to] = found && exact ? [pointTo(offset), pointTo(offset + found[0].length)] : []
    if (!from || !to) return { match, place: node.position, escaped: false }
    return { match, place: { start: from, end: to }, escaped: isEscaped(source, offset) }
  })
}

/** The place of a character behind a point: what lies between is read, and no more. */
function pointBehind(point: Point, offset: number, source: string): Point {
  const lines = source.slice(point.offset, offset).split(/\r\n|\n|\r/)
  const last = lines.at(-1)?.length ?? 0
  if (lines.length === 1) return { line: point.line, column: point.column + last, offset }
  return { line: point.line + lines.length - 1, column: last + 1, offset }
}

/**
 * The text with other nodes in place of its matches; what stays keeps its place.
 * @param make nothing for a match that stays text
 * @returns undefined when all stays text
 */
export function replaceMatches(
  node: Text,
  matches: readonly TextMatch[],
  make: (match: TextMatch) => readonly PhrasingContent[] | undefined,
): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = []
  let end = 0
  let after = node.position?.start
  for (const found of matches) {
    const { match, place } = found
    const made = make(found)
    if (!made) continue
    nodes.push(...textBetween(node.value.slice(end, match.index), after, place?.start), ...made)
    end = match.index + match[0].length
    after = place?.end
  }
  if (end === 0 && nodes.length === 0) return undefined
  return [...nodes, ...textBetween(node.value.slice(end), after, node.position?.end)]
}

function textBetween(value: string, start: Point | undefined, end: Point | undefined): Text[] {
  if (value === '') return []
  return [{ type: 'text', value, ...(start && end ? { position: { start, end } } : {}) }]
}

/** Is the character behind an odd number of backslashes? */
export function isEscaped(source: string, offset: number): boolean {
  let slashes = 0
  while (source[offset - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}

/** The offset of each line. */
export function lineStarts(source: string): number[] {
  return [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(({ 0: ending, index }) => index + ending.length)]
}

export function pointAt(offset: number, lines: readonly number[]): Place['start'] {
  const after = lines.findIndex((start) => start > offset)
  const line = after < 0 ? lines.length : after
  return { line, column: offset - (lines[line - 1] ?? 0) + 1, offset }
}
