/**
 * The grammar of BibTeX files, entry by entry: a broken entry tells what is wrong with it and leaves the others alone.
 * Values stay as typed (LaTeX); `bibtex-items.ts` reads them.
 */
import type { Span } from '../../places.ts'

export interface BibtexEntry {
  /** Lower case, e.g. `book`. */
  readonly type: string
  readonly key: string
  /** By lower-case name; braces or quotes around the value are off. */
  readonly fields: Readonly<Record<string, string>>
  /** Where the key stands. */
  readonly span: Span
}

export type BibtexFault =
  | { readonly kind: 'unclosed'; readonly key: string; readonly field: string; readonly span: Span }
  | { readonly kind: 'no-brace' | 'no-key' | 'bad-key'; readonly key: string; readonly span: Span }
  | {
      readonly kind: 'no-comma' | 'no-equals' | 'unbraced' | 'undefined-string'
      readonly key: string
      readonly field: string
      readonly span: Span
    }

interface BibtexFile {
  readonly entries: readonly BibtexEntry[]
  readonly faults: readonly BibtexFault[]
}

/** Months as BibTeX names them, and as Indonesian authors type them. */
const MONTHS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'jan januari january',
    'feb februari february',
    'mar maret march',
    'apr april',
    'may mei',
    'jun juni june',
    'jul juli july',
    'aug agustus agt august',
    'sep september',
    'oct oktober okt october',
    'nov november nopember',
    'dec desember des december',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, String(index + 1)])),
)

