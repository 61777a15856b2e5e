/** Which files of a folder are chapters, and in which order, when `naskah.yaml` does not say. */
import { romanValue } from '../numerals.ts'

const NOT_CHAPTERS = /^(readme|changelog|license|contributing|catatan|notes)\b/i

/** The Markdown files among names, ordered by the number or roman numeral in the name, then by name. */
export function orderChapters(names: readonly string[]): string[] {
  return names
    .filter((name) => /\.(md|markdown)$/i.test(name) && !name.startsWith('.') && !NOT_CHAPTERS.test(name))
    .map((name) => ({ name, number: numberInName(name) }))
    .sort((a, b) => a.number - b.number || a.name.localeCompare(b.name, 'id', { numeric: true }))
    .map((entry) => entry.name)
}

/** `01-pendahuluan.md` 1, `BAB_III_METODE.md` 3, `bab2.md` 2; names without a number come last. */
export function numberInName(name: string): number {
  const stem = name.replace(/\.[^.]+$/, '')
  const named = /(?:^|[^a-z])(?:bab|chapter)[ _.-]*(?:(\d{1,3})(?!\d)|([ivxl]+)(?![a-z\d]))/i.exec(stem)
  const chapter = named?.[1] ? Number(named[1]) : romanValue(named?.[2] ?? '')
  if (chapter !== undefined) return chapter
  const digits = /(?:^|[^\d])(\d{1,3})(?!\d)/.exec(stem)
  if (digits?.[1]) return Number(digits[1])
  // Only capitals, and of the letters of chapter numbers: "DI" and "C" are words.
  const roman = stem.split(/[^\p{L}\d]+/u).find((word) => /^[IVX]+$/.test(word) && romanValue(word))
  return (roman && romanValue(roman)) || Number.POSITIVE_INFINITY
}
