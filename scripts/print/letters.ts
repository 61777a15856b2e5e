/**
 * How often each letter and digit occurs: enough to see that a word is missing, and the same in every font. The slanted,
 * bold and other letters of formulas count as what they are: the browser prints 𝑥 where the document says x.
 */

const ASCII = 128
const ZERO = 48
const FIRST_LETTER = 97
const DIGITS = 10
const LETTERS = 26
/** Mathematical Alphanumeric Symbols, U+1D400 … U+1D7FF: alphabets of 52 letters, and in the end digits. */
const MATH_LEAD = 0xd835
const MATH_FIRST = 0xdc00
const MATH_ALPHABETS = 13
const MATH_DIGITS = 0xdfce
const MATH_LAST = 0xdfff
/** Slanted h has its place elsewhere. */
const PLANCK = 0x210e

/** A count of 0 for each digit and each letter. */
export function noLetters(): number[] {
  return new Array<number>(DIGITS + LETTERS).fill(0)
}

/** Adds the letters a to z and the digits of a text to the counts, in place. Case does not matter. */
export function countLetters(text: string, counts: number[]): void {
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code === MATH_LEAD || code === PLANCK) code = plain(code, text.charCodeAt(at + 1))
    if (code >= ZERO && code < ZERO + DIGITS) add(counts, code - ZERO)
    // In ASCII, this bit tells capitals from small letters.
    const letter = code < ASCII ? (code | 32) - FIRST_LETTER : -1
    if (letter >= 0 && letter < LETTERS) add(counts, DIGITS + letter)
  }
}

function add(counts: number[], sign: number): void {
  counts[sign] = (counts[sign] ?? 0) + 1
}

/** The letter or digit a sign of a formula shows; for others, such as Greek ones, a code that is neither. */
function plain(lead: number, trail: number): number {
  if (lead === PLANCK) return FIRST_LETTER + 7
  const place = trail - MATH_FIRST
  if (place >= 0 && place < MATH_ALPHABETS * 2 * LETTERS) return FIRST_LETTER + (place % LETTERS)
  return trail >= MATH_DIGITS && trail <= MATH_LAST ? ZERO + ((trail - MATH_DIGITS) % DIGITS) : ASCII
}
