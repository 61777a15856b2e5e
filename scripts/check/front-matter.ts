/** What the rules of the front matter look at, besides the chapters. */
import type { Where } from '../diagnostics.ts'
import type { Abstract, Part, PartChoices } from '../model.ts'
import type { Config } from '../schema/config.ts'
import type { Profile } from '../schema/profile.ts'

export interface FrontMatter {
  readonly config: Config
  /** Where `naskah.yaml` says a thing, or its parent does; nowhere in a bare folder of Markdown. */
  readonly configPlace: (path: readonly (string | number)[]) => Where
  readonly profile: Pick<Profile, 'abstract' | 'front_matter' | 'back_matter' | 'limits'>
  readonly parts: readonly Part[]
  readonly choices: PartChoices
  /** The files of parts written in Markdown, by part id. */
  readonly written: ReadonlyMap<string, string>
  readonly abstracts: readonly Abstract[]
}

/** `required`: the profile asks for it; `optional`: it may be there; `foreign`: the profile has no place for it. */
export function standing(id: string, { profile }: FrontMatter): 'required' | 'optional' | 'foreign' {
  const order = [...profile.front_matter, ...profile.back_matter]
  if (order.includes(id)) return 'required'
  return order.includes(`${id}?`) ? 'optional' : 'foreign'
}

/** The parts that are abstracts, whether they are there or not. */
export function abstractIds({ parts }: FrontMatter): string[] {
  return parts.filter(({ language }) => language !== undefined).map(({ id }) => id)
}

/** Does its author make the page, in whatever way, so that no template does? */
export function isReplaced(id: string, { choices, written }: FrontMatter): boolean {
  return written.has(id) || choices.pages.has(id) || choices.scans.has(id)
}

/** How a part is called in messages. */
export function partName(id: string, { parts }: FrontMatter): { id: string; en: string } {
  const part = parts.find((one) => one.id === id)
  return part?.heading ?? part?.name ?? { id, en: id }
}
