/** Words in texts: how many there are, and where some of them stand. */

/** As a person counts them: runs of letters and digits between blanks. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

/** A word as part of a regular expression. */
export function inPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Any of some words, none of them within another; the longest first: "UN Women" before "UN". One group, the word. */
export function anyWord(words: Iterable<string>, flags: string): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(inPattern)
  return new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, flags)
}
