/** Where a part of a text stands in its file: the tree has the text without its markup and escapes. */
import type { Text } from 'mdast'
import type { VFile } from 'vfile'
import type { Place } from '../model.ts'

interface TextMatch {
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
  const lines = exact ? lineStarts(source) : []
  return matches.map((match, at) => {
    const found = written[at]
    if (!exact || !found) return { match, place: node.position, escaped: false }
    const from = start + found.index
    const place = { start: pointAt(from, lines), end: pointAt(from + found[0].length, lines) }
    return { match, place, escaped: isEscaped(source, from) }
  })
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
