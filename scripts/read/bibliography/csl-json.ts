/** Bibliographies in CSL-JSON, as Zotero and Mendeley export them. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Outcome, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { cslItem, isRecord } from './csl-values.ts'
import { jsonShape, jsonSyntax, jsonValue } from './format-messages.ts'
import type { Work } from './work.ts'

/** Reads one file; a work without id or type is told and left out, and so is one that is no JSON. */
export function readCslJson(source: SourceFile): Outcome<Work[]> {
  const { path: file, text } = source
  const place = placesIn(text)
  const whole = parsed(text)
  const spans = objectSpans(text)
  if ('value' in whole) {
    const data = whole.value
    const works: unknown = isRecord(data) && Array.isArray(data.items) ? data.items : data
    if (!Array.isArray(works)) {
      const where = { file, place: place([0, Math.min(1, text.length)]) }
      return { value: [], diagnostics: [diagnose(jsonShape, { number: 0, format: 'CSL-JSON' }, where)] }
    }
    return cslWorks(
      works.map((work, index) => ({ work, span: spans[index] ?? [0, 0] })),
      source,
      'CSL-JSON',
    )
  }
  // Something in it is broken: what stands between braces by itself may be whole.
  const { reason, at } = whole
  const diagnostics = [diagnose(jsonSyntax, { reason }, { file, place: place([at, at + 1]) })]
  const good = wholeWorks(text)
  const read = cslWorks(good, source, 'CSL-JSON')
  return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] }
}

interface CslWork {
  readonly work: unknown
  readonly span: Span
  /** Which of the file it is, when some before it are left out. */
  readonly number?: number
}

/** Works as data, with where each of them stands. */
export function cslWorks(
  works: readonly CslWork[],
  { path: file, text }: SourceFile,
  format: 'CSL-JSON' | 'CSL-YAML',
): Outcome<Work[]> {
  const place = placesIn(text)
  const value: Work[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, { work, span, number = index + 1 }] of works.entries()) {
    const at = place(span)
    const read = cslItem(work)
    if (!read) {
      diagnostics.push(diagnose(jsonShape, { number, format }, { file, place: at }))
      continue
    }
    const { item, dropped, undated } = read
    const { id: key, type } = item
    value.push({ key, item, type, undated, faulty: false, format: 'csl', file, place: at, placeOf: () => at })
    if (dropped.length > 0) {
      diagnostics.push(diagnose(jsonValue, { key, fields: dropped, format }, { file, place: at }))
    }
  }
  return { value, diagnostics }
}

type Parsed = { readonly value: unknown } | { readonly reason: string; readonly at: number }

function parsed(text: string): Parsed {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { reason, at: Number(/position (\d+)/.exec(reason)?.[1] ?? text.trimEnd().length) }
  }
}

const TOKENS = /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|[[\]{}]/g

/** Where the objects in the outermost array stand, in order. */
function objectSpans(text: string): Span[] {
  const spans: Span[] = []
  let depth = 0
  let inArray = 0
  let start = 0
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '[' || token === '{') {
      depth++
      if (token === '[' && inArray === 0) inArray = depth
      if (token === '{' && depth === inArray + 1 && inArray > 0) start = index
    } else if (token === ']' || token === '}') {
      if (token === '}' && depth === inArray + 1 && inArray > 0) spans.push([start, index + 1])
      depth--
    }
  }
  return spans
}

/** So often a text may be parsed again in the hope of a work. */
const MOST_TRIES = 20

/** Objects with an id that are JSON by themselves, wherever they stand; none within another. */
function wholeWorks(text: string): { work: unknown; span: Span }[] {
  const open: number[] = []
  const spans: Span[] = []
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '{') open.push(index)
    else if (token === '}') {
      const start = open.pop()
      if (start !== undefined && /^\{\s*"/.test(text.slice(start, start + 50))) spans.push([start, index + 1])
    }
  }
  // The outermost first.
  spans.sort(([a], [b]) => a - b)
  const works: { work: unknown; span: Span }[] = []
  let left = MOST_TRIES * text.length
  let end = 0
  for (const span of spans) {
    const length = span[1] - span[0]
    if (span[0] < end || length > left) continue
    left -= length
    const one = parsed(text.slice(...span))
    if (!('value' in one) || !cslItem(one.value)) continue
    works.push({ work: one.value, span })
    end = span[1]
  }
  return works
}
