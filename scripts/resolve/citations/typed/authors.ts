/** The authors of a work, as typed names may call them. */
import type { Abbreviation, CslItem } from '../../../model.ts'
import { folded, SMALL_WORDS } from './words.ts'

export interface Person {
  readonly kind: 'person'
  /** With and without "van". */
  readonly family: readonly (readonly string[])[]
  readonly given: readonly string[]
}

export interface Body {
  readonly kind: 'body'
  /** Its names, folded. */
  readonly names: ReadonlySet<string>
  /** In capitals. */
  readonly acronyms: ReadonlySet<string>
  /** One word with small letters: "Soekarno", perhaps a person. */
  readonly mononym: boolean
}

export type Author = Person | Body

export interface Authors {
  readonly list: readonly Author[]
  /** "and others": there are more. */
  readonly more: boolean
}

/** A name in CSL-JSON. */
interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly 'non-dropping-particle'?: string
  readonly 'dropping-particle'?: string
}

/** What abbreviations mean in this thesis and its bibliography. */
export interface KnownBodies {
  /** Acronym -> the folded names it stands for. */
  readonly meanings: ReadonlyMap<string, ReadonlySet<string>>
  /** Acronyms whose meaning the thesis itself defines, and how they are written, folded. */
  readonly defined: ReadonlyMap<string, string>
}

/** The names a citation would show: the authors, or the editors of a work that has none. */
function citedNames(item: CslItem): readonly CslName[] {
  for (const role of ['author', 'editor', 'director', 'container-author']) {
    const names = item[role]
    if (Array.isArray(names) && names.length > 0) return names as CslName[]
  }
  return []
}

/**
 * Which bodies the acronyms stand for: those the thesis defines, those written behind a name ("… (IOM)"), and those made
 * of first letters.
 */
export function knownBodies(items: Iterable<CslItem>, abbreviations: readonly Abbreviation[]): KnownBodies {
  const meanings = new Map<string, Set<string>>()
  const defined = new Map<string, string>()
  const add = (acronym: string, name: string) => {
    const names = meanings.get(acronym)
    if (names) names.add(name)
    else meanings.set(acronym, new Set([name]))
  }
  for (const { short, long } of abbreviations) {
    defined.set(capitals(short), folded(short))
    add(capitals(short), folded(long))
  }
  for (const item of items) {
    for (const name of citedNames(item)) {
      const full = bodyName(name)
      if (full === undefined || !/\s/.test(full)) continue
      for (const acronym of acronymsOf(full)) if (!defined.has(acronym)) add(acronym, folded(bare(full)))
    }
  }
  return { meanings, defined }
}

export function authorsOf(item: CslItem, known: KnownBodies): Authors {
  const names = citedNames(item)
  const people = names.filter((name) => !isOthers(name))
  const list = people.map((name, at) => authorOf(name, known, at === 0 ? shortAuthor(item) : undefined))
  return { list, more: people.length < names.length }
}

/** The words by which a work is looked for: of families, of bodies and of their acronyms. */
export function indexWords(item: CslItem, known: KnownBodies): string[] {
  const short = shortAuthor(item)
  return citedNames(item).flatMap((name) => {
    const full = bodyName(name)
    if (full === undefined || name['non-dropping-particle'] || name['dropping-particle']) {
      return folded(name.family ?? '').split(' ')
    }
    if (/^\p{Lu}\p{Ll}+$/u.test(full)) return [folded(full)]
    const { names, acronyms } = body(full, known, short)
    const words = [...names].flatMap((one) => one.split(' '))
    return [...words.filter((word) => !SMALL_WORDS.has(word)), ...[...acronyms].map(folded)]
  })
}

function isOthers({ family, given, literal }: CslName): boolean {
  return given === undefined && /^(?:others|dkk\.?|et al\.?)$/i.test(literal ?? family ?? '')
}

/** BibLaTeX's `shortauthor`, where a reader of bibliographies keeps it. */
function shortAuthor(item: CslItem): string | undefined {
  const { shortauthor } = item
  return typeof shortauthor === 'string' ? shortauthor : undefined
}

/** A name in one piece: a body, or a person of one name. */
function bodyName({ literal, family, given }: CslName): string | undefined {
  return literal ?? (given === undefined ? family : undefined)
}

function authorOf(name: CslName, known: KnownBodies, short: string | undefined): Author {
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  const full = bodyName(name)
  if (full !== undefined && particle === undefined) return body(full, known, short)
  const family = words(name.family ?? '')
  const whole = particle === undefined ? [family] : [family, [...words(particle), ...family]]
  return { kind: 'person', family: whole, given: words(name.given ?? '') }
}

function words(text: string): string[] {
  // "R.O." is two initials.
  return folded(text.replace(/\./g, '. ')).split(' ').filter(Boolean)
}

