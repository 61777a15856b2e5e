/** Which work a citation typed by hand means. */
import { editDistance } from '../../../diagnostics.ts'
import { type Author, isCalled } from './authors.ts'
import { lettered } from './letters.ts'
import type { TypedDate, TypedUnit } from './parse-group.ts'
import { BETWEEN_NAMES, folded, MONTH_NAMES, withoutEtAl } from './words.ts'
import type { Work, WorkIndex } from './work-index.ts'

export interface Verdict {
  /** The one work that fits in everything. */
  readonly perfect?: Work
  /** Works that may be meant, the likeliest first. */
  readonly near: readonly Work[]
  /** Several fit: the typed words do not tell them apart. */
  readonly ambiguous: boolean
}

const NOTHING: Verdict = { near: [], ambiguous: false }
const MOST_NEAR = 3
const MOST_NAMES = 30

/** Compares one typed work with the library. */
export function matchWork({ names, date }: Pick<TypedUnit, 'names' | 'date'>, index: WorkIndex): Verdict {
  const asked = `${date.kind} ${date.kind === 'year' ? `${date.year}${date.letter ?? ''}` : ''} ${names}`
  const known = index.verdicts.get(asked)
  if (known) return known
  const verdict = verdictOf(names, date, index)
  index.verdicts.set(asked, verdict)
  return verdict
}

function verdictOf(typed: string, date: TypedDate, index: WorkIndex): Verdict {
  const { names, etAl } = withoutEtAl(typed)
  const cited = citedAs(names)
  if (!cited || MONTH_NAMES.has(folded(names))) return NOTHING
  const works = index.named(yearIn(date), cited.words)
  const exact = fitting(works, names, etAl)
  if (date.kind === 'none') return undatedVerdict(exact, cited, index, etAl)
  if (etAl && exact.length === 1 && hasRival(works, exact[0], cited)) return { near: exact, ambiguous: false }
  const letter = date.kind === 'year' ? date.letter : undefined
  const chosen = letter === undefined ? exact : lettered(exact, letter, index.letters)
  const [perfect] = chosen
  if (perfect && chosen.length === 1) return { perfect, near: [perfect], ambiguous: false }
  if (exact.length > 0) return { near: exact.slice(0, MOST_NEAR), ambiguous: exact.length > 1 }
  return { near: nearWorks(works, cited, etAl, date, index), ambiguous: false }
}

interface Cited {
  readonly names: string
  readonly parts: readonly string[]
  readonly words: readonly string[]
}

function citedAs(names: string): Cited | undefined {
  const parts = names.split(BETWEEN_NAMES).filter((part) => part.trim() !== '')
  if (parts.length === 0 || parts.length > MOST_NAMES) return undefined
  const words = [...new Set(folded(names).split(' '))].filter((word) => word !== 'dan')
  // "U.N." is one word by its letters.
  const joined = parts.map((part) => folded(part).replaceAll(' ', ''))
  return { names, parts, words: [...words, ...joined] }
}

function yearIn(date: TypedDate): number | undefined {
  return date.kind === 'year' ? date.year : undefined
}

/** Works whose authors are the typed names: as written, in another order, or joined as "ASEAN-IOM". */
function fitting(works: readonly Work[], names: string, etAl: boolean): Work[] {
  const written = cut(names)
  const asWritten = works.filter((work) => fits(work, written, etAl))
  if (asWritten.length > 0 || etAl) return asWritten
  const turned = works.filter((work) => fitsInAnyOrder(work, names))
  if (turned.length > 0) return turned
  const parted = names.replace(/(?<=\p{L})\s*[-–/]\s*(?=\p{L})/gu, ' & ')
  if (parted === names) return []
  const joined = cut(parted)
  return works.filter((work) => fits(work, joined, false))
}

interface Part {
  readonly start: number
  readonly end: number
}

function partsOf(names: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const { index, 0: between } of names.matchAll(BETWEEN_NAMES)) {
    if (index > start) parts.push({ start, end: index })
    start = index + between.length
  }
  if (start < names.length) parts.push({ start, end: names.length })
  return parts
}

/** A body may have commas and "dan" in its name, and a person a comma: so many parts are tried as one name. */
const MOST_PARTS = 8

/** Names as typed, cut where one may end; what lies between two cuts is read once for all works. */
interface Cut {
  readonly parts: number
  /** From one part to another, as one name. */
  name(first: number, last: number): CutName
}

interface CutName {
  readonly typed: string
  readonly tokens: readonly string[]
}

function cut(names: string): Cut {
  const parts = partsOf(names)
  const read = new Map<number, CutName>()
  return {
    parts: parts.length,
    name: (first, last) => {
      const at = first * parts.length + last
      const known = read.get(at)
      if (known) return known
      const typed = names.slice(parts[first]?.start, parts[last]?.end)
      const made = { typed, tokens: tokensOf(typed) }
      read.set(at, made)
      return made
    },
  }
}

