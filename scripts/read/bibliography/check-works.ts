/** What is wrong with the works of a bibliography that was read well. Each thing is told once a work. */
import { diagnose } from '../../diagnostics.ts'
import type { CslItem, Diagnostic } from '../../model.ts'
import { yearDoubt } from './dates.ts'
import { missingTitle } from './messages.ts'
import { missingOf } from './missing-fields.ts'
import type { Work } from './work.ts'
import { capitals, missingFields, oddYear, sameWork } from './work-messages.ts'

interface CheckOptions {
  /** Undefined when nobody knows what year this is. */
  readonly thisYear: number | undefined
}

export function checkWorks(works: readonly Work[], { thisYear }: CheckOptions): Diagnostic[] {
  const known = new Map<string, Work[]>()
  return works.flatMap((work) => [
    ...checkFields(work),
    ...checkYear(work, thisYear),
    ...checkCapitals(work),
    ...checkTwin(work, known),
  ])
}

function checkFields(work: Work): Diagnostic[] {
  if (work.faulty) return []
  const { key, file, place } = work
  const { fields, example } = missingOf(work)
  if (fields.length === 0) return []
  const type = work.format === 'bibtex' ? `@${work.type}` : work.type
  // A work without a title is nothing at all; what else it lacks can wait.
  return isText(work.item.title)
    ? [diagnose(missingFields, { key, type, fields, example }, { file, place })]
    : [diagnose(missingTitle, { key, example }, { file, place })]
}

function checkYear(work: Work, thisYear: number | undefined): Diagnostic[] {
  const year = yearOf(work.item)
  const doubt = year === undefined ? undefined : yearDoubt(year, thisYear)
  if (!doubt || year === undefined) return []
  const { key, file } = work
  const place = work.placeOf('date', 'year', 'DA', 'PY', 'Y1')
  return [diagnose(oddYear, { key, year, thisYear, ...doubt }, { file, place, expected: doubt.meant })]
}

/** The year as it was typed; of a range its end, for that may still be to come. */
function yearOf({ issued }: CslItem): string | undefined {
  if (typeof issued !== 'object' || issued === null) return undefined
  const date: { readonly 'date-parts'?: unknown; readonly raw?: unknown; readonly literal?: unknown } = issued
  const parts = date['date-parts']
  if (Array.isArray(parts)) {
    const last: unknown = parts.at(-1)
    const year: unknown = Array.isArray(last) ? last[0] : undefined
    return year === undefined ? undefined : String(year)
  }
  const text = date.literal ?? date.raw
  return typeof text === 'string' ? text : undefined
}

/** A title this short may be an acronym. */
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 12
const LONGEST_SHOWN = 60

function checkCapitals(work: Work): Diagnostic[] {
  const { title } = work.item
  if (!isText(title)) return []
  const plain = title.replaceAll(/<[^<>]*>/g, '')
  const words = plain.match(/\p{Lu}{2,}/gu) ?? []
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  if (/\p{Ll}/u.test(plain) || words.length < FEWEST_WORDS || letters < FEWEST_LETTERS) return []
  const shown = plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain
  const place = work.placeOf('title', 'TI', 'T1')
  return [diagnose(capitals, { key: work.key, title: shown }, { file: work.file, place })]
}

/** @param known works before this one, by what tells that two are one */
function checkTwin(work: Work, known: Map<string, Work[]>): Diagnostic[] {
  const { key, file, place } = work
  for (const { mark, by } of marksOf(work.item)) {
    const before = known.get(mark) ?? []
    const twin = before.find((other) => !differ(work.item, other.item, by))
    // Of many that are alike few are kept, so that a thousand of them do not take a million comparisons.
    if (before.length < 20) known.set(mark, [...before, work])
    if (!twin) continue
    const facts = { key, other: twin.key, file: twin.file, line: twin.place.start.line, by }
    return [diagnose(sameWork, facts, { file, place })]
  }
  return []
}

function marksOf(item: CslItem): { readonly mark: string; readonly by: 'doi' | 'title' }[] {
  const doi = isText(item.DOI)
    ? item.DOI.toLowerCase()
        .replace(/^.*?(?=10\.)/, '')
        .trim()
    : ''
  const title = isText(item.title) ? folded(item.title) : ''
  const [first] = [item.author, item.editor].flatMap((list) => (Array.isArray(list) ? list : []))
  const who = folded(String(first?.family ?? first?.literal ?? ''))
  return [
    ...(doi === '' ? [] : [{ mark: `doi ${doi}`, by: 'doi' as const }]),
    ...(title === '' || who === ''
      ? []
      : [{ mark: JSON.stringify([title, yearOf(item), who]), by: 'title' as const }]),
  ]
}

/** Are two works of one mark two all the same: chapters with the DOI of their book, parts of a series? */
function differ(a: CslItem, b: CslItem, by: 'doi' | 'title'): boolean {
  const fields =
    by === 'doi'
      ? ['title']
      : ['DOI', 'volume', 'issue', 'number', 'page', 'edition', 'container-title', 'URL']
  return (
    fields.some((field) => {
      const [one, other] = [a[field], b[field]]
      return isText(one) && isText(other) && folded(one) !== folded(other)
    }) &&
    (by === 'title' || a.type === 'chapter' || b.type === 'chapter' || a.type.startsWith('entry'))
  )
}

function folded(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/g, '')
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
