/** Brings what authors type into BibTeX fields into the form @citation-js reads. */
import { type ListedName, type NameFault, readNames } from './bibtex-names.ts'
import type { BibtexEntry } from './bibtex-syntax.ts'
import { isoDate, saysUndated } from './dates.ts'

/** An entry as @citation-js takes it. */
export interface Labelled {
  readonly type: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
}

export interface Prepared {
  readonly labelled: Labelled
  /** By field. */
  readonly names: ReadonlyMap<string, readonly ListedName[]>
  readonly nameFaults: readonly (NameFault & { readonly field: string })[]
  /** Said to have no date. */
  readonly undated: boolean
}

/** Entry types of BibTeX and BibLaTeX; other names come through {@link knownType}. */
export const ENTRY_TYPES: readonly string[] = (
  'article book mvbook inbook bookinbook booklet collection mvcollection incollection dataset manual misc online ' +
  'patent periodical proceedings mvproceedings inproceedings reference mvreference inreference report software ' +
  'thesis unpublished artwork audio image jurisdiction legislation legal letter movie music performance review ' +
  'standard video conference electronic mastersthesis phdthesis techreport www'
).split(' ')

/** Names Indonesian authors make up, with the type and the genre they mean. */
const OWN_TYPES: ReadonlyMap<string, readonly [type: string, genre?: string]> = new Map([
  ['skripsi', ['thesis', 'Skripsi']],
  ['tesis', ['thesis', 'Tesis']],
  ['disertasi', ['thesis', 'Disertasi']],
  ['bachelorthesis', ['thesis', 'Skripsi']],
  ['buku', ['book']],
  ['jurnal', ['article']],
  ['artikel', ['article']],
  ['laporan', ['report']],
  ['prosiding', ['inproceedings']],
  ['web', ['online']],
  ['website', ['online']],
  ['webpage', ['online']],
])

const NAME_FIELDS = new Set(['author', 'editor', 'translator', 'bookauthor', 'director', 'holder'])
const DATES = new Set(['year', 'date'])
/** Values that are no LaTeX, though programs escape signs in them as if they were. */
const VERBATIM = new Set(['url', 'doi', 'eprint'])
/** `\url{…}` where BibTeX has no field for an address. */
const ADDRESS = /^\s*(?:\\url\{[^{}]*\}|https?:\/\/\S+)\s*$/
/** What no style prints: what programs keep for themselves, and long texts whose LaTeX need not be read. */
const UNPRINTED =
  /^(?:abstract|annote|annotation|file|files|keywords?|comment|comments|review|owner|timestamp|groups|constructor|local-url|bdsk-.*|mendeley-.*|jabref-.*|__.*)$/

/** Is this an entry type that will be understood? */
export function knownType(type: string): boolean {
  return ENTRY_TYPES.includes(type) || OWN_TYPES.has(type)
}

/** @param fields with those inherited */
export function prepare({ type, key, fields: own }: BibtexEntry, fields: BibtexEntry['fields']): Prepared {
  const [known, genre] = OWN_TYPES.get(type) ?? [ENTRY_TYPES.includes(type) ? type : 'misc']
  const properties: Record<string, string> = genre === undefined ? {} : { type: genre }
  const names = new Map<string, readonly ListedName[]>()
  const nameFaults: (NameFault & { field: string })[] = []
  let undated = false
  for (const [name, value] of Object.entries(fields)) {
    if (UNPRINTED.test(name)) continue
    const text = value.replaceAll(/\\(AA|aa)(?![A-Za-z])(?:\{\}| )?/g, (_, ring) =>
      ring === 'AA' ? 'Å' : 'å',
    )
    if (DATES.has(name)) {
      if (saysUndated(bare(text))) undated = true
      else Object.assign(properties, datesOf(name, bare(text), properties))
    } else if (NAME_FIELDS.has(name)) {
      const read = readNames(text)
      if (read.names.length === 0) continue
      properties[name] = read.value
      names.set(name, read.names)
      // Those of a parent are told at the parent.
      if (Object.hasOwn(own, name))
        nameFaults.push(...read.faults.map((fault) => ({ ...fault, field: name })))
    } else if (VERBATIM.has(name)) properties[name] = plainAddress(text)
    else if (name === 'howpublished' && fields.url === undefined && ADDRESS.test(text)) {
      properties.url = plainAddress(text)
    } else properties[name] = evenDollars(text)
  }
  if (properties.date !== undefined) delete properties.year
  return { labelled: { type: known, label: key, properties }, names, nameFaults, undated }
}

/** BibTeX knows a year alone, so authors write whole dates and ranges into it. */
function datesOf(name: string, text: string, before: Labelled['properties']): Record<string, string> {
  const iso = isoDate(text)
  if (iso !== undefined && (name === 'date' || before.date === undefined)) return { date: iso }
  return { [name]: text.replace(/^(\d{4})[a-z]$/, '$1') }
}

/** Mendeley writes `a{\_}b`. */
function plainAddress(text: string): string {
  return text
    .trim()
    .replace(/^\\url\{(.*)\}$/s, '$1')
    .replaceAll(/\{?\\(?:text(?:ascii)?(tilde|underscore))(?:\{\})?\}?/g, (_, name) =>
      name === 'tilde' ? '~' : '_',
    )
    .replaceAll(/\{\\([_%&#$~])(?:\{\})?\}|\\([_%&#$~])(?:\{\})?/g, '$1$2')
}

function bare(value: string): string {
  return value.replaceAll(/[{}]/g, '').trim()
}

/** "US$5 juta" is no formula: a `$` without a partner is a character. */
function evenDollars(value: string): string {
  const signs = value.match(/(?<!\\)\$/g)?.length ?? 0
  return signs % 2 === 1 ? value.replaceAll(/(?<!\\)\$/g, '\\$') : value
}
