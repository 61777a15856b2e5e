/** Finds the citations that are typed by hand in the text of a block. */

import { endsWithName } from './authors.ts'
import { CITED } from './flat-text.ts'
import { matchWork, type Verdict } from './match.ts'
import { isAttributed, namesBefore, withoutLeads } from './narrative-names.ts'
import { parseGroup, type TypedUnit } from './parse-group.ts'
import { arePlaces, isAtEvent, isByBodies, standingOf } from './standing.ts'
import { isNameLike, withoutEtAl } from './words.ts'
import type { Work, WorkIndex } from './work-index.ts'
import type { FoundCitation, FoundItem } from './write-citation.ts'

/** What looks like a citation. */
export interface TypedCitation {
  /** In the text of the block. */
  readonly start: number
  readonly end: number
  /** Present when it is one for sure. */
  readonly citation?: FoundCitation
  /** What to say when it is not: works that may be meant, or none at all. */
  readonly doubt?: Doubt
}

interface Doubt {
  readonly near: readonly Work[]
  readonly ambiguous: boolean
  /** One fits, and so may something that happened in that year. */
  readonly event?: boolean
  /** Which of several works it is about, as typed. */
  readonly missing?: readonly string[]
}

/** Longest pair of brackets, in characters; an unclosed one costs no more. */
const BRACKETS = /\(([^()\uFFFB\uFFFC]{2,400})\)/g
/** Any sign of a year, or a name alone. */
const WORTH_READING =
  /\d{4}|t\.\s?t|n\.\s?d|tanpa tahun|no date|^\s*(?:\p{Lu}[\p{L}\p{M}’'-]+(?:\s+|$)){1,4}(?:dkk\.?)?\s*$/iu
const YEAR_FIRST = /^\s*(?:(?:1[5-9]|20)\d\d|t\.\s?t\.?|n\.\s?d\.?|tanpa tahun|no date)/i

/** "Sumber: UNODC, 2020", under a table, without brackets. */
const SOURCE = /^\s*(?:Sumber|Sources?)(?:\s+(?:data|gambar|tabel|foto))?\s*:\s*(?=\p{L})/iu

/** May a text hold a citation? */
export function mayHoldCitation(text: string): boolean {
  return text.includes('(') || SOURCE.test(text)
}

export function findCitations(text: string, index: () => WorkIndex): TypedCitation[] {
  const found: TypedCitation[] = []
  for (const { 0: whole, 1: inner = '', index: start } of text.matchAll(BRACKETS)) {
    if (!WORTH_READING.test(inner)) continue
    const end = start + whole.length
    const one = YEAR_FIRST.test(inner)
      ? narrativeIn(text, start, end, inner, index(), found.at(-1))
      : parentheticalIn(text, start, end, inner, index())
    if (one) found.push(one)
  }
  const source = found.length === 0 ? sourceIn(text, index) : undefined
  return source ? [source] : found
}

function sourceIn(text: string, index: () => WorkIndex): TypedCitation | undefined {
  const start = SOURCE.exec(text)?.[0].length
  if (start === undefined || text.length > 300) return undefined
  const end = text.replace(/[\s.]+$/, '').length
  const [unit, ...others] = parseGroup(text.slice(start, end)) ?? []
  if (!unit || others.length > 0 || unit.names === '' || unit.prefix !== undefined) return undefined
  const { item } = readUnit(unit, index())
  if (!item || item.prefix !== undefined || unit.date.kind === 'none') return undefined
  return { start, end, citation: { mode: 'narrative', items: [item] } }
}

// ---------------------------------------------------------------------------------------------- (A, 2020)

function parentheticalIn(
  text: string,
  start: number,
  end: number,
  inner: string,
  index: WorkIndex,
): TypedCitation | undefined {
  const units = parseGroup(inner) ?? undatedUnit(inner)
  if (!units) return undefined
  const read = units.map((unit) => readUnit(unit, index))
  const items = read.flatMap(({ item }) => (item ? [item] : []))
  if (items.length === units.length) {
    const own = items.map((item, at) => withTypedName(item, read[at], text.slice(0, start)))
    return { start, end, citation: { mode: 'parenthetical', items: own } }
  }
  const bad = read.filter(({ item }) => !item)
  const near = [...new Set(bad.flatMap(({ verdict }) => verdict.near))]
  const surely = read.some(({ item }) => item !== undefined)
  const unclear = bad.find(({ verdict, unit }) => verdict.near.length > 0 && isPlausible(unit, surely))
  if (unclear) return { start, end, doubt: { near, ambiguous: unclear.verdict.ambiguous } }
  const missing = bad.filter(({ unit }) => isPlausible(unit, surely)).map(({ unit }) => unit.written)
  if (missing.length > 0) return { start, end, doubt: { near: [], ambiguous: false, missing } }
  return undefined
}

/** "Badan Pusat Statistik (BPS, 2020)": the acronym is introduced here, and so it stays. */
function withTypedName(item: FoundItem, read: ReadUnit | undefined, before: string): FoundItem {
  const [body, ...others] = read?.verdict.perfect?.authors.list ?? []
  if (!read || body?.kind !== 'body' || others.length > 0 || item.within || item.prefix !== undefined)
    return item
  const { names } = read.unit
  return isPlainText(names) && endsWithName(before, body)
    ? { ...item, prefix: `${names},`, suppressAuthor: true }
    : item
}

/** "(Auliarini)" */
function undatedUnit(inner: string): TypedUnit[] | undefined {
  const names = inner.trim()
  if (!isNameLike(withoutEtAl(names).names)) return undefined
  return [{ names, date: { kind: 'none' }, written: names, comma: false }]
}

interface ReadUnit {
  readonly unit: TypedUnit
  readonly verdict: Verdict
  readonly item?: FoundItem
}

function readUnit(unit: TypedUnit, index: WorkIndex): ReadUnit {
  const { within, prefix, locator } = unit
  const verdict = matchWork(unit, index)
  const work = unit.names === '' || (within && unit.date.kind === 'none') ? undefined : verdict.perfect
  if (!within) {
    const item = work && { key: work.key, prefix, locator, suppressAuthor: false }
    return item ? { unit, verdict, item } : { unit, verdict }
  }
  const read = readUnit(within, index)
  if (!read.item) return { unit: within, verdict: read.verdict }
  if (work) {
    return {
      unit,
      verdict,
      item: { key: work.key, prefix, locator, within: read.item, suppressAuthor: false },
    }
  }
  // The work that is quoted is not in the list of references: its words stay as they are.
  const words = prefix === undefined ? unit.written : `${prefix} ${unit.written}`
  if (!isPlainText(words)) return { unit, verdict }
  return { unit, verdict, item: { ...read.item, prefix: words } }
}

/** Nothing that Markdown, or the syntax of citations, takes for more than words. */
function isPlainText(words: string): boolean {
  return /^[\p{L}\p{M}\p{N}\s,.:&'’()–-]+$/u.test(words) && !/&[\p{L}#]|--|-$/u.test(words)
}

/** Is a unit that fits no work written so like a citation that it is worth a word? */
function isPlausible({ names, comma, date }: TypedUnit, amongCitations: boolean): boolean {
  if (names === '' || date.kind === 'none') return false
  const { names: persons, etAl } = withoutEtAl(names)
  return (comma || etAl || amongCitations) && isNameLike(persons)
}

// ---------------------------------------------------------------------------------------------- A (2020)

function narrativeIn(
  text: string,
  bracket: number,
  end: number,
  inner: string,
  index: WorkIndex,
  previous: TypedCitation | undefined,
): TypedCitation | undefined {
  const units = parseGroup(inner)
  if (!units?.every((unit) => unit.names === '' && unit.prefix === undefined)) return undefined
  const { starts, end: namesEnd } = namesBefore(text, bracket)
  let doubted: { readonly start: number; readonly doubt: Doubt } | undefined
  for (const at of starts) {
    const names = text.slice(at.start, namesEnd)
    const read = units.map((unit) => readUnit({ ...unit, names }, index))
    const items = read.flatMap(({ item }) => (item && item.prefix === undefined ? [item] : []))
    const [first] = items
    if (!first || items.length < units.length) continue
    const { near } = read[0]?.verdict ?? { near: [] }
    if (at.edge === 'bound') {
      if (arePlaces(names) || (near.every(isByBodies) && isAtEvent(text, at.start))) continue
      doubted ??= { start: at.start, doubt: { near, ambiguous: false, event: near.every(isByBodies) } }
      continue
    }
    const standing = standingOf(
      {
        text,
        start: at.start,
        end,
        names,
        detailed: units.some(isDetailed) || withoutEtAl(names).etAl,
        continues: continuesCitation(text, at.start, previous),
      },
      near,
    )
    if (standing === 'event') return undefined
    if (standing === 'open') return { start: at.start, end, doubt: { near, ambiguous: false, event: true } }
    if (items.length === 1) return { start: at.start, end, citation: { mode: 'narrative', items: [first] } }
    const years = items.map((item) => ({ ...item, suppressAuthor: true }))
    return { start: bracket, end, citation: { mode: 'parenthetical', items: years } }
  }
  const [farthest] = starts
  const [unit] = units
  if (!farthest || !unit) return undefined
  const names = withoutLeads(text.slice(farthest.start, namesEnd))
  if (arePlaces(names)) return undefined
  const start = namesEnd - names.length
  const doubt = doubtAbout({ ...unit, names }, index, isAtEvent(text, start))
  if (doubt) return { start, end, doubt }
  // "Model Porter (1985)": a word with a capital stands before, which may be a name.
  if (doubted) return { start: doubted.start, end, doubt: doubted.doubt }
  const { names: persons, etAl } = withoutEtAl(names)
  const isTold = isNameLike(persons) && (etAl || isAttributed(text, start))
  return isTold ? { start, end, doubt: { near: [], ambiguous: false } } : undefined
}

const JOINT = /(.)\s*,?\s*(?:dan|serta|maupun|and|&|,)\s+$/u

/** "Midhol (2022) dan IOM (2019)": both say the same. */
function continuesCitation(text: string, start: number, previous: TypedCitation | undefined): boolean {
  const joint = JOINT.exec(text.slice(Math.max(0, start - 20), start))
  if (!joint) return false
  return (
    joint[1] === CITED || (previous?.citation !== undefined && previous.end === start - joint[0].length + 1)
  )
}

/** The year of an event has no page. */
function isDetailed({ date, locator, within }: TypedUnit): boolean {
  return locator !== undefined || within !== undefined || (date.kind === 'year' && date.letter !== undefined)
}

function doubtAbout(unit: TypedUnit, index: WorkIndex, atEvent: boolean): Doubt | undefined {
  if (!isNameLike(withoutEtAl(unit.names).names)) return undefined
  const verdict = matchWork(unit, index)
  const meant = verdict.near.filter((work) =>
    atEvent ? !isByBodies(work) : verdict.ambiguous || isAboutPersons(work),
  )
  return meant.length > 0 ? { near: meant, ambiguous: verdict.ambiguous } : undefined
}

/** "IOM (1951)" tells when a body was founded. */
function isAboutPersons({ authors }: Work): boolean {
  return authors.list.every((author) => author.kind === 'person' || author.mononym)
}
