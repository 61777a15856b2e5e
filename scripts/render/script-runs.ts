/** Runs of one script within a text: which words are Arabic, Thai, Chinese … and what between them belongs to them. */

export interface Script {
  readonly language: string
  /** One of its letters. */
  readonly letter: RegExp
  /** What begins and ends a run: its letters, marks, digits and signs. */
  readonly sign: RegExp
  readonly rightToLeft?: true
}

/** First offset of a run, and the one behind its last. */
export type Run = readonly [start: number, end: number]

const OPENING = '([{«'
const CLOSING = ')]}»'
/** Words in quotation marks are words of the sentence around them. */
const ENDS_RUN = /["“”„‘’]/
/** What stands between two words of a run. */
const BETWEEN = /[^\p{L}]/u

/**
 * The runs of a script in a text. A bracket is part of a run with all that stands in it or not at all: two runs beside
 * each other would otherwise change places on the page.
 * @param enclosed takes the brackets that stand right around a run into it
 */
export function runsOf(text: string, script: Script, enclosed = false): Run[] {
  const brackets = bracketsOf(text)
  const foreign = foreignBefore(text, script)
  const runs: Run[] = []
  let at = 0
  while (at < text.length) {
    const size = sizeAt(text, at)
    if (!script.sign.test(text.slice(at, at + size))) {
      at += size
      continue
    }
    const end = endOfRun(text, at, script, brackets, foreign)
    const around = enclosed && brackets.get(at - 1) === end ? 1 : 0
    if (script.letter.test(text.slice(at, end))) runs.push([at - around, end + around])
    at = end + around
  }
  return runs
}

function endOfRun(
  text: string,
  start: number,
  script: Script,
  brackets: ReadonlyMap<number, number>,
  foreign: Uint32Array,
): number {
  let end = start
  /** Where the bracket ends that the run is in. */
  let closing = start
  for (let at = start; at < text.length; at += sizeAt(text, at)) {
    const character = text.slice(at, at + sizeAt(text, at))
    if (script.sign.test(character)) {
      end = Math.max(at + character.length, closing)
      continue
    }
    if (ENDS_RUN.test(character) || !BETWEEN.test(character)) break
    const partner = brackets.get(at)
    if (OPENING.includes(character)) {
      if (partner === undefined || foreign[partner] !== foreign[at]) break
      closing = Math.max(closing, partner + 1)
    } else if (CLOSING.includes(character) && (partner === undefined || partner < start)) break
  }
  return end
}

/** For every offset: how many letters of other scripts stand before it. */
function foreignBefore(text: string, { letter }: Script): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; ) {
    const next = at + sizeAt(text, at)
    const character = text.slice(at, next)
    const more = /\p{L}/u.test(character) && !letter.test(character) ? 1 : 0
    counts.fill((counts[at] ?? 0) + more, at + 1, next + 1)
    at = next
  }
  return counts
}

/** Offset of each bracket that has a partner, and of that. */
function bracketsOf(text: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (const { 0: sign, index } of text.matchAll(/[()[\]{}«»]/g)) {
    if (OPENING.includes(sign)) open.push(index)
    else {
      const last = open.at(-1)
      if (last === undefined || text[last] !== OPENING[CLOSING.indexOf(sign)]) continue
      open.pop()
      partners.set(last, index)
      partners.set(index, last)
    }
  }
  return partners
}

/** In UTF-16 units. */
function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
