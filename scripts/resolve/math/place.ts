/** From an offset in a formula's TeX to its line and column in the file. */
import type { VFile } from 'vfile'
import type { BlockMath, InlineMath, Place } from '../../model.ts'

/**
 * The TeX is what the file says without what does not belong to it: the marks of a quotation at the begin of its lines,
 * the backslash before the `|` in a table.
 *
 * @param from offset in `value`; without it, all of the formula is meant
 * @param to behind the last character
 * @returns undefined for a formula whose place in the file is not known
 */
export function placeInSource(
  file: VFile,
  { position, value }: InlineMath | BlockMath,
  from?: number,
  to = from,
): Place | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  if (!position || start === undefined || end === undefined || from === undefined || to === undefined)
    return position
  const source = String(file.value).slice(start, end)
  const offsets = offsetsOf(source, value)
  const [first, last] = [offsets[from], offsets[Math.max(from, to - 1)]]
  if (first === undefined || last === undefined) return position
  const pointAt = (offset: number) => {
    const lines = source.slice(0, offset).split(/\r\n|\r|\n/)
    const column = (lines.length === 1 ? position.start.column : 1) + (lines.at(-1)?.length ?? 0)
    return { line: position.start.line + lines.length - 1, column, offset: start + offset }
  }
  return { start: pointAt(first), end: pointAt(last + 1) }
}

/** For each character of the value, where it stands in the source. */
function offsetsOf(source: string, value: string): number[] {
  const offsets: number[] = []
  let at = /^\$*/.exec(source)?.[0].length ?? 0
  for (const character of value) {
    const wanted = character === '\n' ? /[\r\n]/ : undefined
    while (at < source.length && !(wanted ? wanted.test(source[at] ?? '') : source.startsWith(character, at)))
      at++
    for (let unit = 0; unit < character.length; unit++) offsets.push(at + unit)
    at += character.length
  }
  return offsets
}
