/**
 * Writes BibTeX files back tidily: one field a line, aligned, in braces. Nothing is lost: the order of entries and
 * fields, what stands between them and every value stay, and an entry that is not surely understood stays as it is.
 */
import { type BibtexEntry, parseBibtex } from './bibtex-syntax.ts'

interface FormattedBibtex {
  readonly text: string
  /** Entries whose text has changed. */
  readonly changed: readonly BibtexEntry[]
  /** Entries left as they are because something of them is broken. */
  readonly left: number
  readonly total: number
}

const INDENT = '  '

/** @param text without its byte order mark */
export function formatBibtex(text: string): FormattedBibtex {
  const { entries } = parseBibtex(text)
  const lineEnd = lineEndOf(text)
  const changed: BibtexEntry[] = []
  const pieces: string[] = []
  let left = 0
  let from = 0
  for (const entry of entries) {
    const [start, end] = entry.extent
    const before = text.slice(start, end)
    const after = entry.sound ? formatEntry(text, entry, lineEnd) : undefined
    if (after === undefined) left++
    else if (after !== before) changed.push(entry)
    pieces.push(text.slice(from, start), after ?? before)
    from = end
  }
  pieces.push(text.slice(from))
  return { text: pieces.join(''), changed, left, total: entries.length }
}

/** What the file's lines end with; a file of one line says nothing. */
function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** The entry anew, or undefined when there is anything between its fields that has no place in a tidy one. */
function formatEntry(text: string, entry: BibtexEntry, lineEnd: string): string | undefined {
  const [start, end] = entry.extent
  const [keyStart, keyEnd] = entry.span
  if (!/^@[ \t]*[^\s{(]+\s*[{(]\s*$/.test(text.slice(start, keyStart))) return undefined
  const names = entry.members.map(({ name }) => text.slice(...name).toLowerCase())
  const width = Math.max(0, ...names.map((name) => name.length))
  const lines: string[] = []
  let from = keyEnd
  for (const [index, { name, value }] of entry.members.entries()) {
    const comments = commentsIn(text.slice(from, name[0]))
    const written = formatValue(text.slice(...value))
    if (!comments || written === undefined || !/^\s*=\s*$/.test(text.slice(name[1], value[0])))
      return undefined
    const comma = index < entry.members.length - 1 ? ',' : ''
    lines.push(...comments, `${(names[index] ?? '').padEnd(width)} = ${written}${comma}`)
    from = value[1]
  }
  const comments = commentsIn(text.slice(from, end - 1))
  if (!comments) return undefined
  lines.push(...comments)
  const head = `@${entry.type}{${text.slice(keyStart, keyEnd)}`
  if (lines.length === 0) return `${head}}`
  return [`${head},`, ...lines.map((line) => INDENT + line), '}'].join(lineEnd)
}

/** The comments of what stands between two fields; undefined when there is more than comments, commas and space. */
function commentsIn(gap: string): string[] | undefined {
  const comments: string[] = []
  for (const line of gap.split(/\r\n|\n|\r/)) {
    const [, before = '', comment] = /^([^%]*)(%.*)?$/.exec(line) ?? []
    if (/[^\s,]/.test(before)) return undefined
    if (comment !== undefined) comments.push(comment.trimEnd())
  }
  return comments
}

/** The value in braces; parts joined by `#` and abbreviations stay. Undefined for what has no such form. */
function formatValue(raw: string): string | undefined {
  const parts = partsOf(raw)
  if (!parts) return undefined
  const [only = ''] = parts
  if (parts.length > 1) return parts.join(' # ')
  if (/^\d+$/.test(only)) return `{${only}}`
  if (!only.startsWith('"')) return only
  const inner = only.slice(1, -1)
  return staysWhole(inner) ? `{${inner}}` : only
}

/** The parts that `#` joins, each with its braces or quotes; undefined when something else stands between them. */
function partsOf(raw: string): string[] | undefined {
  const parts: string[] = []
  let at = 0
  const space = () => {
    while (/\s/.test(raw[at] ?? '')) at++
  }
  for (;;) {
    space()
    const from = at
    if (raw[at] === '{' || raw[at] === '"') at = endOf(raw, at)
    else while (at < raw.length && !/[\s#{}",%]/.test(raw[at] ?? '')) at++
    if (at === from) return undefined
    parts.push(raw.slice(from, at))
    space()
    if (at >= raw.length) return parts
    if (raw[at] !== '#') return undefined
    at++
  }
}

/** Behind the brace or quote that closes what opens at `from`, as the reader of entries finds it. */
function endOf(raw: string, from: number): number {
  const isBraced = raw[from] === '{'
  let depth = isBraced ? 1 : 0
  for (let at = from + 1; at < raw.length; at++) {
    const char = raw[at]
    if (char === '\\' && depth > 0) at++
    else if (char === '{') depth++
    else if (char === '}') {
      depth--
      if (isBraced && depth === 0) return at + 1
    } else if (char === '"' && !isBraced && depth <= 0) return at + 1
  }
  return raw.length
}

/** Would this be the same between braces, for us and for programs to which `\}` is a brace like others? */
function staysWhole(inner: string): boolean {
  if (endOf(`{${inner}}`, 0) !== inner.length + 2) return false
  let depth = 0
  for (const char of inner) {
    if (char === '{') depth++
    if (char === '}' && --depth < 0) return false
  }
  return depth === 0 && !inner.endsWith('\\')
}