const AT = /@[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t\r\n]*([{(])?/gu
/** Where the next entry surely begins, whatever state this one is in. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[\p{L}_][\p{L}\p{N}_-]*[ \t]*[{(]/gmu
/** A field that begins inside the value of another: a brace before it was never closed. */
const FIELD_LINE = /\n[ \t]*[\p{L}_][\p{L}\p{N}_-]*[ \t]*=[ \t]*[{"\d]/u

/** Reads a whole file. */
export function parseBibtex(text: string): BibtexFile {
  const entries: BibtexEntry[] = []
  const faults: BibtexFault[] = []
  const strings = new Map<string, string>(Object.entries(MONTHS))
  const at = new RegExp(AT)
  for (let match = at.exec(text); match; match = at.exec(text)) {
    const [whole, name = '', open] = match
    const type = name.toLowerCase()
    const lead = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)
    if (lead.includes('%')) continue
    if (open === undefined) {
      if (lead.trim() === '' && type !== 'comment') {
        faults.push({
          kind: 'no-brace',
          key: name,
          span: [match.index, match.index + whole.trimEnd().length],
        })
      }
      continue
    }
    const reader = new EntryReader(text, at.lastIndex, open === '{' ? '}' : ')', strings, faults)
    if (type === 'comment' || type === 'preamble') reader.skip()
    else if (type === 'string') reader.string()
    else {
      const entry = reader.entry(type, match.index)
      if (entry) entries.push(entry)
    }
    at.lastIndex = Math.max(reader.position, at.lastIndex)
  }
  return { entries, faults }
}

/** Thrown inside this file alone: the entry ends too early. */
class Unclosed extends Error {}

class EntryReader {
  position: number
  private readonly text: string
  private readonly close: string
  private readonly strings: Map<string, string>
  private readonly faults: BibtexFault[]
  /** Nothing behind this belongs to the entry. */
  private readonly limit: number

  constructor(
    text: string,
    position: number,
    close: string,
    strings: Map<string, string>,
    faults: BibtexFault[],
  ) {
    this.text = text
    this.position = position
    this.close = close
    this.strings = strings
    this.faults = faults
    const next = new RegExp(NEXT_ENTRY)
    next.lastIndex = position
    this.limit = next.exec(text)?.index ?? text.length
  }

  /** `@comment{…}`: nothing to read. */
  skip(): void {
    try {
      if (this.close === '}') this.braced()
    } catch (error) {
      if (!(error instanceof Unclosed)) throw error
    }
  }

  /** `@string{ugm = "Universitas Gadjah Mada"}` */
  string(): void {
    const fields: Record<string, string> = {}
    this.tolerant('@string', this.position, () => this.fields('@string', fields))
    for (const [name, value] of Object.entries(fields)) this.strings.set(name, value)
  }

  entry(type: string, start: number): BibtexEntry | undefined {
    this.space()
    const keyStart = this.position
    const key = this.match(/[^,{}()"=\r\n]*/y)
      .trim()
      .normalize('NFC')
    const span: Span = [keyStart, keyStart + key.length]
    const head: Span = [start, Math.max(start + 1, this.position)]
    if (key === '' || this.peek() === '=') {
      this.faults.push({ kind: 'no-key', key: type, span: head })
      this.position = keyStart
    } else if (/\s/.test(key)) this.faults.push({ kind: 'bad-key', key, span })
    const fields: Record<string, string> = {}
    this.tolerant(key, start, () => {
      if (this.peek() === '=') this.fields(key, fields)
      else {
        this.space()
        if (this.peek() === ',') this.position++
        this.fields(key, fields)
      }
    })
    return key === '' || /\s/.test(key) ? undefined : { type, key, fields, span }
  }

  /** Reads; when the entry is not closed, says so and goes to the next one. */
  private tolerant(key: string, start: number, read: () => void): void {
    const before = this.position
    try {
      read()
    } catch (error) {
      if (!(error instanceof Unclosed)) throw error
      const { field, span } = this.suspect ?? {
        field: '',
        span: [start, Math.max(before, start + 1)] as const,
      }
      this.faults.push({ kind: 'unclosed', key, field, span })
      this.position = this.limit
    }
  }

  /** The field whose brace or quote most likely was never closed. */
  private suspect: { field: string; span: Span } | undefined

  private fields(key: string, into: Record<string, string>): void {
    for (;;) {
      this.space()
      if (this.peek() === this.close || (this.peek() !== '' && '})'.includes(this.peek()))) {
        this.position++
        return
      }
      if (this.peek() === ',') {
        this.position++
        continue
      }
      const start = this.position
      const name = this.match(/[^\s=,{}"#%()]+/y)
      if (name === '') {
        if (this.position >= this.limit) throw new Unclosed()
        this.position++
        continue
      }
      this.space()
      if (this.peek() !== '=') {
        if (this.position >= this.limit) throw new Unclosed()
        this.faults.push({ kind: 'no-equals', key, field: name, span: [start, start + name.length] })
        this.match(/[^,}\r\n]*/y)
        continue
      }
      this.position++
      const value = this.value(key, name, start)
      into[name.toLowerCase()] = value.normalize('NFC')
      const end = this.position
      this.space()
      if (!['', ',', this.close, '}', ')'].includes(this.peek())) {
        this.faults.push({ kind: 'no-comma', key, field: name, span: [Math.max(start, end - 1), end] })
      }
    }
  }

  /** Parts joined by `#`. */
  private value(key: string, field: string, start: number): string {
    let value = ''
    do {
      if (this.peek() === '#') this.position++
      this.space()
      value += this.part(key, field, start)
      const end = this.position
      this.space()
      if (this.peek() !== '#') this.position = end
    } while (this.peek() === '#')
    return value
  }

  private part(key: string, field: string, start: number): string {
    const char = this.peek()
    if (char === '{' || char === '"') {
      const from = this.position++
      // Named beforehand, because an unclosed value may swallow what follows and end well.
      const span: Span = [start, from + 1]
      try {
        const value = char === '{' ? this.braced() : this.quoted()
        if (FIELD_LINE.test(value)) this.suspect ??= { field, span }
        return value
      } catch (error) {
        this.suspect ??= { field, span }
        throw error
      }
    }
    const from = this.position
    const bare = this.match(this.close === ')' ? /[^,{}()"#\r\n]*/y : /[^,{}"#\r\n]*/y).trimEnd()
    this.position = from + bare.length
    if (/^\d+$/.test(bare)) return bare
    const span: Span = [from, Math.max(from + 1, this.position)]
    const known = this.strings.get(bare.toLowerCase())
    if (known !== undefined) return known
    const kind = /^[\p{L}_][\p{L}\p{N}_:.-]*$/u.test(bare) ? 'undefined-string' : 'unbraced'
    this.faults.push({ kind, key, field, span })
    return bare
  }

  /** To the brace that closes, which is consumed. */
  private braced(): string {
    const from = this.position
    let depth = 1
    while (this.position < this.limit) {
      const char = this.text[this.position++]
      if (char === '\\') this.position++
      else if (char === '{') depth++
      else if (char === '}' && --depth === 0) return this.text.slice(from, this.position - 1)
    }
    throw new Unclosed()
  }

  /** To the quote that closes; one inside braces does not. */
  private quoted(): string {
    const from = this.position
    let depth = 0
    while (this.position < this.limit) {
      const char = this.text[this.position++]
      if (char === '\\' && depth > 0) this.position++
      else if (char === '{') depth++
      else if (char === '}') depth--
      else if (char === '"' && depth <= 0) return this.text.slice(from, this.position - 1)
    }
    throw new Unclosed()
  }

  /** White space, and comments to the end of the line. */
  private space(): void {
    this.match(/(?:\s|%[^\n]*)*/y)
  }

  private peek(): string {
    return this.position < this.limit ? (this.text[this.position] ?? '') : ''
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.text)?.[0] ?? ''
    const inside = found.slice(0, Math.max(0, this.limit - this.position))
    this.position += inside.length
    return inside
  }
}
