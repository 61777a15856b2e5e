/** Bibliographies in CSL-JSON, as Zotero and Mendeley export them. */
import { diagnose } from '../../diagnostics.ts'
import type { CslItem, Diagnostic, LibraryEntry, Outcome, SourceFile } from '../../model.ts'
import { jsonShape, jsonSyntax } from './messages.ts'
import { placesIn, type Span } from './places.ts'

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
    const item = cslItem(work)
    if (item) entries.push({ key: item.id, item, file, place: at })
    else diagnostics.push(diagnose(jsonShape, { number: index + 1 }, { file, place: at }))
  }
  return { value: entries, diagnostics }
}

function cslItem(work: unknown): CslItem | undefined {
  if (!isRecord(work)) return undefined
  const { id = work['citation-key'], type } = work
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof type !== 'string') return undefined
  return { ...work, id: String(id), type }
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
