/**
 * BibTeX entries to CSL-JSON. The LaTeX of the values and the mapping of fields are the work of @citation-js, which this
 * file alone loads, and only when there is an entry to read: loading takes about 100 ms.
 */
import { createRequire } from 'node:module'
import type { CslItem } from '../../model.ts'
import { inherited, parentsOf } from './bibtex-crossref.ts'
import { type Labelled, type Prepared, prepare } from './bibtex-fields.ts'
import type { ListedName } from './bibtex-names.ts'
import type { BibtexEntry } from './bibtex-syntax.ts'
import { languageTag } from './languages.ts'

interface ReadItem {
  /** As written; bare when @citation-js knows no such work even after everything odd was taken out. */
  readonly item: CslItem
  /** Names of the fields that were not readable as LaTeX. */
  readonly unreadable: readonly string[]
  readonly nameFaults: Prepared['nameFaults']
  readonly undated: boolean
}

/** Converts all entries in one go; an entry that cannot be read is mended field by field. */
export async function bibtexItems(entries: readonly BibtexEntry[]): Promise<ReadItem[]> {
  if (entries.length === 0) return []
  const convert = await loadConverter()
  const parentOf = parentsOf(entries)
  const prepared = entries.map((entry) => prepare(entry, inherited(entry, parentOf)))
  const items = convertAll(convert, prepared)
  return prepared.map((entry, index) => {
    const { item, unreadable } = items[index] ?? convertOne(convert, entry.labelled)
    return {
      item: mend(item, entry),
      unreadable,
      nameFaults: entry.nameFaults,
      undated: entry.undated,
    }
  })
}

type Converted = Pick<ReadItem, 'item' | 'unreadable'>

/** What can be read in one go: all, or nothing. */
function convertAll(convert: Converter, prepared: readonly Prepared[]): readonly Converted[] {
  const labelled = prepared.map((entry) => entry.labelled)
  if (labelled.some(isHostile)) return []
  try {
    const items = convert(labelled)
    return items.length === labelled.length ? items.map((item) => ({ item, unreadable: [] })) : []
  } catch {
    return []
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

/** The parser of LaTeX takes long over long values, and braces in braces in … end it. */
const LONGEST_VALUE = 20_000
const DEEPEST_BRACES = 50

function isHostileValue(value: string): boolean {
  if (value.length > LONGEST_VALUE) return true
  let depth = 0
  for (const char of value) {
    if (char === '{' && ++depth > DEEPEST_BRACES) return true
    if (char === '}') depth--
  }
  return false
}

function isHostile({ properties }: Labelled): boolean {
  return Object.values(properties).some(isHostileValue)
}

/** Converts one entry; what is not LaTeX loses its marks. */
function convertOne(convert: Converter, entry: Labelled): Converted {
  const attempt = (properties: Labelled['properties']) => {
    try {
      return convert([{ ...entry, properties }])[0]
    } catch {
      return undefined
    }
  }
  if (!isHostile(entry)) {
    const item = attempt(entry.properties)
    if (item) return { item, unreadable: [] }
  }
  const unreadable: string[] = []
  const properties: Record<string, string> = {}
  for (const [name, value] of Object.entries(entry.properties)) {
    if (!isHostileValue(value) && attempt({ [name]: value })) properties[name] = value
    else {
      unreadable.push(name)
      properties[name] = value.slice(0, LONGEST_VALUE).replaceAll(/[\\{}$]/g, '')
    }
  }
  const item = attempt(properties)
  if (item) return { item, unreadable }
  // Each of them can be read, together they cannot: what stays is what makes a work findable.
  const { title } = properties
  const rest = { id: entry.label, type: 'document', ...(title === undefined ? {} : { title }) }
  return { item: rest, unreadable: Object.keys(properties) }
}

/** Fields of names, with what CSL calls them. */
const NAMES: readonly (readonly [field: string, variable: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
  ['director', 'director'],
]

/** Corrects what @citation-js leaves undone. */
function mend(item: CslItem, { labelled, names }: Prepared): CslItem {
  const { 'citation-key': _key, _graph, language, ...rest } = item
  const known = typeof language === 'string' ? languageTag(language) : undefined
  const composed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, composeDeep(value)]))
  for (const [field, variable] of NAMES) {
    const list = composed[variable]
    const typed = names.get(field)
    if (typed && Array.isArray(list) && list.length === typed.length) {
      composed[variable] = list.map((name, index) => mendName(name, typed[index]))
    }
  }
  const { issued } = composed
  if (isOpenRange(issued)) composed.issued = { ...issued, 'date-parts': issued['date-parts'].filter(Boolean) }
  if (typeof composed.genre === 'string') composed.genre = genreOf(composed.genre, known)
  return {
    ...composed,
    id: labelled.label,
    type: item.type,
    ...(known === undefined ? {} : { language: known }),
  }
}

/** BibLaTeX's names for kinds of theses; those of reports say nothing. */
const GENRES: ReadonlyMap<string, readonly [id: string, en: string] | undefined> = new Map([
  ['bathesis', ['Skripsi', 'Bachelor’s thesis']],
  ['bachelorthesis', ['Skripsi', 'Bachelor’s thesis']],
  ['mathesis', ['Tesis', 'Master’s thesis']],
  ['mastersthesis', ['Tesis', 'Master’s thesis']],
  ['phdthesis', ['Disertasi', 'Doctoral dissertation']],
  ['techreport', undefined],
  ['resreport', undefined],
])

/** @param language of the work: an English thesis calls itself so */
function genreOf(genre: string, language: string | undefined): string | undefined {
  if (!GENRES.has(genre)) return genre
  return GENRES.get(genre)?.[language?.startsWith('en') ? 1 : 0]
}

type CslName = Readonly<Record<string, unknown>>

/** A name of one piece is no family name, and "al-Ghazali" keeps its hyphen. */
function mendName(name: CslName, typed: ListedName | undefined): CslName {
  const { family, given, 'non-dropping-particle': particle } = name
  if (typeof family !== 'string') return name
  if (typed?.whole && given === undefined && particle === undefined) return { literal: family }
  if (typeof particle !== 'string' || !typed?.text.includes(`${particle}-`)) return name
  return { ...name, 'non-dropping-particle': `${particle}-` }
}

/** `2020/`: a range without an end has nothing in its place. */
function isOpenRange(date: unknown): date is { readonly 'date-parts': readonly unknown[] } {
  return (
    typeof date === 'object' &&
    date !== null &&
    'date-parts' in date &&
    Array.isArray(date['date-parts']) &&
    date['date-parts'].some((part) => !part)
  )
}

/** Accents of LaTeX arrive as combining characters, over an i without its dot: every string in NFC. */
function composeDeep(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/ı(?=[\u0300-\u036F])/g, 'i').normalize('NFC')
  if (Array.isArray(value)) return value.map(composeDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, composeDeep(part)]))
}

/** The versions of what reads LaTeX: another one may read it otherwise. */
export function converterVersions(): string[] {
  const load = createRequire(import.meta.url)
  return ['@citation-js/core', '@citation-js/plugin-bibtex'].map(
    (name) => load(`${name}/package.json`).version,
  )
}
