/** What the rules of sources look at. */
import type { Where } from '../diagnostics.ts'
import type { LibraryEntry } from '../model.ts'
import type { Profile } from '../schema/profile.ts'

export interface ListedSources {
  /** The works of the list of references. */
  readonly works: readonly LibraryEntry[]
  readonly limits: Profile['bibliography']['limits']
  /** The year it is now. */
  readonly year: number
  /** Where `naskah.yaml` names the bibliography. */
  readonly where: Where
}

/** How many a share of a number is: 55 of 100, whatever 0.55 * 100 comes to. */
export function atLeast(share: number, of: number): number {
  return Math.ceil(share * of - 1e-9)
}

/** In percent, as people say it; rounded down, so that what falls short does not look enough. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`
}
