/**
 * The grammar of BibTeX files, entry by entry: a broken entry tells what is wrong with it and leaves the others alone.
 * Values stay as typed (LaTeX); `bibtex-items.ts` reads them, `bibtex-format.ts` writes entries back tidily.
 */

import type { Span } from '../../places.ts'
import { EntryReader, type Strings } from './bibtex-entry.ts'

export interface BibtexEntry {
  /** Lower case, e.g. `book`. */
  readonly type: string
  readonly key: string
  /** By lower-case name; braces or quotes around the value are off. */
  readonly fields: Readonly<Record<string, string>>
  /** Where the key stands. */
  readonly span: Span
  /** From `@` to behind the bracket that closes the entry. */
  readonly extent: Span
  /** Every field as it stands, one that is given twice too. */
  readonly members: readonly BibtexMember[]
  /** False when anything of it was guessed; then nobody may write it anew. */
  readonly sound: boolean
}

export interface BibtexMember {
  readonly name: Span
  /** With its braces, quotes and `#`. */
  readonly value: Span
}

export type BibtexFault =
  | { readonly kind: 'unclosed'; readonly key: string; readonly field: string; readonly span: Span }
  | { readonly kind: 'no-brace' | 'no-key' | 'bad-key'; readonly key: string; readonly span: Span }
  | {
      readonly kind: 'no-comma' | 'no-equals' | 'unbraced' | 'undefined-string' | 'too-long'
      readonly key: string
      readonly field: string
      readonly span: Span
    }

interface BibtexFile {
  readonly entries: readonly BibtexEntry[]
  readonly faults: readonly BibtexFault[]
}

/** Months as BibTeX names them, and as Indonesian authors type them. */
const MONTHS: readonly (readonly [name: string, number: string])[] = [
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
].flatMap((names, index) => names.split(' ').map((name) => [name, String(index + 1)] as const))

const AT = /@[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t\r\n]*([{(])?/gu
/** Where the next entry surely begins, whatever state this one is in. */
const NEXT_ENTRY = /^[ \t]*@[ \t]*[\p{L}_][\p{L}\p{N}_-]*[ \t]*[{(]/gmu
/** Abbreviations that are made of themselves grow without end: so much text may come from them in one file. */
const MOST_EXPANDED = 2_000_000

/** The abbreviations that are known before a file defines its own. */
export function knownStrings(): Strings {
  return new Map(MONTHS)
}

/**
 * Reads a whole file, in one pass.
 * @param strings abbreviations of files read before; those of this file are added
 */
export function parseBibtex(text: string, strings: Strings = knownStrings()): BibtexFile {
  const entries: BibtexEntry[] = []
  const faults: BibtexFault[] = []
  const budget = { left: MOST_EXPANDED }
  const limits = [...text.matchAll(NEXT_ENTRY)].map((match) => match.index)
  let nextLimit = 0
  const lead = leadOf(text)
  const at = new RegExp(AT)
  for (let match = at.exec(text); match; match = at.exec(text)) {
    const [whole, name = '', open] = match
    const type = name.toLowerCase()
    const before = lead.upTo(match.index)
    if (before.commented) continue
    if (open === undefined) {
      if (before.blank && type !== 'comment') {
        const span: Span = [match.index, match.index + whole.trimEnd().length]
        faults.push({ kind: 'no-brace', key: name, span })
      }
      continue
    }
    while ((limits[nextLimit] ?? text.length) < at.lastIndex) nextLimit++
    const reader = new EntryReader({
      text,
      position: at.lastIndex,
      close: open === '{' ? '}' : ')',
      limit: limits[nextLimit] ?? text.length,
      strings,
      faults,
      budget,
    })
    if (type === 'comment' || type === 'preamble') reader.skip()
    else if (type === 'string') reader.string()
    else {
      const entry = reader.entry(type, match.index)
      if (entry) entries.push(entry)
    }
    at.lastIndex = Math.max(reader.position, at.lastIndex)
    lead.restart(at.lastIndex)
  }
  return { entries, faults }
}

/** What stands before a place on its line, behind the entry before it; asked for from left to right. */
function leadOf(text: string) {
  let from = 0
  let commented = false
  let blank = true
  return {
    upTo(place: number): { readonly commented: boolean; readonly blank: boolean } {
      const between = text.slice(from, place)
      const line = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'))
      if (line >= 0) [commented, blank] = [false, true]
      const rest = between.slice(line + 1)
      commented ||= rest.includes('%')
      blank &&= rest.trim() === ''
      from = place
      return { commented, blank }
    },
    restart(place: number): void {
      from = place
      commented = false
      blank = false
    },
  }
}
