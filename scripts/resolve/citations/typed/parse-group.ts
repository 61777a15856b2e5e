/** What stands in the brackets of a citation typed by hand: "Denzin dan Lincoln, 2005: 3, dalam Merriam, 2009: 13". */
import type { LocatorLabel } from '../../../model.ts'

/** The year as typed: 2022 and "a" of "2022a"; "t.t." says that there is none. */
export type TypedDate =
  | { readonly kind: 'year'; readonly year: number; readonly letter?: string }
  | { readonly kind: 'undated' }
  /** Nothing was typed. */
  | { readonly kind: 'none' }

export interface TypedLocator {
  readonly label: LocatorLabel
  readonly value: string
}

/** One work as typed. */
export interface TypedUnit {
  /** "lihat" */
  readonly prefix?: string
  /** With "dkk."; empty where the years of a narrative citation stand alone. */
  readonly names: string
  readonly date: TypedDate
  readonly locator?: TypedLocator
  /** The work it is quoted from. */
  readonly within?: TypedUnit
  /** All of it as typed, from the names to the locator. */
  readonly written: string
  /** A comma stood between names and year: "(Midhol, 2022)". */
  readonly comma: boolean
}

const YEAR_AT =
  /(?<![\p{L}\p{N}.,/-])(?:((?:1[5-9]|20)\d\d)([a-z])?|t\.\s?t\.?|n\.\s?d\.?|tanpa tahun|no date)(?![\p{L}\p{N}]|[.,/]\d|\s*[–—-]\s*\d)/iu
/** Years written close to the comma: "Midhol,2022". */
const GLUED = /,(?=(?:1[5-9]|20)\d\d)/g

const PREFIX =
  /^(?:(?:lihat|bandingkan|bdk\.?|cf\.?|misalnya|mis\.|contohnya|seperti|antara lain|see|compare|e\.g\.,?)(?:\s+(?:juga|pula|also))?(?:\s+(?:dalam|pada|in))?|(?:sumber|source)\s*:|dalam|dikutip (?:dari|dalam|oleh)|diadaptasi dari|disadur dari|diolah dari|cited in|adapted from)\s+/iu

const WITHIN =
  /^\s*,?\s*((?:sebagaimana\s+|seperti\s+)?(?:di)?kutip(?:an)?\s+(?:dalam|dari|oleh)|dalam|(?:as\s+)?(?:cited|quoted)\s+in|in)\s+/u
/** Between the names of a work without a year and the one it is quoted from: small letters, for a body may be called "… Dalam Negeri". */
const NAMES_WITHIN =
  /^(.*?\S)(\s*,?\s+(?:(?:sebagaimana\s+|seperti\s+)?(?:di)?kutip\s+(?:dalam|dari|oleh)|dalam|(?:as\s+)?(?:cited|quoted)\s+in))\s+(?=\p{Lu}|\p{Ll}+\s+\p{Lu})/u

const LABELS: readonly (readonly [LocatorLabel, RegExp])[] = [
  ['page', /^(?:halaman|hlm|hal|h|pages?|pp?)$/iu],
  ['chapter', /^(?:bab|chapter|ch)$/iu],
]
const NUMBERS =
  '\\d{1,4}(?:\\s*[–-]\\s*\\d{1,4})?(?:\\s*(?:,|&|dan|and)\\s*\\d{1,3}(?:\\s*[–-]\\s*\\d{1,4})?(?!\\d))*'
const ROMAN = '(?=[ivxlc])c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})'
const LOCATOR = new RegExp(
  `^\\s*([:,]?)\\s*(?:(halaman|hlm|hal|h|pages?|pp?|bab|chapter|ch)(?:\\.\\s*|\\s+|(?=\\d)))?(${NUMBERS}|${ROMAN})(?![\\p{L}\\p{N}]|\\.\\d)`,
  'iu',
)

const SEPARATOR = /^\s*(?:(?:;|,)\s*(?:(?:dan|and|serta)\s+|&\s*)?|(?:dan|and|serta)\s+|&\s*)/iu

/** Works in one pair of brackets. */
const MOST = 30

