/** What BibTeX entries inherit through `crossref`; @citation-js fails on a parent without an author. */
import type { BibtexEntry } from './bibtex-syntax.ts'

export type CrossrefFault =
  | { readonly kind: 'crossref-missing'; readonly key: string; readonly parent: string }
  | { readonly kind: 'crossref-loop'; readonly key: string; readonly chain: readonly string[] }

type Fields = BibtexEntry['fields']

/** Parents of parents of … no bibliography has. */
const DEEPEST = 5

const PARTS = new Set([
  'inbook',
  'incollection',
  'inproceedings',
  'inreference',
  'bookinbook',
  'suppbook',
  'conference',
])

/** Finds parents by their key. */
export function parentsOf(entries: readonly BibtexEntry[]): (entry: BibtexEntry) => BibtexEntry | undefined {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  return ({ fields }) => (fields.crossref === undefined ? undefined : byKey.get(fields.crossref.trim()))
}

/** The fields of an entry with those of its parents. A circle of parents ends somewhere. */
export function inherited(entry: BibtexEntry, parentOf: ReturnType<typeof parentsOf>, depth = 0): Fields {
  const { crossref: _, ...own } = entry.fields
  const parent = parentOf(entry)
  if (!parent || depth > DEEPEST) return own
  const { title, subtitle, shorttitle, author, ...given } = inherited(parent, parentOf, depth + 1)
  const isPart = PARTS.has(entry.type)
  const container = {
    ...(title === undefined ? {} : { [isPart ? 'booktitle' : 'title']: title }),
    ...(subtitle === undefined ? {} : { [isPart ? 'booksubtitle' : 'subtitle']: subtitle }),
    ...(author === undefined ? {} : { [entry.type === 'inbook' ? 'bookauthor' : 'author']: author }),
    ...(shorttitle === undefined || isPart ? {} : { shorttitle }),
  }
  return { ...given, ...container, ...own }
}

/** Parents that are not there, and circles, each told once: at the entry of it that comes first. */
export function crossrefFaults(entries: readonly BibtexEntry[]): CrossrefFault[] {
  const parentOf = parentsOf(entries)
  const faults: CrossrefFault[] = []
  const order = new Map(entries.map((entry, index) => [entry, index]))
  const seen = new Map<BibtexEntry, number>()
  for (const [walk, entry] of entries.entries()) {
    const parent = entry.fields.crossref?.trim()
    if (parent !== undefined && !parentOf(entry)) {
      faults.push({ kind: 'crossref-missing', key: entry.key, parent })
    }
    const path: BibtexEntry[] = []
    let at: BibtexEntry | undefined = entry
    while (at && !seen.has(at)) {
      seen.set(at, walk)
      path.push(at)
      at = parentOf(at)
    }
    if (!at || seen.get(at) !== walk) continue
    const circle = path.slice(path.indexOf(at))
    const first = circle.reduce((a, b) => ((order.get(a) ?? 0) <= (order.get(b) ?? 0) ? a : b))
    const from = circle.indexOf(first)
    const keys = [...circle.slice(from), ...circle.slice(0, from)].map(({ key }) => key)
    faults.push({ kind: 'crossref-loop', key: first.key, chain: [...keys, first.key] })
  }
  return faults
}
