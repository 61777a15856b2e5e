/** Bibliographies in CSL-JSON, as Zotero and Mendeley export them. */
import { diagnose } from '../../diagnostics.ts'
import type { CslItem, Diagnostic, LibraryEntry, Outcome, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { jsonShape, jsonSyntax, jsonValue } from './messages.ts'

/** Reads one file; a work without id or type is told and left out. */
export function readCslJson({ path: file, text }: SourceFile): Outcome<LibraryEntry[]> {
  const place = placesIn(text)
  let data: unknown
  try {
    data = JSON.parse(text.normalize('NFC'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const at = Number(/position (\d+)/.exec(reason)?.[1] ?? text.trimEnd().length)
    return {
      value: [],
      diagnostics: [diagnose(jsonSyntax, { reason }, { file, place: place([at, at + 1]) })],
    }
  }
  const works: unknown = isRecord(data) && Array.isArray(data.items) ? data.items : data
  if (!Array.isArray(works)) {
    return { value: [], diagnostics: [diagnose(jsonShape, { number: 0 }, { file, place: place([0, 1]) })] }
  }
  const spans = objectSpans(text)
  const entries: LibraryEntry[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, work] of works.entries()) {
    const at = place(spans[index] ?? [0, 1])
    const read = cslItem(work)
    if (!read) {
      diagnostics.push(diagnose(jsonShape, { number: index + 1 }, { file, place: at }))
      continue
    }
    const { item, dropped } = read
    entries.push({ key: item.id, item, file, place: at })
    if (dropped.length > 0) {
      diagnostics.push(diagnose(jsonValue, { key: item.id, fields: dropped }, { file, place: at }))
    }
  }
  return { value: entries, diagnostics }
}

/** A work whose values have the kinds CSL-JSON asks for; the others are named. */
function cslItem(work: unknown): { item: CslItem; dropped: string[] } | undefined {
  if (!isRecord(work)) return undefined
  const { id = work['citation-key'], type, ...variables } = work
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof type !== 'string') return undefined
  const read: Record<string, unknown> = {}
  const dropped: string[] = []
  for (const [name, value] of Object.entries(variables)) {
    if (value === null) continue
    const kept = cslValue(name, value)
    if (kept === undefined) dropped.push(name)
    else read[name] = kept
  }
  return { item: { ...read, id: String(id), type }, dropped }
}

const NAMES =
  /^(?:author|editor|translator|director|composer|illustrator|interviewer|recipient|.*-(?:author|editor|director))$/
const DATES = /^(?:issued|accessed|submitted|.*-date)$/

function cslValue(name: string, value: unknown): unknown {
  if (NAMES.test(name)) {
    if (typeof value === 'string') return [{ literal: value }]
    return Array.isArray(value) && value.every(isName) ? value : undefined
  }
  if (DATES.test(name)) {
    if (typeof value === 'string' || typeof value === 'number') return { raw: String(value) }
    return isRecord(value) && (isDateParts(value['date-parts']) || isText(value.raw) || isText(value.literal))
      ? value
      : undefined
  }
  if (typeof value === 'number') return String(value)
  // Lists and objects of other names (custom, categories) no style reads.
  return typeof value === 'string' || !TEXTS.has(name) ? value : undefined
}

/** Variables every style may read as text. */
const TEXTS: ReadonlySet<string> = new Set(
  'title title-short container-title publisher publisher-place genre language note number page volume issue'.split(
    ' ',
  ),
)

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isName(value: unknown): boolean {
  return isRecord(value) && ['family', 'given', 'literal'].every((part) => isText(value[part] ?? ''))
}

function isDateParts(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((parts) => Array.isArray(parts) && parts.length > 0)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where the objects in the outermost array stand, in order. */
function objectSpans(text: string): Span[] {
  const spans: Span[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs
  let depth = 0
  let inArray = 0
  let start = 0
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token] = match
    if (token === '[' || token === '{') {
      depth++
      if (token === '[' && inArray === 0) inArray = depth
      if (token === '{' && depth === inArray + 1 && inArray > 0) start = match.index
    } else if (token === ']' || token === '}') {
      if (token === '}' && depth === inArray + 1 && inArray > 0) spans.push([start, match.index + 1])
      depth--
    }
  }
  return spans
}