/** @returns undefined when it does not read as a citation from end to end */
export function parseGroup(inner: string): TypedUnit[] | undefined {
  let rest = inner.replace(/\s+/g, ' ').replace(GLUED, ', ').trim()
  const units: TypedUnit[] = []
  while (rest !== '') {
    const previous = units.at(-1)
    const read = readUnit(rest, previous)
    if (!read || units.length === MOST) return undefined
    units.push(read.unit)
    const separator = read.rest === '' ? undefined : SEPARATOR.exec(read.rest)
    if (read.rest !== '' && !separator) return undefined
    const next = read.rest.slice(separator?.[0].length ?? 0)
    // "(Midhol, 2022;)" promises something that does not follow.
    if (separator && next === '') return undefined
    rest = next
  }
  return units.length > 0 ? units : undefined
}

interface ReadUnit {
  readonly unit: TypedUnit
  readonly rest: string
}

function readUnit(text: string, previous: TypedUnit | undefined): ReadUnit | undefined {
  const prefix = PREFIX.exec(text)?.[0] ?? ''
  const body = text.slice(prefix.length)
  const quoted = NAMES_WITHIN.exec(body)
  if (quoted?.[1] && quoted[2] && !/\d{4}|[;()]/.test(quoted[1])) {
    const inner = readWork(body.slice(quoted[0].length), undefined)
    if (!inner) return undefined
    const unit: TypedUnit = {
      ...prefixed(prefix),
      names: quoted[1],
      date: { kind: 'none' },
      within: inner.unit,
      written: `${quoted[1]}${quoted[2]}`,
      comma: true,
    }
    return { unit, rest: inner.rest }
  }
  const read = readWork(body, previous)
  if (!read) return undefined
  const within = WITHIN.exec(read.rest)
  if (!within) return { unit: { ...prefixed(prefix), ...read.unit }, rest: read.rest }
  const inner = readWork(read.rest.slice(within[0].length), undefined)
  if (!inner) return undefined
  const joint = /^\s*,/.test(within[0]) ? ', ' : ' '
  const written = `${read.unit.written}${joint}${within[1]}`
  return { unit: { ...prefixed(prefix), ...read.unit, within: inner.unit, written }, rest: inner.rest }
}

function prefixed(prefix: string): { readonly prefix?: string } {
  return prefix === '' ? {} : { prefix: prefix.trim() }
}

/** Names, a year and a locator; the names may be those of the work before: "2010; 2012". */
function readWork(text: string, previous: TypedUnit | undefined): ReadUnit | undefined {
  const letter = /^([a-z])(?![\p{L}\p{N}.])/iu.exec(text)
  if (letter?.[1] && previous?.date.kind === 'year' && previous.date.letter !== undefined) {
    const date = { ...previous.date, letter: letter[1].toLowerCase() }
    return withLocator(previous.names, date, letter[0], text.slice(1), previous.comma)
  }
  const found = YEAR_AT.exec(text)
  if (!found) return undefined
  const lead = text.slice(0, found.index)
  const names = lead.replace(/[\s,:]+$/, '')
  if (/[;:()[\]]/.test(names)) return undefined
  const end = found.index + found[0].length
  const date: TypedDate =
    found[1] === undefined
      ? { kind: 'undated' }
      : { kind: 'year', year: Number(found[1]), ...(found[2] ? { letter: found[2].toLowerCase() } : {}) }
  const own = names === '' ? (previous?.names ?? '') : names
  return withLocator(own, date, text.slice(0, end), text.slice(end), /,\s*$/.test(lead))
}

function withLocator(
  names: string,
  date: TypedDate,
  typed: string,
  behind: string,
  comma: boolean,
): ReadUnit {
  const match = locatorIn(behind)
  const written = `${typed}${behind.slice(0, match?.length ?? 0)}`
  const rest = behind.slice(match?.length ?? 0).trim()
  const unit = { names, date, written, comma, ...(match ? { locator: match.locator } : {}) }
  return { unit, rest }
}

function locatorIn(text: string): { readonly locator: TypedLocator; readonly length: number } | undefined {
  const match = LOCATOR.exec(text)
  if (!match) return undefined
  const [whole, mark, word, value = ''] = match
  // "(Midhol, 2022: 12)", "(Midhol, 2022, 12)", and a year in "(Midhol, 2022, 2023)".
  if (word === undefined && mark !== ':' && !(mark === ',' && /^\d{1,3}(?!\d)/.test(value))) return undefined
  const label = LABELS.find(([, pattern]) => word !== undefined && pattern.test(word))?.[0] ?? 'page'
  const numbers = value.replace(/\s*[–-]\s*/g, '–').replace(/\s*,\s*/g, ', ')
  return { locator: { label, value: numbers }, length: whole.length }
}
