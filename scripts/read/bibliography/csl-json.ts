/** Bibliographies in CSL-JSON, as Zotero and Mendeley export them. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Outcome, SourceFile } from '../../model.ts'
import { cslItem, isRecord } from './csl-values.ts'
import { jsonShape, jsonSyntax, jsonValue } from './format-messages.ts'
import { placesIn, type Span } from './places.ts'
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
  const good = spans.flatMap((span) => {
    const one = parsed(text.slice(...span))
    return 'value' in one ? [{ work: one.value, span }] : []
  })
  const read = cslWorks(good, source, 'CSL-JSON')
  return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] }
}

/** Works as data, with where each of them stands. */
export function cslWorks(
  works: readonly { readonly work: unknown; readonly span: Span }[],
  { path: file, text }: SourceFile,
  format: 'CSL-JSON' | 'CSL-YAML',
): Outcome<Work[]> {
  const place = placesIn(text)
  const value: Work[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, { work, span }] of works.entries()) {
    const at = place(span)
    const read = cslItem(work)
    if (!read) {
      diagnostics.push(diagnose(jsonShape, { number: index + 1, format }, { file, place: at }))
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

/** Where the objects in the outermost array stand, in order. */
function objectSpans(text: string): Span[] {
  const spans: Span[] = []
  const tokens = /"(?:[^"\\\n]|\\.)*"|[[\]{}]/gs
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
