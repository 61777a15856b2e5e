/** Offsets in a text to lines and columns. */
import type { Place } from './model.ts'

/** From the first character to behind the last one. */
export type Span = readonly [from: number, to: number]

/** Makes the function that tells the place of a span of `text`. */
export function placesIn(text: string): (span: Span) => Place {
  const starts = [0]
  for (const { 0: ending, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + ending.length)
  const point = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }
  return ([from, to]) => ({ start: point(from), end: point(to) })
}
