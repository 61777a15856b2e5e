/** How often each letter and digit occurs: enough to see that a word is missing, and the same in every font. */

const ZERO = 48
const FIRST_LETTER = 97
const DIGITS = 10
const LETTERS = 26

/** A count of 0 for each digit and each letter. */
export function noLetters(): number[] {
  return new Array<number>(DIGITS + LETTERS).fill(0)
}

/**
 * Adds the letters a to z and the digits of a text to the counts, in place. Case does not matter.
 * @param times how often the text is there
 */
export function countLetters(text: string, counts: number[], times = 1): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) continue
    // In ASCII, this bit tells capitals from small letters, and digits have it.
    const sign = code >= ZERO + DIGITS ? (code | 32) - FIRST_LETTER + DIGITS : code - ZERO
    const isSign = sign >= 0 && (code >= ZERO + DIGITS ? sign >= DIGITS && sign < DIGITS + LETTERS : true)
    if (isSign) counts[sign] = (counts[sign] ?? 0) + times
  }
}
