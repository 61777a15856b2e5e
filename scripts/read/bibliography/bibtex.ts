/** Bibliographies in BibTeX and BibLaTeX: what is typed wrong is told file by file, what the works say for all at once. */
import { diagnose, nearest, type Where } from '../../diagnostics.ts'
import type { Diagnostic, Outcome, Place, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { type CrossrefFault, crossrefFaults } from './bibtex-crossref.ts'
import type { Strings } from './bibtex-entry.ts'
import { ENTRY_TYPES, knownType } from './bibtex-fields.ts'
import { bibtexItems } from './bibtex-items.ts'
import { type BibtexEntry, type BibtexFault, parseBibtex } from './bibtex-syntax.ts'
import {
  badKey,
  noBrace,
  noComma,
  noEquals,
  noKey,
  tooLong,
  unbraced,
  unclosedEntry,
  undefinedString,
  unknownType,
  unreadableValue,
} from './messages.ts'
import type { Work } from './work.ts'
import { crossrefLoop, crossrefMissing, nameSeparator, personTitles, unbracedBody } from './work-messages.ts'

/** An entry before its LaTeX is read. */
export interface FoundEntry {
  readonly key: string
  readonly bibtex: BibtexEntry
  readonly file: string
  readonly place: Place
  readonly faulty: boolean
  readonly placeOf: Work['placeOf']
}

/** @param strings abbreviations of the files before; those of this one are added */
export function readBibtex({ path: file, text }: SourceFile, strings: Strings): Outcome<FoundEntry[]> {
  const places = placesIn(text)
  const at = (span: Span) => ({ file, place: places(span) })
  const { entries, faults } = parseBibtex(text, strings)
  const diagnostics = faults.map((fault) => tellFault(fault, at(fault.span), text))
  const faulty = new Set(faults.filter(({ kind }) => kind !== 'no-comma').map(({ key }) => key))
  const near = new Map<string, string[]>()
  for (const { type, key, span } of entries) {
    if (knownType(type)) continue
    const like = near.get(type) ?? nearest(type.slice(0, 40), ENTRY_TYPES).map((name) => `@${name}`)
    near.set(type, like)
    diagnostics.push(diagnose(unknownType, { type, key, near: like }, at(span)))
  }
  const value = entries.map((bibtex) => {
    const spans = new Map<string, Span>(
      bibtex.members.map(({ name, value: written }) => [text.slice(...name).toLowerCase(), written]),
    )
    return {
      key: bibtex.key,
      bibtex,
      faulty: faulty.has(bibtex.key),
      ...at(bibtex.span),
      placeOf: (...fields: readonly string[]) =>
        places(fields.map((field) => spans.get(field)).find((span) => span) ?? bibtex.span),
    }
  })
  return { value, diagnostics }
}

/** What keeps entries of a file from being understood, and so from being written anew. */
export function bibtexFaults({ path: file, text }: SourceFile): Diagnostic[] {
  const places = placesIn(text)
  return parseBibtex(text)
    .faults.filter(({ kind }) => kind !== 'undefined-string')
    .map((fault) => tellFault(fault, { file, place: places(fault.span) }, text))
}

function tellFault(fault: BibtexFault, where: Where, text: string): Diagnostic {
  switch (fault.kind) {
    case 'unclosed':
      return diagnose(unclosedEntry, fault, where)
    case 'no-brace':
      return diagnose(noBrace, fault, where)
    case 'no-key':
      return diagnose(noKey, fault, where)
    case 'bad-key':
      return diagnose(badKey, fault, where)
    case 'no-comma':
      return diagnose(noComma, fault, where)
    case 'no-equals':
      return diagnose(noEquals, fault, where)
    case 'unbraced':
      return diagnose(unbraced, fault, where)
    case 'undefined-string':
      return diagnose(undefinedString, { ...fault, value: text.slice(...fault.span) }, where)
    case 'too-long':
      return diagnose(tooLong, { ...fault, value: text.slice(...fault.span) }, where)
  }
}

/** All entries of all files in one go, so that the converter is called once and `crossref` finds its parent. */
export async function bibtexWorks(found: readonly FoundEntry[]): Promise<Outcome<Work[]>> {
  const entries = found.map(({ bibtex }) => bibtex)
  const items = await bibtexItems(entries)
  const byKey = new Map(found.map((entry) => [entry.key, entry]))
  const diagnostics = crossrefFaults(entries).map((fault) => tellCrossref(fault, byKey))
  const value = found.flatMap((entry, index): Work[] => {
    const { bibtex, ...about } = entry
    const { file } = about
    const read = items[index]
    if (!read) return []
    const { key, type } = bibtex
    const { item, undated, unreadable, nameFaults } = read
    if (unreadable.length > 0) {
      diagnostics.push(diagnose(unreadableValue, { key, fields: unreadable }, { file, place: about.place }))
    }
    for (const fault of nameFaults) {
      const where = { file, place: about.placeOf(fault.field) }
      if (fault.kind === 'titles') diagnostics.push(diagnose(personTitles, { key, ...fault }, where))
      else if (fault.kind === 'body') {
        diagnostics.push(diagnose(unbracedBody, { key, format: 'bibtex', ...fault }, where))
      } else diagnostics.push(diagnose(nameSeparator, { key, ...fault }, where))
    }
    return [
      { ...about, item, type, undated, faulty: about.faulty || unreadable.length > 0, format: 'bibtex' },
    ]
  })
  return { value, diagnostics }
}

function tellCrossref(fault: CrossrefFault, found: ReadonlyMap<string, FoundEntry>): Diagnostic {
  const entry = found.get(fault.key)
  const where = { file: entry?.file, place: entry?.placeOf('crossref') }
  if (fault.kind === 'crossref-loop') return diagnose(crossrefLoop, fault, where)
  const near = found.size > 1000 ? [] : nearest(fault.parent.slice(0, 80), found.keys())
  return diagnose(crossrefMissing, { ...fault, near }, where)
}
