/** Money and mathematics both stand between dollars: "$5 juta (AS$)" begins like a formula and is none. */

/** Words of a sentence; in a formula they stand in `\text{…}`. */
const WORD = /(?<![\\\p{L}])\p{L}+(?!\p{L})/gu
/** Short words of running text, and what a formula may well say without a backslash. */
const SHORT = new Set(['di', 'ke', 'of', 'in', 'to'])
const FUNCTIONS = new Set(['sin', 'cos', 'tan', 'log', 'lim', 'max', 'min', 'mod', 'exp', 'det'])

/** Is what stands between two dollars an amount and the words that follow it? @param text on one line */
export function isMoney(text: string): boolean {
  if (!/^[\d.,]*\d/.test(text)) return false
  return /\s/.test(text) && hasWords(text)
}

/** Are these words alone, as between the `$$` and `$$` of price ranges? */
export function isSentence(text: string): boolean {
  return !/[\\=^_+<>|]/.test(text) && hasWords(text)
}

function hasWords(text: string): boolean {
  // What is in braces is the argument of a command.
  const outside = text.replace(/\{[^{}]*\}/g, ' ')
  return [...outside.matchAll(WORD)].some(([word]) =>
    word.length > 2 ? !FUNCTIONS.has(word) : SHORT.has(word),
  )
}