function body(full: string, known: KnownBodies, short: string | undefined): Body {
  const names = new Set<string>()
  const acronyms = new Set<string>()
  const add = (name: string) => {
    if (name !== '') names.add(name).add(inFull(name))
  }
  add(folded(full))
  add(folded(bare(full)))
  if (short !== undefined) add(folded(short))
  for (const acronym of /\s/.test(full) ? acronymsOf(full) : [capitals(full)]) {
    // An acronym that the thesis explains otherwise is another body's.
    const meant = known.meanings.get(acronym)
    const other = known.defined.has(acronym) && !(meant && [...meant].some((name) => names.has(name)))
    if (!other || !/\s/.test(full)) acronyms.add(acronym)
  }
  for (const [acronym, meant] of /\s/.test(full) ? [] : known.meanings) {
    if (acronym === capitals(full) && meant.size === 1) for (const name of meant) add(name)
  }
  if (/\s/.test(full)) {
    for (const [acronym, written] of known.defined) {
      const meant = known.meanings.get(acronym)
      if (meant && [...meant].some((name) => names.has(name))) add(written)
    }
  }
  return { kind: 'body', names, acronyms, mononym: /^\p{Lu}\p{Ll}\S*$/u.test(full) }
}

/** "Kementerian Luar Negeri RI" */
function inFull(name: string): string {
  return name.replace(/ ri$/, ' republik indonesia')
}

function bare(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '')
}

/** Made of syllables, not of first letters: an acronym made of those would be somebody else's (KPK). */
const SYLLABLES =
  /^(?:Kementeri?an|Departemen|Dinas|Direktorat|Pemerintah|Sekretariat|Kepolisian|Kantor|Tim)\b/i

/** The one in brackets behind the name, or those of first letters: "UNODC", "PBB", "DOS". */
function acronymsOf(name: string): string[] {
  const given = /\(([^()]{2,20})\)\s*$/.exec(name)?.[1]
  if (given !== undefined) return [capitals(given)]
  if (SYLLABLES.test(name)) return []
  const parts = name.split(/[\s/]+/).filter((part) => /\p{L}/u.test(part))
  const split = parts.flatMap((part) => part.split('-')).filter(Boolean)
  const made = [parts, split].flatMap((list) => [
    letters(list.filter((part) => !SMALL_WORDS.has(part.toLowerCase()))),
    letters(list),
  ])
  return [...new Set(made)].filter((acronym) => [...acronym].length >= 3 && !NO_ACRONYM.has(acronym))
}

/** They stand for kinds of law or for the country. */
const NO_ACRONYM: ReadonlySet<string> = new Set(['UUD', 'NRI', 'RUU', 'KUHP'])

function letters(parts: readonly string[]): string {
  return parts
    .map((part) => [...part.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/** An acronym as it is compared. */
export function capitals(text: string): string {
  return text.replace(/[.\s]/g, '').toUpperCase()
}

/** @param typed one name of a citation */
export function isCalled(author: Author, typed: string, tokens: readonly string[]): boolean {
  if (tokens.length === 0) return false
  if (author.kind === 'person') return isPerson(author, tokens)
  // "U.S." is one word of a body's name, and initials of a person's.
  const name = folded(typed)
  if (author.names.has(name) || author.names.has(inFull(name))) return true
  return !/\s/.test(typed) && /^[\p{Lu}\p{N}.&-]{2,}$/u.test(typed) && author.acronyms.has(capitals(typed))
}

/** The same authors in the same order, all of them written alike. */
export function areSame(one: Authors, other: Authors): boolean {
  return (
    one.more === other.more &&
    one.list.length === other.list.length &&
    one.list.every((author, at) => nameOf(author) === nameOf(other.list[at]))
  )
}

function nameOf(author: Author | undefined): string {
  if (author?.kind === 'person') return [...(author.family.at(-1) ?? []), ',', ...author.given].join(' ')
  return [...(author?.names ?? [])].join(';')
}

function isPerson({ family, given }: Person, tokens: readonly string[]): boolean {
  return family.some((name) => {
    const rest = tokens.length - name.length
    if (rest < 0 || name.length === 0) return false
    if (isSame(tokens.slice(rest), name) && areGiven(tokens.slice(0, rest), given)) return true
    return isSame(tokens.slice(0, name.length), name) && areGiven(tokens.slice(name.length), given)
  })
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at])
}

/** Some of the given names in their order, or their initials. */
function areGiven(typed: readonly string[], given: readonly string[]): boolean {
  let at = 0
  for (const word of typed) {
    while (at < given.length && !agree(word, given[at] ?? '')) at++
    if (at === given.length) return false
    at++
  }
  return true
}

function agree(typed: string, given: string): boolean {
  if (typed.length === 1 || given.length === 1) return typed[0] === given[0]
  return typed === given
}

/** Does a text end with a name of the body, or with its acronym? */
export function endsWithName(text: string, { names, acronyms }: Body): boolean {
  const tail = folded(text.slice(-200))
  const last = /\S+$/.exec(text.slice(-40).trimEnd())?.[0] ?? ''
  return acronyms.has(capitals(last)) || [...names].some((name) => ` ${tail}`.endsWith(` ${name}`))
}
