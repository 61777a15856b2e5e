/** Shows the source line a finding is about, with a mark below the place. */
import type { Place } from '../model.ts'

interface CodeFrame {
  /** The line as a terminal shows it: tabs spread, control characters replaced, cut to the width. */
  readonly line: string
  /** Spaces, then one `^` for each column of the place. */
  readonly marker: string
}

const TAB = 4
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u
const NO_WIDTH = /^[\p{M}\p{Cf}]+$/u

/** What a reader sees as one character. */
interface Cell {
  readonly text: string
  /** Columns on a terminal: 0, 1 or 2; a tab up to 4. */
  readonly width: number
  /** The place is on it. */
  readonly marked: boolean
}

/**
 * @param text the whole file
 * @param width columns the line may take; a longer one is cut around the place
 * @returns undefined when the file has no such line or nothing stands on it
 */
export function codeFrame(text: string, place: Place, width = 96): CodeFrame | undefined {
  const source = text.split(/\r\n|\r|\n/)[place.start.line - 1]
  if (source === undefined || source.trim() === '') return undefined
  const from = Math.min(place.start.column - 1, source.length)
  const to = place.end.line > place.start.line ? source.trimEnd().length : place.end.column - 1
  const cells = cellsOf(source, from, Math.max(to, from + 1))
  const [first, last] = window(cells, width)
  const shown = cells.slice(first, last)
  if (first > 0) shown.unshift({ text: '…', width: 1, marked: false })
  if (last < cells.length) shown.push({ text: '…', width: 1, marked: false })
  const marks = shown.map((cell) => (cell.marked ? '^' : ' ').repeat(cell.width)).join('')
  return {
    line: shown
      .map((cell) => cell.text)
      .join('')
      .trimEnd(),
    marker: marks.trimEnd(),
  }
}

/** @param from offset of the place in the line, in UTF-16 units as columns count; `to` is exclusive */
function cellsOf(source: string, from: number, to: number): Cell[] {
  const cells: Cell[] = []
  let column = 0
  let marked = false
  for (const { segment, index } of new Intl.Segmenter('id', { granularity: 'grapheme' }).segment(source)) {
    const here = index < to && index + segment.length > from
    const [text, width] = shownAs(segment, column)
    cells.push({ text, width, marked: here })
    marked ||= here
    column += width
  }
  // The end of a line is a place too: where something is missing.
  if (!marked) cells.push({ text: ' ', width: 1, marked: true })
  return cells
}

function shownAs(segment: string, column: number): [text: string, width: number] {
  if (segment === '\t') {
    const width = TAB - (column % TAB)
    return [' '.repeat(width), width]
  }
  // Escape sequences in a thesis must not reach the terminal.
  if (/^\p{Cc}/u.test(segment)) return ['\ufffd', 1]
  if (NO_WIDTH.test(segment)) return /\p{M}/u.test(segment) ? [segment, 0] : ['', 0]
  return [segment, WIDE.test(segment) ? 2 : 1]
}

/** The cells to show: the start of the line where the place is on it, else a stretch around the place. */
function window(cells: readonly Cell[], width: number): [first: number, last: number] {
  const mark = Math.max(
    0,
    cells.findIndex((cell) => cell.marked),
  )
  const total = cells.reduce((sum, cell) => sum + cell.width, 0)
  if (total <= width) return [0, cells.length]
  const before = cells.slice(0, mark).reduce((sum, cell) => sum + cell.width, 0)
  let first = 0
  if (before > (width * 2) / 3) {
    let skip = before - Math.floor(width / 3)
    while (skip > 0) skip -= cells[first++]?.width ?? 1
  }
  let last = first
  for (let room = width - 2; last < cells.length && room >= (cells[last]?.width ?? 0); last++) {
    room -= cells[last]?.width ?? 0
  }
  return [first, last]
}
