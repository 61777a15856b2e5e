/** How references read: "Gambar 2.1–2.3 dan 2.5", each number a link. */
import type { PhrasingContent } from 'mdast'
import type { CrossReference, Place } from '../model.ts'
import type { Target } from './labels.ts'
import { kindName, REFERENCE_KINDS, REFERENCE_WORDS, type ReferenceNames } from './reference-kinds.ts'

/** One label among those of a reference. */
export interface ReferenceItem {
  /** As written. */
  readonly label: string
  /** Undefined for a label that nothing carries: it is shown as written. */
  readonly target: Target | undefined
  /** The number of its page and not its own. */
  readonly page: boolean
  /** Without the word before the number. */
  numberOnly: boolean
  /** The word begins a sentence. */
  readonly capital: boolean
  /** Words before it, without the blank, and behind it. */
  readonly prefix: string
  readonly suffix: string
  readonly place: Place | undefined
}

/** Things of one kind, named by one word. */
interface Group {
  readonly first: ReferenceItem
  items: ReferenceItem[]
}

/** Three numbers in a row are a range. */
const SHORTEST_RANGE = 3
const PAGE_NAMES = ['halaman', 'hlm.', 'hal.', 'page', 'p.']

/** The links and the words around them, in place of what was written. */
export function referenceNodes(items: readonly ReferenceItem[], names: ReferenceNames): PhrasingContent[] {
  const groups = grouped(items)
  const nested = groups.some((group) => group.items.length > 1)
  return groups.flatMap((group, at): PhrasingContent[] => {
    const { prefix } = group.first
    const joint = at === 0 ? '' : prefix ? ', ' : joinBefore(at, groups.length, names, nested)
    const numberOnly = group.first.numberOnly || replacesName(prefix, group.first, names)
    const blank = numberOnly && !group.first.numberOnly ? '\u00a0' : ' '
    const before = `${joint}${prefix ? `${prefix}${blank}` : ''}`
    const suffix = group.items.at(-1)?.suffix ?? ''
    return [...asText(before), ...groupNodes(group, numberOnly, names), ...asText(suffix)]
  })
}

/**
 * ", " between, " dan " before the last of two, ", dan " before the last of more.
 * @param nested "dan" joins others already: "Tabel 1.1 dan 1.2, serta Gambar 1.1"
 */
function joinBefore(at: number, count: number, { language }: ReferenceNames, nested = false): string {
  const { and, asWellAs } = REFERENCE_WORDS[language]
  if (at < count - 1) return ', '
  return `${count > 2 || nested ? ',' : ''} ${nested ? asWellAs : and} `
}

/** Neighbours of one kind stand together unless words stand between them. */
function grouped(items: readonly ReferenceItem[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const group = groups.at(-1)
    const before = group?.items.at(-1)
    const joins =
      group !== undefined &&
      before?.suffix === '' &&
      item.prefix === '' &&
      item.target?.kind !== undefined &&
      item.target.kind === before.target?.kind &&
      item.page === before.page &&
      item.numberOnly === before.numberOnly
    if (joins) group.items.push(item)
    else groups.push({ first: item, items: [item] })
  }
  return groups.map((group) => ({ ...group, items: inOrder(group.items) }))
}

/** By number, each once. What stands on which page is not known yet: pages keep the order they were written in. */
function inOrder(items: readonly ReferenceItem[]): ReferenceItem[] {
  const seen = new Set<string | undefined>()
  const once = items.filter(({ target }) => {
    const isNew = target === undefined || !seen.has(target.id)
    seen.add(target?.id)
    return isNew
  })
  if (items.some(({ page, suffix }) => page || suffix !== '')) return once
  return once.sort((a, b) => compare(a.target?.counters ?? [], b.target?.counters ?? []))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index])
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0)
}

function groupNodes({ items }: Group, numberOnly: boolean, names: ReferenceNames): PhrasingContent[] {
  const runs = ranges(items)
  return runs.flatMap((run, at): PhrasingContent[] => {
    const [first, last] = [run[0], run.at(-1)]
    const joint = at === 0 ? '' : joinBefore(at, runs.length, names)
    const from = first ? [reference(first, numberOnly || at > 0, names)] : []
    const to = last && last !== first ? [...asText('–'), reference(last, true, names)] : []
    return [...asText(joint), ...from, ...to]
  })
}

function ranges(items: readonly ReferenceItem[]): ReferenceItem[][] {
  const runs: ReferenceItem[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && follows(item, before)) run.push(item)
    else runs.push([item])
  }
  return runs.flatMap((run) => (run.length < SHORTEST_RANGE ? run.map((item) => [item]) : [run]))
}

function follows(item: ReferenceItem, before: ReferenceItem): boolean {
  const [own, other] = [item.target?.counters ?? [], before.target?.counters ?? []]
  if (item.page || own.length !== other.length || own.length === 0) return false
  return own.every((number, at) => number === (other[at] ?? 0) + (at === own.length - 1 ? 1 : 0))
}

/** The node of one label. */
export function reference(item: ReferenceItem, numberOnly: boolean, names: ReferenceNames): CrossReference {
  const { label, target, page, place } = item
  const position = place ? { position: { start: place.start, end: place.end } } : {}
  if (!target) return { type: 'crossReference', label, value: label, ...position }
  const name = page ? REFERENCE_WORDS[names.language].page : target.name
  const number = page ? '' : target.number
  const value = numberOnly ? number : item.capital ? upperFirst(name) : name
  const hChildren = [{ type: 'text' as const, value }]
  const data = { target: target.id, ...(page ? { page } : {}) }
  const html = { hName: 'a', hProperties: { href: `#${target.id}` }, hChildren }
  return { type: 'crossReference', label, value, data: { ...data, ...html }, ...position }
}

/** "Tabel @tbl:x": the word stands there already. */
export function repeatsName(before: string, { target, page }: ReferenceItem, names: ReferenceNames): boolean {
  const { kind } = target ?? {}
  if (page) return endsWith(before, PAGE_NAMES)
  if (!kind) return false
  const { id, en } = REFERENCE_KINDS[kind].name
  return endsWith(before, [kindName(kind, names), id, en])
}

/** "[Grafik @fig:x]": in brackets any name of such a thing stands for its word. */
function replacesName(prefix: string, item: ReferenceItem, names: ReferenceNames): boolean {
  const { kind } = item.target ?? {}
  const others = kind && !item.page ? REFERENCE_KINDS[kind].others : []
  return endsWith(`${prefix} `, others) || repeatsName(`${prefix} `, item, names)
}

/** Does a text end, before a blank, in one of these names? */
function endsWith(text: string, names: readonly string[]): boolean {
  const end = text.slice(-60).toLowerCase().replace(/\s+/g, ' ')
  return names.some((name) => {
    const tail = `${name.toLowerCase()} `
    return end.endsWith(tail) && !/[^\s(]$/.test(end.slice(0, -tail.length))
  })
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function asText(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
