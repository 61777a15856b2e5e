/**
 * Bibliographies in CSL-YAML: pandoc's list of `references:`, or a list by itself. Each work is parsed by itself: one
 * that is broken leaves the others alone, and the time a hostile one takes is bounded by its length.
 */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Outcome, Place, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { readYaml } from '../yaml.ts'
import { cslWorks } from './csl-json.ts'
import { isRecord } from './csl-values.ts'
import { badYaml, jsonShape, yamlTooDeep } from './format-messages.ts'
import type { Work } from './work.ts'

/** Of a work, or of a file that is no list of works line by line. */
const LONGEST = 50_000
const DEEPEST = 50
const WIDEST_INDENT = 200

export function readCslYaml(source: SourceFile): Outcome<Work[]> {
  const spans = itemSpans(source.text)
  const place = placesIn(source.text)
  const pieces = (spans.length > 0 ? spans : [[0, source.text.length] as const]).map((span) =>
    readPiece(source, span, { place, isWhole: spans.length === 0 }),
  )
  const works = pieces.flatMap(({ value }, index) =>
    value.map(({ work, span }, at) => ({
      work: withMarkup(work),
      // A piece that is one work of many stands where its dash is.
      span: spans[index] ?? span,
      number: spans.length > 0 ? index + 1 : at + 1,
    })),
  )
  const read = cslWorks(works, source, 'CSL-YAML')
  const told = pieces.flatMap(({ diagnostics }) => diagnostics)
  return { value: read.value, diagnostics: [...told, ...read.diagnostics] }
}

/** Reads a list of works that stands somewhere in a file, or is all of it. */
function readPiece(
  { path: file, text }: SourceFile,
  [from, to]: Span,
  { place, isWhole }: { readonly place: (span: Span) => Place; readonly isWhole: boolean },
): Outcome<{ readonly work: unknown; readonly span: Span }[]> {
  const failed = (diagnostic: Diagnostic) => ({ value: [], diagnostics: [diagnostic] })
  const piece = text.slice(from, to)
  if (isTooHard(piece)) return failed(diagnose(yamlTooDeep, {}, { file, place: place([from, to]) }))
  const { value: yaml, diagnostics } = readYaml({ path: file, text: piece })
  const spanOf = (at: Place | undefined): Span => [
    from + (at?.start.offset ?? 0),
    from + (at?.end.offset ?? 0),
  ]
  const [fault] = diagnostics
  if (fault) {
    const facts = { text: fault.message, hint: fault.hint, isWhole }
    return failed(diagnose(badYaml, facts, { file, place: place(spanOf(fault.place)) }))
  }
  const data = yaml.value
  const list = isRecord(data) ? data.references : data
  if (!Array.isArray(list)) {
    const where = { file, place: place([from, Math.min(from + 1, to)]) }
    return failed(diagnose(jsonShape, { number: 0, format: 'CSL-YAML' }, where))
  }
  const path = isRecord(data) ? ['references'] : []
  const value = list.map((work, index) => ({ work, span: spanOf(yaml.place([...path, index])) }))
  return { value, diagnostics: [] }
}

/** Where the works stand: from each dash of the outermost list to the next one. */
function itemSpans(text: string): Span[] {
  const lines = linesOf(text)
  const head = lines.findIndex(({ line }) => /^(["']?)references\1[ \t]*:[ \t]*(?:#.*)?$/.test(line))
  const spans: Span[] = []
  let indent: number | undefined
  let start: number | undefined
  let end = 0
  for (const { line, from } of lines.slice(head + 1)) {
    const content = line.trim()
    if (content === '' || content.startsWith('#')) continue
    const depth = line.length - line.trimStart().length
    const isDash = /^-(?:\s|$)/.test(content)
    // A list by itself has nothing before it but the marks of a document.
    if (indent === undefined && !isDash) {
      if (/^(?:---|%.*)$/.test(content)) continue
      return []
    }
    indent ??= depth
    if (depth <= indent && !(isDash && depth === indent)) break
    if (isDash && depth === indent) {
      if (start !== undefined) spans.push([start, end])
      start = from
    }
    end = from + line.length
  }
  if (start !== undefined) spans.push([start, end])
  return spans
}

function linesOf(text: string): { readonly line: string; readonly from: number }[] {
  let from = 0
  return text.split('\n').map((line) => {
    const at = from
    from += line.length + 1
    return { line: line.replace(/\r$/, ''), from: at }
  })
}

/** The parser of YAML has no bounds of its own: a file may be made to keep it busy for hours, or to end the program. */
function isTooHard(text: string): boolean {
  if (text.length > LONGEST) return true
  let depth = 0
  for (const char of text) {
    if ((char === '[' || char === '{') && ++depth > DEEPEST) return true
    if ((char === ']' || char === '}') && depth > 0) depth--
  }
  return linesOf(text).some(
    ({ line }) =>
      line.length - line.trimStart().length > WIDEST_INDENT || /^[ \t]*(?:[-?:][ \t]+){20}/.test(line),
  )
}

const MARKED = new Set(['title', 'container-title', 'collection-title', 'title-short', 'note', 'event'])

/** Pandoc reads the Markdown of these values. */
function withMarkup(work: unknown): unknown {
  if (!isRecord(work)) return work
  return Object.fromEntries(
    Object.entries(work).map(([name, value]) => [
      name,
      typeof value === 'string' && MARKED.has(name) ? markup(value) : value,
    ]),
  )
}

/** The longer mark first, so that `*a **b** c*` is both; each passes over what is written behind a backslash. */
const MARKS: readonly (readonly [pattern: RegExp, before: string, after: string])[] = [
  [/\\.|\[((?:\\.|[^[\]\\])*)\]\{\.nocase\}/gs, '<span class="nocase">', '</span>'],
  [/\\.|\*\*(?=[^*\s])((?:\\.|[^*\\])+)(?<!\s)\*\*/gs, '<b>', '</b>'],
  [/\\.|\*(?=[^*\s])((?:\\.|[^*\\])+)(?<!\s)\*/gs, '<i>', '</i>'],
]

function markup(text: string): string {
  const marked = MARKS.reduce(
    (before, [pattern, open, close]) =>
      before.replaceAll(pattern, (whole, inside?: string) =>
        inside === undefined ? whole : open + inside + close,
      ),
    text,
  )
  return marked.replaceAll(/\\([\\*[\]'"])/g, '$1')
}
