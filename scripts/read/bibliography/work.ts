/** A work as one of the formats gives it, before works are compared with each other. */
import type { LibraryEntry, Place } from '../../model.ts'

/** What its fields are called in messages. */
export type Format = 'bibtex' | 'csl' | 'ris'

export interface Work extends LibraryEntry {
  readonly format: Format
  /** As the file names it: `phdthesis`. */
  readonly type: string
  /** Says that it has no date (t.t.), so that none is missing. */
  readonly undated: boolean
  /** Something of it could not be read, which is told: what it lacks may be there. */
  readonly faulty: boolean
  /** Where a field stands, by its name in the file; the work's own place where that is not known. */
  readonly placeOf: (...fields: readonly string[]) => Place
}
