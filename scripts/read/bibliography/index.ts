/** Reads the bibliography files of a thesis into one library. */
import { diagnose, nearest, type Where } from '../../diagnostics.ts'
import type { Diagnostic, Library, LibraryEntry, Outcome, SourceFile } from '../../model.ts'
import { placesIn, type Span } from '../../places.ts'
import { bibtexItems, ENTRY_TYPES, knownType } from './bibtex-items.ts'
import { type BibtexEntry, type BibtexFault, parseBibtex } from './bibtex-syntax.ts'
import { readCslJson } from './csl-json.ts'
import {
  badKey,
  duplicateKey,
  missingTitle,
  noBrace,
  noComma,
  noEquals,
  noKey,
  unbraced,
  unclosedEntry,
  undefinedString,
  unknownFormat,
  unknownType,
  unreadableValue,
} from './messages.ts'

/** A work before LaTeX is read, or already in CSL-JSON. */
type Found = Omit<LibraryEntry, 'item'> &
  ({ readonly bibtex: BibtexEntry } | { readonly item: LibraryEntry['item'] })

/**
 * Reads `.bib` (BibTeX, BibLaTeX) and `.json` (CSL-JSON) files.
 * @param files in the order the configuration names them; of two works with one key the first is kept
 */
export async function readBibliography(files: readonly SourceFile[]): Promise<Outcome<Library>> {
  const diagnostics: Diagnostic[] = []
  const found = new Map<string, Found>()
  for (const file of files) {
    const { value, diagnostics: told } = readFile(file)
    diagnostics.push(...told)
    for (const entry of value) {
      const first = found.get(entry.key)
      if (!first) found.set(entry.key, entry)
      else {
        const facts = { key: entry.key, file: first.file, line: first.place.start.line }
        diagnostics.push(diagnose(duplicateKey, facts, { file: entry.file, place: entry.place }))
      }
    }
  }
  const { value, diagnostics: told } = await convert([...found.values()])
  return { value, diagnostics: [...diagnostics, ...told] }
}

function readFile(source: SourceFile): Outcome<Found[]> {
  const extension = /\.[^./]*$/.exec(source.path.toLowerCase())?.[0] ?? source.path
  if (extension === '.json') return readCslJson(source)
  if (extension === '.bib' || extension === '.bibtex') return readBibtex(source)
  return { value: [], diagnostics: [diagnose(unknownFormat, { extension }, { file: source.path })] }
}

function readBibtex({ path: file, text }: SourceFile): Outcome<Found[]> {
  const places = placesIn(text)
  const place = (span: Span) => ({ file, place: places(span) })
  const { entries, faults } = parseBibtex(text)
  const diagnostics = faults.map((fault) => tellFault(fault, place(fault.span), text))
  for (const { type, key, fields, span } of entries) {
    if (!knownType(type)) {
      const near = nearest(type, ENTRY_TYPES).map((name) => `@${name}`)
      diagnostics.push(diagnose(unknownType, { type, key, near }, place(span)))
    }
    const broken = faults.some((fault) => fault.key === key && fault.kind !== 'no-comma')
    if (!broken && !fields.title && !fields.crossref) {
      diagnostics.push(diagnose(missingTitle, { key }, place(span)))
    }
  }
  return { value: entries.map((bibtex) => ({ key: bibtex.key, bibtex, ...place(bibtex.span) })), diagnostics }
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
  }
}

/** All BibTeX entries at once, so that the converter is called once and `crossref` finds its parent. */
async function convert(found: readonly Found[]): Promise<Outcome<Library>> {
  const bibtex = found.flatMap((entry) => ('bibtex' in entry ? [entry.bibtex] : []))
  const items = new Map((await bibtexItems(bibtex)).map((read, index) => [bibtex[index]?.key, read]))
  const diagnostics: Diagnostic[] = []
  const library = new Map<string, LibraryEntry>()
  for (const entry of found) {
    const { key, file, place } = entry
    if ('item' in entry) {
      library.set(key, entry)
      continue
    }
    const read = items.get(key)
    if (!read) continue
    library.set(key, { key, item: read.item, file, place })
    if (read.unreadable.length > 0) {
      diagnostics.push(diagnose(unreadableValue, { key, fields: read.unreadable }, { file, place }))
    }
  }
  return { value: library, diagnostics }
}
