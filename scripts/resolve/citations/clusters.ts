/** One citation to hast: the parts of it that the engine renders, put together and linked. */
import type { Element, ElementContent } from 'hast'
import type { Citation, CiteItem, Language, Text } from '../../model.ts'
import { citeprocHtml } from './citeproc-html.ts'
import type { EngineCite } from './citeproc-types.ts'
import { locatorText } from './locator-text.ts'
import { workRead } from './resolve-keys.ts'
import type { CitationFormat } from './style-format.ts'

/** What a citation needs to know to be rendered. */
export interface ClusterContext {
  readonly language: Language
  readonly format: CitationFormat
  /** Around a citation and between its works, as the style says. */
  readonly affixes: { readonly prefix: string; readonly suffix: string; readonly delimiter: string }
  /** Renders works as the style does, without affixes. */
  cite(cites: readonly EngineCite[]): string
  knows(key: string): boolean
  /** The title of a work, for narrative citations of works without an author; empty when it has none. */
  title(key: string): string
  /** How running text calls its authors, where the style has no way of its own. */
  names(key: string): string
  /** The year of a work, or "t.t." */
  year(key: string): string
  /** Its number in the list, in styles that count works. */
  number(key: string): number | undefined
  /** The anchor of a work in the list of references; undefined when it is not in the list. */
  anchor(key: string): string | undefined
}

const QUOTED_IN: Text = { id: 'dalam', en: 'as cited in' }

/** Renders a citation; keys nobody knows appear as typed, marked by the class `unresolved`. */
export function renderCitation(citation: CitedWorks, context: ClusterContext): ElementContent[] {
  const { prefix, suffix, delimiter } = context.affixes
  if (citation.mode === 'narrative') return citation.items.flatMap((item) => narrative(item, context))
  const inner = linkNumbers(works(citation.items, context, delimiter), citation.items, context)
  return linked(citation.items, [text(prefix), ...inner, text(unlessDoubled(suffix, inner))], context)
}

/**
 * Renders what a citation says in a note.
 * @param whole is the note this citation alone? Otherwise the author's words stand around it, and end the sentence
 */
export function renderNote(
  citation: CitedWorks,
  context: ClusterContext,
  { whole }: { readonly whole: boolean },
): ElementContent[] {
  const { prefix, suffix, delimiter } = context.affixes
  const inner = works(citation.items, context, delimiter)
  const around = whole ? [text(prefix), ...inner, text(unlessDoubled(suffix, inner))] : inner
  return linked(citation.items, around, context)
}

/** A citation as it is written. */
type CitedWorks = Pick<Citation, 'mode' | 'items'>

function works(items: readonly CiteItem[], context: ClusterContext, delimiter: string): ElementContent[] {
  const parts = inRuns(items, context).map((run) => parenthetical(run, context))
  return between(parts, text(delimiter))
}

/** A full stop behind "dkk." */
function unlessDoubled(suffix: string, inner: readonly ElementContent[]): string {
  return suffix.startsWith('.') && plainText(inner).endsWith('.') ? suffix.slice(1) : suffix
}

/** The whole citation leads to its one work, or each of several to its own. */
function linked(
  [only, ...others]: readonly CiteItem[],
  whole: readonly ElementContent[],
  context: ClusterContext,
): ElementContent[] {
  const single = only && others.length === 0 ? linkTarget(only, context) : undefined
  return single === undefined ? tidy(linkWorks(whole, context)) : [link(single, tidy(unmark(whole)))]
}

/** Works side by side that the engine may sort and collapse; one that is unknown or quoted from another stands alone. */
function inRuns(items: readonly CiteItem[], context: ClusterContext): CiteItem[][] {
  const runs: CiteItem[][] = []
  let open = false
  for (const item of items) {
    const plain = item.within === undefined && context.knows(item.key)
    if (plain && open) runs.at(-1)?.push(item)
    else runs.push([item])
    open = plain
  }
  return runs
}

function parenthetical(items: readonly CiteItem[], context: ClusterContext): ElementContent[] {
  const [first] = items
  if (!first) return []
  const behind = first.within ? within(first.within, context) : []
  if (!context.knows(first.key)) return [unresolved(first), ...behind]
  // A work that is merely quoted has no number: it is called by name.
  if (first.within && context.format === 'numeric') return [text(named(first, context)), ...behind]
  const own = citeprocHtml(context.cite(items.map((item) => engineCite(item))))
  const { delimiter } = context.affixes
  const words =
    plainText(own).trim() === '' ? [text(items.map((item) => named(item, context)).join(delimiter))] : own
  return [
    ...(context.anchor(first.key) === undefined ? withoutLetter(words, first, context) : words),
    ...behind,
  ]
}

/** The letter that tells the works of one year apart: of a work that is not in the list it would lead nowhere. */
function withoutLetter(
  nodes: readonly ElementContent[],
  item: CiteItem,
  context: ClusterContext,
): ElementContent[] {
  const year = context.year(item.key)
  const letter = /^\d{4}$/.test(year) ? new RegExp(`\\b${year}[a-z]\\b`, 'g') : undefined
  return letter ? mapTexts(nodes, (value) => [text(value.replaceAll(letter, year))]) : [...nodes]
}

/** "Denzin dan Lincoln, 2005, hlm. 3": where the style itself has no words for a work. */
function named(item: CiteItem, context: ClusterContext): string {
  const name = item.suppressAuthor ? '' : context.names(item.key)
  const parts = [name, context.year(item.key), locatorText(item, context.language)]
  return parts.filter((part) => part !== '').join(', ')
}

