/**
 * Bibliographies in CSL-YAML: pandoc's list of `references:`, or a list by itself. Each work is parsed by itself: one
 * that is broken leaves the others alone, and the time a hostile one takes is bounded by its length.
 */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Outcome, Place, SourceFile } from '../../model.ts'
import { readYaml } from '../yaml.ts'
import { cslWorks } from './csl-json.ts'
import { isRecord } from './csl-values.ts'
import { jsonShape, yamlSyntax, yamlTooDeep } from './format-messages.ts'
import { placesIn, type Span } from './places.ts'
import type { Work } from './work.ts'

/** Of a work, or of a file that is no list of works line by line. */
const LONGEST = 50_000
const DEEPEST = 50
const WIDEST_INDENT = 200

export function readCslYaml(source: SourceFile): Outcome<Work[]> {
  const { path: file, text } = source
  const place = placesIn(text)
  const spans = itemSpans(text)
  const diagnostics: Diagnostic[] = []
  const works: { work: unknown; span: Span }[] = []
  const pieces: readonly Span[] = spans.length > 0 ? spans : [[0, text.length]]
  for (const span of pieces) {
    const piece = text.slice(...span)
    if (isTooHard(piece)) {
      diagnostics.push(diagnose(yamlTooDeep, {}, { file, place: place(span) }))
      continue
    }
    const { value: yaml, diagnostics: told } = readYaml({ path: file, text: piece })
    const shift = (at: Place | undefined) =>
      at && place([span[0] + (at.start.offset ?? 0), span[0] + (at.end.offset ?? 0)])
    for (const { message, hint, place: at } of told) {
      diagnostics.push(diagnose(yamlSyntax, { text: message, hint }, { file, place: shift(at) }))
    }
    if (told.length > 0) continue
    const data = yaml.value
    const list = isRecord(data) ? data.references : data
    if (!Array.isArray(list)) {
      const where = { file, place: place([0, Math.min(1, text.length)]) }
      diagnostics.push(diagnose(jsonShape, { number: 0, format: 'CSL-YAML' }, where))
      continue
    }
    if (spans.length > 0) for (const work of list) works.push({ work, span })
    else {
      const path = isRecord(data) ? ['references'] : []
      for (const [index, work] of list.entries()) {
        const at = yaml.place([...path, index])
        works.push({ work, span: [at?.start.offset ?? 0, at?.end.offset ?? 0] })
      }
    }
  }
  const read = cslWorks(
    works.map(({ work, span }) => ({ work: withMarkup(work), span })),
    source,
    'CSL-YAML',
  )
  return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] }
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

function markup(text: string): string {
  return text
    .replaceAll(/\[([^[\]]*)\]\{\.nocase\}/g, '<span class="nocase">$1</span>')
    .replaceAll(/\*\*(?=[^*\s])([^*]*[^*\s])\*\*/g, '<b>$1</b>')
    .replaceAll(/\*(?=[^*\s])([^*]*[^*\s])\*/g, '<i>$1</i>')
    .replaceAll(/\\([\\*[\]'"])/g, '$1')
}
