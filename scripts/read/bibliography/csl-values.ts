/** Works in CSL's own terms, whatever they are written in: each value is kept that has the kind CSL asks for. */
import type { CslItem } from '../../model.ts'
import { dateParts, isoDate, saysUndated } from './dates.ts'
import { tidyKey } from './keys.ts'
import { languageTag } from './languages.ts'

interface ReadItem {
  readonly item: CslItem
  /** Names of the values of the wrong kind. */
  readonly dropped: readonly string[]
  readonly undated: boolean
}

/** Reads a work; undefined when it has no id or no type. */
export function cslItem(work: unknown): ReadItem | undefined {
  if (!isRecord(work)) return undefined
  const { id = work['citation-key'], type, ...variables } = work
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof type !== 'string') return undefined
  const key = tidyKey(String(id)).trim()
  if (key === '') return undefined
  const read: [name: string, value: unknown][] = []
  const dropped: string[] = []
  let undated = false
  for (const [name, value] of Object.entries(variables)) {
    if (value === null || value === undefined || !/^[A-Za-z]/.test(name)) continue
    if (name === 'issued' && isUndated(value)) {
      undated = true
      continue
    }
    const kept = cslValue(name, value)
    if (kept !== undefined) read.push([name, kept])
    else if (isText(value) || TEXTS.has(name) || NAMES.test(name) || DATES.test(name)) dropped.push(name)
  }
  return { item: { ...Object.fromEntries(read), id: key, type: type.trim() }, dropped, undated }
}

const NAMES =
  /^(?:author|editor|translator|director|composer|illustrator|interviewer|recipient|.*-(?:author|editor|director))$/
const DATES = /^(?:issued|accessed|submitted|.*-date)$/

/** Variables every style may read as text. */
const TEXTS: ReadonlySet<string> = new Set(
  'title title-short container-title publisher publisher-place genre language note number page volume issue'.split(
    ' ',
  ),
)

/** Lists and objects of other names (custom, categories) no style reads: they are left out without a word. */
function cslValue(name: string, value: unknown): unknown {
  if (NAMES.test(name)) return names(value)
  if (DATES.test(name)) return date(value)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  return name === 'language' ? languageTag(value) : value.normalize('NFC')
}

function names(value: unknown): unknown {
  if (typeof value === 'string') return [{ literal: value.normalize('NFC') }]
  const list = Array.isArray(value) ? value : [value]
  return list.every(isName) ? list.map(plainRecord) : undefined
}

function date(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') {
    const iso = isoDate(String(value))
    return iso === undefined ? { raw: String(value) } : { 'date-parts': dateParts(iso) }
  }
  // Older pandoc: [{ year: 2020, month: 8 }]
  const parts = (Array.isArray(value) ? value : [value]).map(yearMonthDay)
  if (parts.length > 0 && parts.every((part) => part !== undefined)) return { 'date-parts': parts }
  if (!isRecord(value)) return undefined
  const given = value['date-parts']
  if (given === undefined) return isText(value.raw) || isText(value.literal) ? plainRecord(value) : undefined
  return isDateParts(given) ? { ...plainRecord(value), 'date-parts': given } : undefined
}

function yearMonthDay(value: unknown): (string | number)[] | undefined {
  if (!isRecord(value) || value['date-parts'] !== undefined) return undefined
  const parts = [value.year, value.month, value.day]
  const missing = parts.indexOf(undefined)
  const known = missing < 0 ? parts : parts.slice(0, missing)
  return known.length > 0 && known.every(isAtom) ? known : undefined
}

function isUndated(value: unknown): boolean {
  const said = isRecord(value) ? (value.literal ?? value.raw) : value
  return isText(said) && saysUndated(said)
}

/** What of an object is a text, a number or a truth value: nothing deeper is read. */
function plainRecord(value: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(value).filter(([, part]) => isAtom(part) || typeof part === 'boolean')
  return Object.fromEntries(kept.map(([name, part]) => [name, isText(part) ? part.normalize('NFC') : part]))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isAtom(value: unknown): value is string | number {
  return isText(value) || typeof value === 'number'
}

function isName(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    ['family', 'given', 'literal'].every((part) => isText(value[part] ?? '')) &&
    ['family', 'given', 'literal'].some((part) => isText(value[part]))
  )
}

function isDateParts(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= 2 &&
    value.every(
      (parts) => Array.isArray(parts) && parts.length > 0 && parts.length <= 3 && parts.every(isAtom),
    )
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
