/**
 * BibTeX entries to CSL-JSON. The LaTeX of the values and the mapping of fields are the work of @citation-js, which this
 * file alone loads, and only when there is an entry to read: loading takes about 100 ms.
 */
import type { CslItem } from '../../model.ts'
import type { BibtexEntry } from './bibtex-syntax.ts'

interface ReadItem {
  /** As written; undefined when @citation-js knows no such work even after everything odd was taken out. */
  readonly item: CslItem
  /** Names of the fields that were not readable as LaTeX. */
  readonly unreadable: readonly string[]
}

interface Labelled {
  readonly type: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
}

/** Entry types of BibTeX and BibLaTeX; other names come through {@link knownType}. */
export const ENTRY_TYPES: readonly string[] = (
  'article book mvbook inbook bookinbook booklet collection mvcollection incollection dataset manual misc online ' +
  'patent periodical proceedings mvproceedings inproceedings reference mvreference inreference report software ' +
  'thesis unpublished artwork audio image jurisdiction legislation legal letter movie music performance review ' +
  'standard video conference electronic mastersthesis phdthesis techreport www'
).split(' ')

/** Names Indonesian authors make up, with the type and the genre they mean. */
const OWN_TYPES: Readonly<Record<string, readonly [type: string, genre?: string]>> = {
  skripsi: ['thesis', 'Skripsi'],
  tesis: ['thesis', 'Tesis'],
  disertasi: ['thesis', 'Disertasi'],
  bachelorthesis: ['thesis', 'Skripsi'],
  buku: ['book'],
  jurnal: ['article'],
  artikel: ['article'],
  laporan: ['report'],
  prosiding: ['inproceedings'],
  web: ['online'],
  website: ['online'],
  webpage: ['online'],
}

/** Is this an entry type that will be understood? */
export function knownType(type: string): boolean {
  return ENTRY_TYPES.includes(type) || Object.hasOwn(OWN_TYPES, type)
}

/** Converts all entries in one go; an entry that cannot be read is mended field by field. */
export async function bibtexItems(entries: readonly BibtexEntry[]): Promise<ReadItem[]> {
  if (entries.length === 0) return []
  const convert = await loadConverter()
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const labelled = entries.map((entry) => prepare({ ...entry, fields: inherited(entry, byKey) }))
  try {
    return convert(labelled).map((item, index) => ({ item: mend(item, labelled[index]), unreadable: [] }))
  } catch {
    return labelled.map((entry) => convertOne(convert, entry))
  }
}

type Converter = (entries: readonly Labelled[]) => CslItem[]

/** Loaded only where there is BibTeX to read. */
async function loadConverter(): Promise<Converter> {
  const { default: core } = await import('@citation-js/core')
  await import('@citation-js/plugin-bibtex')
  return (entries) =>
    core.plugins.input.chain(entries, { generateGraph: false, forceType: '@biblatex/entries+list' })
}

/** Converts one entry; what is not LaTeX loses its marks. */
function convertOne(convert: Converter, entry: Labelled): ReadItem {
  const attempt = (properties: Labelled['properties']) => convert([{ ...entry, properties }])[0]
  try {
    const [item] = convert([entry])
    if (item) return { item: mend(item, entry), unreadable: [] }
  } catch {
    // Told below, field by field.
  }
  const unreadable: string[] = []
  const properties = Object.fromEntries(
    Object.entries(entry.properties).map(([name, value]) => {
      try {
        attempt({ [name]: value })
        return [name, value]
      } catch {
        unreadable.push(name)
        return [name, value.replaceAll(/[\\{}$]/g, '')]
      }
    }),
  )
  const item = attempt(properties) ?? { id: entry.label, type: 'document' }
  return { item: mend(item, { ...entry, properties }), unreadable }
}

// ---------------------------------------------------------------------------------------------- before

const PARTS = new Set([
  'inbook',
  'incollection',
  'inproceedings',
  'inreference',
  'bookinbook',
  'suppbook',
  'conference',
])

