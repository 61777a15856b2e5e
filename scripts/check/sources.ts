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

/** Share of 1 in percent, as people say it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** The year a work appeared; undefined when it has none. */
export function yearOf({ item }: LibraryEntry): number | undefined {
  const issued = item.issued as { 'date-parts'?: unknown[][]; raw?: unknown } | undefined
  const year = Number(issued?.['date-parts']?.[0]?.[0] ?? String(issued?.raw ?? '').slice(0, 4))
  return Number.isInteger(year) && year > 0 ? year : undefined
}
