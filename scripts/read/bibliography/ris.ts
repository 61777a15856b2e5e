/**
 * Bibliographies in RIS, work by work. @citation-js has a reader of it too, but it knows no places, gives works without
 * an ID no key, and takes a work that is not ended and the next one for what they are not.
 */
import { diagnose, nearest } from '../../diagnostics.ts'
import type { CslItem, Diagnostic, Outcome, Place, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { saysUndated } from './dates.ts'
import { risKeys, risNoEnd, risOutside } from './format-messages.ts'
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

export function readRis({ path: file, text }: SourceFile): Outcome<Work[]> {
  const places = placesIn(text)
  const where = (span: Span) => ({ file, place: places(span) })
  const diagnostics: Diagnostic[] = []
  const { records, stray } = recordsOf(text)
  if (stray) diagnostics.push(diagnose(risOutside, {}, where(stray)))
  const works: Work[] = []
  const taken = new Set<string>()
  const makeKey = keyMaker(taken)
  const made: { key: string; place: Place }[] = []
  for (const record of records) {
    const item = risItem(record.type, record.values)
    const id = record.values.get('ID')?.[0]?.normalize('NFC') ?? ''
    const key = id === '' ? makeKey(item) : id.replaceAll(/\s+/g, '-')
    taken.add(key)
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

function recordsOf(text: string): { readonly records: RisRecord[]; readonly stray: Span | undefined } {
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

/** Zotero writes no ID: `midhol2022`, and with a letter when there are several. */
function keyMaker(taken: ReadonlySet<string>): (item: Omit<CslItem, 'id'>) => string {
  const counts = new Map<string, number>()
  return (item) => {
    const [name] = [item.author, item.editor].flatMap((list) => (Array.isArray(list) ? list : []))
    const who = name?.family ?? name?.literal ?? String(item.title ?? 'karya')
    const parts = item.issued as { readonly 'date-parts'?: readonly (readonly unknown[])[] } | undefined
    const base = `${plainWord(String(who)) || 'karya'}${parts?.['date-parts']?.[0]?.[0] ?? ''}`
    for (let number = counts.get(base) ?? 0; ; number++) {
      const mark = number === 0 ? '' : number < 26 ? String.fromCharCode(97 + number) : `-${number}`
      counts.set(base, number + 1)
      if (!taken.has(base + mark)) return base + mark
    }
  }
}

/** "Kementerian Luar Negeri" -> kementerian */
function plainWord(text: string): string {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return /[\p{L}\p{N}]+/u.exec(folded)?.[0].slice(0, 40) ?? ''
}
