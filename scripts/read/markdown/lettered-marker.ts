/** The markers of lists that Markdown does not know: `a.`, `a)`, `(a)`, `A)`, `i.`, `(1)`. */
import type { ListMarker } from '../../model.ts'
import { toRoman } from '../../numerals.ts'

/** Of a list, as its items carry it. */
export interface MarkerStyle {
  readonly marker: ListMarker
  readonly opening: '(' | ''
  readonly numeral: '1' | 'a' | 'A' | 'i'
  readonly closing: '.' | ')'
}

/** Longest inside of a marker: `xxxviii`. */
export const LONGEST_VALUE = 7

/**
 * The style of a list that begins with a marker; it begins at the beginning.
 * @param value what stands before the dot or bracket
 */
export function styleOf(opening: boolean, value: string, closing: '.' | ')'): MarkerStyle | undefined {
  if (!/^[1aAi]$/.test(value)) return undefined
  const numeral = value as MarkerStyle['numeral']
  // `1.` and `1)` are Markdown's own.
  if (opening ? closing === '.' : numeral === '1') return undefined
  const marker = `${opening ? '(' : ''}${value}${closing}` as ListMarker
  return { marker, opening: opening ? '(' : '', numeral, closing }
}

/** The inside of a list's nth marker, from 1. */
export function insideOf({ numeral }: MarkerStyle, position: number): string | undefined {
  if (numeral === '1') return String(position)
  if (numeral === 'i') return toRoman(position).toLowerCase()
  if (position > 26) return undefined
  return String.fromCharCode(numeral.charCodeAt(0) + position - 1)
}
