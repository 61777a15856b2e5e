/** Reads one BibTeX entry, however broken. */

import type { Span } from '../../places.ts'
import type { BibtexEntry, BibtexFault, BibtexMember } from './bibtex-syntax.ts'
import { tidyKey } from './keys.ts'

/** Abbreviations by lower-case name. */
export type Strings = Map<string, string>

/** A field that begins inside the value of another: a brace before it was never closed. */
const FIELD_LINE = /\n[ \t]*[\p{L}_][\p{L}\p{N}_-]*[ \t]*=[ \t]*[{"\d]/u
/** What is wrong behind so many faults of one entry follows from them. */
const MOST_FAULTS = 20
const WHITE = /\s/

/** Thrown inside this file alone: the entry ends too early. */
class Unclosed extends Error {}

interface Surroundings {
  readonly text: string
  /** Behind the bracket that opens the entry. */
  readonly position: number
  readonly close: string
  /** Nothing behind this belongs to the entry. */
  readonly limit: number
  readonly strings: Strings
  readonly faults: BibtexFault[]
  /** Characters that abbreviations may still grow to. */
  readonly budget: { left: number }
}

export class EntryReader {
  position: number
  private readonly around: Surroundings
  private readonly text: string
  private readonly limit: number
  private readonly faultsBefore: number
  private readonly members: BibtexMember[] = []
  /** The field whose brace or quote most likely was never closed. */
  private suspect: { field: string; span: Span } | undefined
  private sound = true

  constructor(around: Surroundings) {
    this.around = around
    this.text = around.text
    this.position = around.position
    this.limit = around.limit
    this.faultsBefore = around.faults.length
  }

  /** `@comment{…}`: nothing to read. */
  skip(): void {
    try {
      if (this.around.close === '}') this.braced()
    } catch (error) {
      if (!(error instanceof Unclosed)) throw error
    }
  }

  /** `@string{ugm = "Universitas Gadjah Mada"}` */
  string(): void {
    const fields: Record<string, string> = {}
    this.tolerant('@string', this.position, () => this.fields('@string', fields))
    for (const [name, value] of Object.entries(fields)) this.around.strings.set(name, value)
  }

  /** @param start where its `@` stands */
  entry(type: string, start: number): BibtexEntry | undefined {
    this.space()
    const keyStart = this.position
    const typed = this.match(/[^,{}()"=\r\n]*/y).trim()
    const key = tidyKey(typed)
    const span: Span = [keyStart, keyStart + typed.length]
    const head: Span = [start, Math.max(start + 1, this.position)]
    if (key === '' || this.peek() === '=') {
      this.tell({ kind: 'no-key', key: type, span: head })
      this.position = keyStart
    } else if (/\s/.test(key)) this.tell({ kind: 'bad-key', key, span })
    const fields: Record<string, string> = {}
    this.tolerant(key, start, () => {
      this.space()
      if (this.peek() !== '=' && this.peek() === ',') this.position++
      this.fields(key, fields)
    })
    if (key === '' || /\s/.test(key)) return undefined
    const { members, sound } = this
    return { type, key, fields, span, extent: [start, this.position], members, sound }
  }

  private tell(fault: BibtexFault): void {
    const { faults } = this.around
    // A name that stands for nothing is a doubt about its meaning, not about what was typed.
    if (fault.kind !== 'undefined-string') this.sound = false
    if (faults.length - this.faultsBefore < MOST_FAULTS || fault.kind === 'unclosed') faults.push(fault)
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
      this.tell({ kind: 'unclosed', key, field, span })
      this.position = this.limit
    }
  }

  private fields(key: string, into: Record<string, string>): void {
    for (;;) {
      this.space()
      const char = this.peek()
      if (char === '}' || char === ')') {
        if (char !== this.around.close) this.sound = false
        this.position++
        return
      }
      if (char === ',') {
        this.position++
        continue
      }
      const start = this.position
      const name = this.match(/[^\s=,{}"#%()]+/y)
      if (name === '') {
        if (this.position >= this.limit) throw new Unclosed()
        this.sound = false
        this.position++
        continue
      }
      const nameSpan: Span = [start, start + name.length]
      this.space()
      if (this.peek() !== '=') {
        if (this.position >= this.limit) throw new Unclosed()
        this.tell({ kind: 'no-equals', key, field: name, span: nameSpan })
        this.match(/[^,}\r\n]*/y)
        continue
      }
      this.position++
      this.space()
      const from = this.position
      const value = this.value(key, name, start)
      into[name.toLowerCase()] = value.normalize('NFC')
      const end = this.position
      this.members.push({ name: nameSpan, value: [from, end] })
      this.space()
      if (!['', ',', '}', ')'].includes(this.peek())) {
        this.tell({ kind: 'no-comma', key, field: name, span: [Math.max(start, end - 1), end] })
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
    const bare = this.match(this.around.close === ')' ? /[^,{}()"#\r\n]*/y : /[^,{}"#\r\n]*/y).trimEnd()
    this.position = from + bare.length
    if (/^\d+$/.test(bare)) return bare
    const span: Span = [from, Math.max(from + 1, this.position)]
    const known = this.around.strings.get(bare.toLowerCase())
    if (known !== undefined) {
      this.around.budget.left -= known.length
      if (this.around.budget.left >= 0) return known
      this.tell({ kind: 'too-long', key, field, span })
      return bare
    }
    const kind = /^[\p{L}_][\p{L}\p{N}_:.-]*$/u.test(bare) ? 'undefined-string' : 'unbraced'
    this.tell({ kind, key, field, span })
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
    while (this.position < this.limit) {
      const char = this.text[this.position] ?? ''
      if (char === '%') {
        while (this.position < this.limit && !'\r\n'.includes(this.text[this.position] ?? '')) this.position++
      } else if (WHITE.test(char)) this.position++
      else return
    }
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
