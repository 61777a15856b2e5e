/** The works of a library by year and name, so that a citation is compared with the few that may be meant. */
import { yearOf } from '../../../csl-item.ts'
import type { Abbreviation, CslItem, Library, LibraryEntry } from '../../../model.ts'
import { type Authors, authorsOf, indexWords, type KnownBodies, knownBodies } from './authors.ts'
import type { TypedLetters } from './letters.ts'
import type { Verdict } from './match.ts'
import { folded } from './words.ts'

export interface Work {
  readonly key: string
  /** Worked out when they are asked for. */
  readonly authors: Authors
  /** Undefined: without a date. */
  readonly year: number | undefined
  /** Folded; the list of references sorts by it. */
  readonly title: string
}

export interface WorkIndex {
  /** Works of a year that have one of the words in a name. */
  named(year: number | undefined, words: readonly string[]): readonly Work[]
  /** All works of a year. */
  ofYear(year: number | undefined): readonly Work[]
  readonly years: readonly (number | undefined)[]
  /** What was found for a citation, by its words: most works are cited more than once. */
  readonly verdicts: Map<string, Verdict>
  /** Those of the whole text, once it was read. */
  readonly letters: TypedLetters
}

interface Year {
  readonly works: readonly Work[]
  readonly byWord: ReadonlyMap<string, readonly Work[]>
}

/** A year is looked into when it is asked for: most bibliographies hold more than is cited. */
export function indexWorks(library: Library, abbreviations: readonly Abbreviation[]): WorkIndex {
  const entries = new Map<number | undefined, LibraryEntry[]>()
  for (const entry of library.values()) {
    const year = yearOf(entry.item)
    const group = entries.get(year)
    if (group) group.push(entry)
    else entries.set(year, [entry])
  }
  const years = new Map<number | undefined, Year>()
  let known: KnownBodies | undefined
  const look = (year: number | undefined): Year => {
    const done = years.get(year)
    if (done) return done
    known ??= knownBodies(
      [...library.values()].map(({ item }) => item),
      abbreviations,
    )
    const made = indexYear(entries.get(year) ?? [], year, known)
    years.set(year, made)
    return made
  }
  return {
    years: [...entries.keys()],
    verdicts: new Map(),
    letters: new Map(),
    ofYear: (year) => look(year).works,
    named: (year, words) => {
      const { byWord } = look(year)
      const found = new Set<Work>()
      for (const word of words) for (const work of byWord.get(word) ?? []) found.add(work)
      return [...found]
    },
  }
}

function indexYear(entries: readonly LibraryEntry[], year: number | undefined, known: KnownBodies): Year {
  const works: Work[] = []
  const byWord = new Map<string, Work[]>()
  for (const { key, item } of entries) {
    const work = lazyWork(key, item, year, known)
    works.push(work)
    for (const word of indexWords(item, known)) {
      const group = byWord.get(word)
      if (!group) byWord.set(word, [work])
      else if (group.at(-1) !== work) group.push(work)
    }
  }
  return { works, byWord }
}

function lazyWork(key: string, item: CslItem, year: number | undefined, known: KnownBodies): Work {
  let authors: Authors | undefined
  return {
    key,
    year,
    get authors() {
      authors ??= authorsOf(item, known)
      return authors
    },
    get title() {
      return typeof item.title === 'string' ? folded(item.title).replace(/^(?:a|an|the) /, '') : ''
    },
  }
}
