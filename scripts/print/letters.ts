/** How often each letter and digit occurs: enough to see that a word is missing, and the same in every font. */

const ASCII = 128
const ZERO = 48
const FIRST_LETTER = 97
const DIGITS = 10
const LETTERS = 26

/** A count of 0 for each digit and each letter. */
export function noLetters(): number[] {
  return new Array<number>(DIGITS + LETTERS).fill(0)
}

/** Adds the letters a to z and the digits of a text to the counts, in place. Case does not matter. */
export function countLetters(text: string, counts: number[]): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code < ZERO + DIGITS) add(counts, code - ZERO)
    // In ASCII, this bit tells capitals from small letters.
    const letter = code < ASCII ? (code | 32) - FIRST_LETTER : -1
    if (letter >= 0 && letter < LETTERS) add(counts, DIGITS + letter)
  }
}

function add(counts: number[], sign: number): void {
  counts[sign] = (counts[sign] ?? 0) + 1
}