/** ", dalam Merriam, 2009, hlm. 13" */
function within(item: CiteItem, context: ClusterContext): ElementContent[] {
  return [text(`, ${QUOTED_IN[context.language]} `), ...parenthetical([item], context)]
}

/** "Keohane dan Nye (2001, bab 2)" */
function narrative(item: CiteItem, context: ClusterContext): ElementContent[] {
  if (!context.knows(item.key)) return [unresolved(item)]
  const { prefix, suffix } = context.affixes
  const { name, rest } = nameAndRest(item, context)
  const behind = item.within ? within(item.within, context) : []
  if (rest.length + behind.length === 0) return linked([item], name, context)
  const inner = [text(prefix), ...rest, ...behind, text(suffix)]
  return linked([item], name.length > 0 ? [...name, text(' '), ...inner] : inner, context)
}

/** A work's author, or the title that stands in for one, and the rest of its citation. */
function nameAndRest(item: CiteItem, context: ClusterContext) {
  const cite = engineCite(item)
  if (context.format === 'numeric') {
    const rest = item.within ? [text(context.year(item.key))] : citeprocHtml(context.cite([cite]))
    return { name: [text(context.names(item.key))], rest }
  }
  const name = citeprocHtml(context.cite([{ id: item.key, 'author-only': true }]))
  if (plainText(name).trim() !== '') {
    const rest = citeprocHtml(context.cite([{ ...cite, 'suppress-author': true }]))
    return {
      // A sentence says "and" where brackets have "&".
      name: plainText(name).includes(' & ') ? [text(context.names(item.key))] : name,
      rest: plainText(rest).trim() === '' ? [] : rest,
    }
  }
  const whole = plainText(citeprocHtml(context.cite([cite])))
  const title = context.title(item.key)
  // "UU No. 6 Tahun 2011": there is nothing left to say of it.
  if (title !== '' && whole.toLowerCase() === title.toLowerCase()) return { name: [text(whole)], rest: [] }
  const leads = title !== '' && whole.toLowerCase().startsWith(`${title.toLowerCase()}, `)
  return leads
    ? { name: [text(whole.slice(0, title.length))], rest: [text(whole.slice(title.length + 2))] }
    : { name: [], rest: citeprocHtml(context.cite([cite])) }
}

function engineCite(item: CiteItem): EngineCite {
  return {
    id: item.key,
    ...(item.locator === undefined ? {} : { locator: item.locator, label: item.label ?? 'page' }),
    ...(item.prefix === undefined ? {} : { prefix: `${italics(item.prefix)} ` }),
    ...(item.suffix === undefined ? {} : { suffix: italics(item.suffix) }),
    ...(item.suppressAuthor ? { 'suppress-author': true } : {}),
  }
}

/** `*ibid.*` in a prefix is emphasis to the author; the engine calls it `<i>`. */
function italics(markdown: string): string {
  return markdown.replaceAll(/(?<![\p{L}\d])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\d])/gu, '<i>$2</i>')
}

// ---------------------------------------------------------------------------------------------- links

/** Where a citation of a single work leads. */
function linkTarget(item: CiteItem, context: ClusterContext): string | undefined {
  const known = [item, workRead(item)].every(({ key }) => context.knows(key))
  return known ? context.anchor(workRead(item).key) : undefined
}

function link(target: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'a', properties: { href: `#${target}` }, children }
}

/** "[1], [2]" and "[1]–[3]": the engine marks no numbers of several works. With words or pages among them they are left alone. */
function linkNumbers(
  nodes: readonly ElementContent[],
  items: readonly CiteItem[],
  context: ClusterContext,
): ElementContent[] {
  const isPlain = items.every(({ locator, within, prefix, suffix }) =>
    [locator, within, prefix, suffix].every((part) => part === undefined),
  )
  if (context.format !== 'numeric' || items.length < 2 || !isPlain) return [...nodes]
  const targets = new Map(items.map(({ key }) => [String(context.number(key)), context.anchor(key)]))
  return mapTexts(unmark(nodes), (value) =>
    value.split(/(\d+)/).map((part) => {
      const target = targets.get(part)
      return target === undefined ? text(part) : link(target, [text(part)])
    }),
  )
}

/** Each work the engine marked becomes a link of its own. */
function linkWorks(nodes: readonly ElementContent[], context: ClusterContext): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const key = node.properties.dataCite
    const children = linkWorks(node.children, context)
    if (typeof key !== 'string') return [{ ...node, children }]
    const target = context.anchor(key)
    return target === undefined ? children : [link(target, children)]
  })
}

function unmark(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = unmark(node.children)
    return node.properties.dataCite === undefined ? [{ ...node, children }] : children
  })
}

// ---------------------------------------------------------------------------------------------- nodes

function unresolved(item: CiteItem): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unresolved'] },
    children: [text(`@${item.key}`)],
  }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

function mapTexts(
  nodes: readonly ElementContent[],
  change: (value: string) => ElementContent[],
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return change(node.value)
    return node.type === 'element' ? [{ ...node, children: mapTexts(node.children, change) }] : [node]
  })
}

function between(parts: readonly ElementContent[][], separator: ElementContent): ElementContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]))
}

/** Joins texts that touch and drops empty ones. */
function tidy(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = text(last.value + node.value)
    } else if (node.type !== 'text' || node.value !== '') result.push(node)
  }
  return result
}

function plainText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? plainText(node.children) : '',
    )
    .join('')
}
