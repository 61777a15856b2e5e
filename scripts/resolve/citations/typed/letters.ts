/** Which of several works of a year the "b" of "2022b" means. */
import { areSame } from './authors.ts'
import type { Work } from './work-index.ts'

/** Letters typed behind the year of works that the names alone do not tell apart, by the keys of these. */
export type TypedLetters = Map<string, Set<string>>

/** Is there a year with a letter? */
export const LETTERED_YEAR = /\d{4}[a-z](?![\p{L}\p{N}])/iu

/**
 * Whoever types letters gives them in an order of their own, perhaps with works in mind that the bibliography does not have:
 * a letter is trusted where the key says it too, or where the text has one for every work of these authors and no more.
 * @param works those that fit in names and year
 */
export function lettered(works: readonly Work[], letter: string, typed: TypedLetters): Work[] {
  const set = JSON.stringify(works.map(({ key }) => key))
  const letters = typed.get(set) ?? new Set()
  typed.set(set, letters.add(letter))
  const named = works.filter((work) => letterOf(work) === letter)
  if (works.some((work) => letterOf(work) !== undefined)) {
    return named.every((work) => !isCounted(work, works)) ? named : []
  }
  return areAllMeant(works, letters) ? byTitle(works).slice(placeOf(letter)).slice(0, 1) : []
}

/** "santoso2022b", "santoso2022-b" */
const KEY_LETTER = /(?<=\d)[-_]?([a-z])$/i

function letterOf({ key }: Work): string | undefined {
  return KEY_LETTER.exec(key)?.[1]?.toLowerCase()
}

/** Beside a "santoso2022", "santoso2022a" was named by a machine: the second to come, which may be the "2022b" of the text. */
function isCounted({ key }: Work, works: readonly Work[]): boolean {
  const plain = key.replace(KEY_LETTER, '')
  return works.some((work) => work.key === plain)
}

function areAllMeant(works: readonly Work[], letters: ReadonlySet<string>): boolean {
  const [first] = works
  if (!first || works.length < 2 || letters.size !== works.length) return false
  return (
    [...letters].every((letter) => placeOf(letter) < works.length) &&
    works.every(({ authors }) => areSame(authors, first.authors))
  )
}

function placeOf(letter: string): number {
  return letter.charCodeAt(0) - 'a'.charCodeAt(0)
}

/** As the list of references has them. */
function byTitle(works: readonly Work[]): Work[] {
  return [...works].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
}
