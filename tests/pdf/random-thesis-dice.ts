/** Chance that is the same in every run, and words by chance. */

const WORDS =
  'penelitian ini menganalisis pengaruh kerja sama antarnegara terhadap kemampuan lembaga berdasarkan wawancara'.split(
    ' ',
  )

/** A die: numbers from 0 below its faces. */
export function dice(seed: number): (faces: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0
  return (faces) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % faces
  }
}

export type Dice = ReturnType<typeof dice>

export function words(roll: Dice, count: number): string {
  return Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(' ')
}

export function pick<Item>(roll: Dice, items: readonly Item[]): Item {
  return items[roll(items.length)] as Item
}
