/**
 * Bibliographies in RIS, work by work. @citation-js has a reader of it too, but it knows no places, gives works without
 * an ID no key, and takes a work that is not ended and the next one for what they are not.
 */
import { diagnose, nearest } from '../../diagnostics.ts'
import type { Diagnostic, Outcome, Place, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { saysUndated } from './dates.ts'
import { risKeys, risNoEnd, risOutside } from './format-messages.ts'
import { type KeyMaker, tidyKey } from './keys.ts'
import { badKey, unknownType } from './messages.ts'
import { RIS_TYPES, risItem } from './ris-fields.ts'
import type { Work } from './work.ts'

interface RisRecord {
  readonly type: string
  readonly values: Map<string, string[]>
  /** Where each tag first stands. */
  readonly spans: Map<string, Span>
  /** The line of TY. */
  readonly span: Span
  ended: boolean
}

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/
/** In messages; the keys of the others follow the same rule. */
const MOST_KEYS_NAMED = 8

/** A file whose records have no keys yet but those that are typed. */
export interface RisFile {
  readonly source: SourceFile
  readonly records: readonly RisRecord[]
  /** The first line that belongs to no record. */
  readonly stray: Span | undefined
}

export function parseRis(source: SourceFile): RisFile {
  return { source, ...recordsOf(source.text) }
}

export function typedKeys({ records }: RisFile): string[] {
  return records.map(typedKey).filter((key) => key !== '')
}

/** The ID as a key; empty when there is none. */
function typedKey(record: RisRecord): string {
  return idOf(record).replaceAll(/\s+/g, '-')
}

function idOf({ values }: RisRecord): string {
  return tidyKey(values.get('ID')?.[0] ?? '')
}

/** @param makeKey for records without a key; it knows the keys of all other works */
export function risWorks({ source, records, stray }: RisFile, makeKey: KeyMaker): Outcome<Work[]> {
  const { path: file, text } = source
  const places = placesIn(text)
  const where = (span: Span) => ({ file, place: places(span) })
  const diagnostics: Diagnostic[] = []
  if (stray) diagnostics.push(diagnose(risOutside, {}, where(stray)))
  const works: Work[] = []
  const made: { key: string; place: Place }[] = []
  for (const record of records) {
    const item = risItem(record.type, record.values)
    const id = idOf(record)
    const key = typedKey(record) || makeKey(item)
    const place = places(record.span)
    if (id === '') made.push({ key, place })
    if (key !== id && id !== '')
      diagnostics.push(diagnose(badKey, { key: id }, where(record.spans.get('ID') ?? record.span)))
    if (!record.ended) diagnostics.push(diagnose(risNoEnd, { key }, { file, place }))
    if (!RIS_TYPES.includes(record.type)) {
      const near = nearest(record.type.slice(0, 12), RIS_TYPES)
      diagnostics.push(
        diagnose(unknownType, { type: record.type, key, near, format: 'ris' }, { file, place }),
      )
    }
    const issued = record.values.get('PY')?.[0] ?? record.values.get('Y1')?.[0]
    const undated = issued !== undefined && saysUndated(issued)
    const { issued: date, ...others } = item
    works.push({
      key,
      item: {
        ...others,
        ...(undated || date === undefined ? {} : { issued: date }),
        id: key,
        type: item.type,
      },
      type: record.type,
      undated,
      faulty: false,
      format: 'ris',
      file,
      place,
      placeOf: (...tags) =>
        places(tags.map((tag) => record.spans.get(tag)).find((span) => span) ?? record.span),
    })
  }
  if (made[0]) {
    const keys = made.slice(0, MOST_KEYS_NAMED).map(({ key }) => key)
    diagnostics.push(diagnose(risKeys, { count: made.length, keys }, { file, place: made[0].place }))
  }
  return { value: works, diagnostics }
}

function recordsOf(text: string): Omit<RisFile, 'source'> {
  const records: RisRecord[] = []
  let stray: Span | undefined
  let current: RisRecord | undefined
  let last: string[] | undefined
  let from = 0
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd()
    const span: Span = [from, from + Math.max(line.length, 1)]
    from += raw.length + 1
    const [, tag, typed = ''] = LINE.exec(line.replace(/^\uFEFF/, '')) ?? []
    const value = typed.trim()
    if (tag === 'TY') {
      current = { type: value.toUpperCase(), values: new Map(), spans: new Map(), span, ended: false }
      records.push(current)
      last = undefined
    } else if (tag === 'ER') {
      if (current) current.ended = true
      current = undefined
    } else if (!current) {
      if (line.trim() !== '') stray ??= span
    } else if (tag !== undefined) {
      last = current.values.get(tag) ?? []
      if (value !== '') last.push(value.normalize('NFC'))
      current.values.set(tag, last)
      if (!current.spans.has(tag)) current.spans.set(tag, span)
      // A line without a tag goes on with the value above it.
    } else if (line.trim() !== '' && last && last.length > 0) last.push(`${last.pop()} ${line.trim()}`)
  }
  return { records, stray }
}