/** The fields of an entry with those of its `crossref` parent (@citation-js fails on a parent without an author). */
function inherited(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  depth = 0,
): BibtexEntry['fields'] {
  const { crossref, ...own } = entry.fields
  const parent = crossref === undefined ? undefined : byKey.get(crossref.trim())
  // A circle of parents ends somewhere.
  if (!parent || depth > 5) return own
  const { title, subtitle, shorttitle: _, author, ...given } = inherited(parent, byKey, depth + 1)
  const isPart = PARTS.has(entry.type)
  const container = {
    ...(title === undefined ? {} : { [isPart ? 'booktitle' : 'title']: title }),
    ...(subtitle === undefined ? {} : { [isPart ? 'booksubtitle' : 'subtitle']: subtitle }),
    ...(author === undefined ? {} : { [entry.type === 'inbook' ? 'bookauthor' : 'author']: author }),
  }
  return { ...given, ...container, ...own }
}

const UNDATED = /^(?:t\.?\s*t\.?(?:h\.?)?|n\.?\s*d\.?|s\.?\s*a\.?|tanpa (?:tahun|tanggal)|no date|-+|)$/i
const OTHERS = /\s+and\s+(?:others|dkk\.?|et\.?\s*al\.?|dan kawan-kawan|\{(?:dkk\.?|et\.?\s*al\.?)\})\s*$/i

/** Brings what authors type into the form @citation-js reads. */
function prepare({ type, key, fields }: BibtexEntry): Labelled {
  const [known, genre] = OWN_TYPES[type] ?? [ENTRY_TYPES.includes(type) ? type : 'misc']
  const properties: Record<string, string> = genre === undefined ? {} : { type: genre }
  for (const [name, value] of Object.entries(fields)) {
    if ((name === 'year' || name === 'date') && UNDATED.test(bare(value))) continue
    const text = value.replaceAll(/\\(AA|aa)(?![A-Za-z])(?:\{\}| )?/g, (_, ring) =>
      ring === 'AA' ? 'Å' : 'å',
    )
    if (NAME_FIELDS.has(name)) properties[name] = text.replace(OTHERS, ' and others')
    else if (name === 'year' || name === 'date') properties[name] = bare(text).replace(/^(\d{4})[a-z]$/, '$1')
    else properties[name] = evenDollars(text)
  }
  return { type: known, label: key, properties }
}

const NAME_FIELDS = new Set(['author', 'editor', 'translator', 'bookauthor', 'director', 'holder'])

function bare(value: string): string {
  return value.replaceAll(/[{}]/g, '').trim()
}

/** "US$5 juta" is no formula: a `$` without a partner is a character. */
function evenDollars(value: string): string {
  const signs = value.match(/(?<!\\)\$/g)?.length ?? 0
  return signs % 2 === 1 ? value.replaceAll(/(?<!\\)\$/g, '\\$') : value
}

// ---------------------------------------------------------------------------------------------- after

const LANGUAGES: Readonly<Record<string, string>> = {
  indonesian: 'id',
  indonesia: 'id',
  bahasa: 'id',
  bahasai: 'id',
  indon: 'id',
  english: 'en',
  american: 'en',
  usenglish: 'en',
  british: 'en',
  ukenglish: 'en',
  inggris: 'en',
  malay: 'ms',
  bahasam: 'ms',
  melayu: 'ms',
  dutch: 'nl',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  arabic: 'ar',
  japanese: 'ja',
}

/** Corrects what @citation-js leaves undone. */
function mend(item: CslItem, entry: Labelled | undefined): CslItem {
  const { 'citation-key': _key, _graph, language, ...rest } = item
  const known = typeof language === 'string' ? (LANGUAGES[language.toLowerCase()] ?? language) : undefined
  const composed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, composeDeep(value)]))
  return {
    ...composed,
    id: entry?.label ?? item.id,
    type: item.type,
    ...(known === undefined ? {} : { language: known }),
  }
}

/** Accents of LaTeX arrive as combining characters, over an i without its dot: every string in NFC. */
function composeDeep(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/ı(?=[\u0300-\u036F])/g, 'i').normalize('NFC')
  if (Array.isArray(value)) return value.map(composeDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, composeDeep(part)]))
}
