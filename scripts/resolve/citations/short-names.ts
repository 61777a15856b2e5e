/** "Keohane dan Nye": how running text calls the authors of a work where the style has no form of its own for that. */
import { shortTitleOf, yearOf } from '../../csl-item.ts'
import type { CslItem, Language } from '../../model.ts'

/** Who a work is known by, in this order. */
const ROLES = ['author', 'director', 'interviewer', 'editor', 'translator'] as const

const AND = { id: ' dan ', en: ' and ' } as const
const UNDATED = { id: 't.t.', en: 'n.d.' } as const
const AND_OTHERS = { id: ' dkk.', en: ' et al.' } as const

/** The names of a work's authors, its title when it has none, and nothing when it has neither. */
export function shortNames(item: CslItem, language: Language): string {
  const names = ROLES.map((role) => item[role]).find(isNameList) ?? []
  const shown = names.map(familyOf).filter((name) => name !== '')
  const [first = '', second, third] = shown
  if (second === undefined) return first || shortTitleOf(item)
  const others = third !== undefined || second === 'others'
  return others ? `${first}${AND_OTHERS[language]}` : `${first}${AND[language]}${second}`
}

/** Its year, or "t.t." */
export function shownYear(item: CslItem, language: Language): string {
  return String(yearOf(item) ?? UNDATED[language])
}

type Name = { readonly [part: string]: unknown }

function isNameList(value: unknown): value is Name[] {
  return Array.isArray(value) && value.length > 0
}

function familyOf(name: Name): string {
  const parts = [name['non-dropping-particle'], name.family ?? name.literal ?? name.given]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ')
}
