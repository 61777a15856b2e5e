/** How often each of the 26 letters occurs: enough to see that a word is missing, and the same in every script. */

const FIRST = 97
const LETTERS = 26

/** A count of 0 for each letter. */
export function noLetters(): number[] {
  return new Array<number>(LETTERS).fill(0)
}

/** Adds the letters of a text to the counts, in place. Case does not matter. */
export function countLetters(text: string, counts: number[]): void {
  for (let at = 0; at < text.length; at++) {
    // In ASCII, the bit that tells capitals from small letters.
    const letter = (text.charCodeAt(at) | 32) - FIRST
    if (letter >= 0 && letter < LETTERS && text.charCodeAt(at) < 128)
      counts[letter] = (counts[letter] ?? 0) + 1
  }
}
