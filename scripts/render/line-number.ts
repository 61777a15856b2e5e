/**
 * The number of a line of code, drawn and not written: who copies the code does not copy the numbers, and they are no
 * part of the text that is compared with the printed file.
 */
import type { Element } from 'hast'
import { element, span } from './elements.ts'

/** Strokes of the digits in a box of 6 x 9, its upper left corner at 0,0. */
const DIGITS: readonly string[] = [
  'M3 0.5C0.2 0.5 0.2 8.5 3 8.5S5.8 0.5 3 0.5',
  'M1 2.2L3.2 0.5V8.5M1 8.5H5.4',
  'M0.8 2.2C1.2-0.1 5.2 0 5.2 2.6C5.2 4.6 2 5.6 0.7 8.5H5.4',
  'M0.8 1.6C1.6 0 5 0.1 5 2.4C5 3.9 3.6 4.2 2.4 4.2C3.8 4.2 5.3 4.7 5.3 6.3C5.3 9 1.4 9.1 0.6 7.3',
  'M4.2 8.5V0.5L0.5 6.2H5.6',
  'M5 0.5H1.4L1 4.1C2.2 3 5.3 3.1 5.3 5.8C5.3 9 1.5 9.1 0.7 7.3',
  'M4.9 1.3C3.2-0.4 0.8 1.2 0.8 5.3C0.8 9.4 5.3 9.3 5.3 6C5.3 3 1.6 2.9 0.9 5.6',
  'M0.7 0.5H5.3C3.6 3 2.4 5.6 2.2 8.5',
  'M3 4.2C0.2 4.2 0.4 0.5 3 0.5S5.8 4.2 3 4.2C-0.2 4.2 0 8.5 3 8.5S6.2 4.2 3 4.2',
  'M1.1 7.7C2.8 9.4 5.2 7.8 5.2 3.7C5.2-0.4 0.7-0.3 0.7 3C0.7 6 4.4 6.1 5.1 3.4',
]
/** From the left of one digit to that of the next. */
const STEP = 7
const HEIGHT = 9

/** Its font's size and line are those of the code; it stands beside the line, see `.line-number`. */
export function lineNumber(number: number): Element {
  const digits = [...String(number)]
  const paths = digits.map((digit, at) =>
    element('path', {
      d: DIGITS[Number(digit)] ?? '',
      ...(at > 0 ? { transform: `translate(${at * STEP})` } : {}),
    }),
  )
  const viewBox = `0 0 ${digits.length * STEP} ${HEIGHT}`
  const drawing = element('svg', { viewBox, ariaHidden: 'true', style: `--digits:${digits.length}` }, paths)
  return span('line-number', [drawing])
}
