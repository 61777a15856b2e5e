/** Breaks paragraphs into lines as Word does, as far as that is known: greedy, at full widths, without hyphenation. */
import type { FontMetrics, Style } from './font.ts'

export interface Letter {
  readonly text: string
  readonly style: Style
  /** No line ends behind it. */
  readonly held?: true
}

export interface Measure {
  /** pt, of all lines but the first */
  readonly width: number
  /** pt, what the first line begins further in */
  readonly indent: number
  /** pt */
  readonly size: number
}

export interface BrokenLine {
  readonly text: string
  /** pt, without the blank at its end */
  readonly width: number
  /** pt, by how much the line and what follows to the next break would not fit; undefined in a last line */
  readonly excess: number | undefined
}

/** The letters of `plain *italic* **bold**`. */
export function letters(markdown: string): Letter[] {
  return markdown.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).flatMap((part) => {
    const style = part.startsWith('**') ? 'bold' : part.startsWith('*') ? 'italic' : 'regular'
    return [...part.replaceAll('*', '')].map((text): Letter => ({ text, style }))
  })
}

/** The letters again, with no end of a line inside of any of these words. */
export function hold(paragraph: readonly Letter[], wholes: readonly string[]): Letter[] {
  const text = paragraph.map((letter) => letter.text).join('')
  const held = new Set<number>()
  for (const whole of wholes) {
    for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1))
      for (let inside = at; inside < at + whole.length - 1; inside++) held.add(inside)
  }
  return paragraph.map((letter, at) => (held.has(at) ? { ...letter, held: true } : letter))
}

export function breakLines(
  paragraph: readonly Letter[],
  fonts: Record<Style, FontMetrics>,
  { width, indent, size }: Measure,
): BrokenLine[] {
  const lines: BrokenLine[] = []
  const widthOf = (from: number, to: number) => {
    // Blanks at a line's end hang over its edge.
    while (to > from && paragraph[to - 1]?.text === ' ') to--
    let sum = 0
    for (const { text, style } of paragraph.slice(from, to)) sum += fonts[style].advance(text) * size
    return sum
  }
  for (let from = 0; from < paragraph.length; ) {
    const room = lines.length === 0 ? width - indent : width
    let [end, next] = [from, nextBreak(paragraph, from)]
    while (widthOf(from, next) <= room && end < paragraph.length) {
      end = next
      next = nextBreak(paragraph, end)
    }
    // A word wider than the line is cut where the line ends.
    if (end === from) while (widthOf(from, end + 1) <= room) end++
    const isLast = end === paragraph.length
    const text = paragraph.slice(from, end).map((letter) => letter.text)
    lines.push({
      text: text.join('').trimEnd(),
      width: widthOf(from, end),
      excess: isLast ? undefined : widthOf(from, next) - room,
    })
    from = end
  }
  return lines
}

/** Where the next line could begin at the earliest. */
function nextBreak(paragraph: readonly Letter[], from: number): number {
  for (let at = from; at < paragraph.length - 1; at++) {
    if (mayEndAfter(paragraph, at)) return at + 1
  }
  return paragraph.length
}

/**
 * After a blank, and inside a word after a hyphen or dash: never before one, never at a slash, a stop or a bracket.
 */
function mayEndAfter(paragraph: readonly Letter[], at: number): boolean {
  if (paragraph[at]?.held) return false
  const [before = '', here = '', after = ''] = [at - 1, at, at + 1].map((index) => paragraph[index]?.text)
  if (here === ' ') return after !== ' '
  return /[-\u2010\u2013\u2014]/.test(here) && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
}
