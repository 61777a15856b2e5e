/** The same diagram is the same drawing, whatever was drawn before it: some layouts are a throw of dice. */

/** Makes `Math.random` begin anew (mulberry32). */
export function seedRandom(): void {
  let state = 1
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