function fits({ authors }: Work, { parts, name }: Cut, etAl: boolean): boolean {
  const { list, more } = authors
  if (parts > MOST_NAMES || list.length === 0) return false
  // What led nowhere once leads nowhere again: without this, authors of one name are tried in every combination.
  const failed = new Set<number>()
  const from = (author: number, part: number): boolean => {
    if (part === parts) return isComplete(author)
    const wanted = list[author]
    const state = author * parts + part
    if (!wanted || failed.has(state)) return false
    for (let last = part; last < Math.min(parts, part + MOST_PARTS); last++) {
      const { typed, tokens } = name(part, last)
      if (isCalled(wanted, typed, tokens) && from(author + 1, last + 1)) return true
    }
    failed.add(state)
    return false
  }
  // "dkk." is for three authors and more.
  const isComplete = (count: number) =>
    etAl ? (count < list.length || more ? more || list.length >= 3 : false) : count === list.length && !more
  return from(0, 0)
}

function fitsInAnyOrder({ authors }: Work, names: string): boolean {
  const parts = partsOf(names).map(({ start, end }) => names.slice(start, end))
  if (authors.more || parts.length !== authors.list.length || parts.length < 2) return false
  const left: Author[] = [...authors.list]
  return parts.every((part) => {
    const at = left.findIndex((author) => isCalled(author, part, tokensOf(part)))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function tokensOf(name: string): string[] {
  return folded(name.replace(/(?<=(?<!\p{L})\p{Lu})\./gu, '. '))
    .split(' ')
    .filter(Boolean)
}

/** Another work of that year and first author which somebody might also cite with "dkk.". */
function hasRival(works: readonly Work[], found: Work | undefined, { parts }: Cited): boolean {
  const [first = ''] = parts
  return works.some(
    (work) =>
      work !== found && work.authors.list.length + Number(work.authors.more) > 1 && isFirst(work, first),
  )
}

function isFirst({ authors }: Work, name: string): boolean {
  const [first] = authors.list
  return first !== undefined && isCalled(first, name, tokensOf(name))
}

/** Without a year only a person is meant for sure: "(IOM)" explains an acronym. */
function undatedVerdict(exact: readonly Work[], cited: Cited, index: WorkIndex, etAl: boolean): Verdict {
  const [only] = exact
  if (!only || exact.length > 1 || only.authors.list.some((author) => !isSurelyPerson(author))) return NOTHING
  const dated = index.years.some(
    (year) => year !== undefined && fitting(index.named(year, cited.words), cited.names, etAl).length > 0,
  )
  return dated ? NOTHING : { perfect: only, near: [only], ambiguous: false }
}

function isSurelyPerson(author: Author): boolean {
  return author.kind === 'person' || author.mononym
}

// ---------------------------------------------------------------------------------------------- near

/** Works with one of the authors in that year, with all of them in another, or with a name that differs by a letter. */
function nearWorks(
  works: readonly Work[],
  cited: Cited,
  etAl: boolean,
  date: TypedDate,
  index: WorkIndex,
): Work[] {
  const found = new Set<Work>()
  const called = (author: Author) => cited.parts.some((part) => isCalled(author, part, tokensOf(part)))
  for (const work of works) if (work.authors.list.some(called)) found.add(work)
  const wanted = yearIn(date)
  if (found.size === 0) for (const work of ofOtherYears(cited, etAl, wanted, index)) found.add(work)
  if (found.size === 0) {
    for (const work of index.ofYear(wanted))
      if (work.authors.list.some((author) => isAlmost(author, cited))) found.add(work)
  }
  return [...found].slice(0, MOST_NEAR)
}

function ofOtherYears(cited: Cited, etAl: boolean, wanted: number | undefined, index: WorkIndex): Work[] {
  const distance = ({ year }: Work) =>
    year === undefined || wanted === undefined ? 50 : Math.abs(year - wanted)
  return index.years
    .filter((year) => year !== wanted)
    .flatMap((year) => fitting(index.named(year, cited.words), cited.names, etAl))
    .sort((a, b) => distance(a) - distance(b))
}

/** "Midol" for "Midhol" */
function isAlmost(author: Author, { parts }: Cited): boolean {
  const names = author.kind === 'person' ? author.family.map((name) => name.join(' ')) : [...author.names]
  return parts.some((part) => {
    const typed = folded(part)
    return names.some((name) => {
      const length = Math.min(typed.length, name.length)
      const most = length >= 9 ? 2 : length >= 5 ? 1 : 0
      return most > 0 && Math.abs(typed.length - name.length) <= most && editDistance(typed, name) <= most
    })
  })
}
