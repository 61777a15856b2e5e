/**
 * What all citations of a thesis read as, and its list of references. Pure: from plain data to plain data, so that it can
 * be done in a worker, and its result kept for the next build.
 */
import GithubSlugger from 'github-slugger'
import type { ElementContent } from 'hast'
import { shortTitleOf } from '../../csl-item.ts'
import type { Bibliography, Citation, CiteItem, CslItem, Language } from '../../model.ts'
import { citeprocHtml } from './citeproc-html.ts'
import type { EngineCite } from './citeproc-types.ts'
import { type ClusterContext, renderCitation, renderNote } from './clusters.ts'
import { type CitationEngine, StyleError, withEngine } from './engine.ts'
import type { PlacedCitation } from './reading-order.ts'
import { workRead, worksOf } from './resolve-keys.ts'
import { shortNames, shownYear } from './short-names.ts'
import { formatOf } from './style-format.ts'
import { withYearsInShortTitles } from './twin-titles.ts'
import { workInput } from './work-input.ts'

/** All that decides what the citations read as. */
export interface TypesetJob {
  /** CSL XML. */
  readonly style: string
  readonly language: Language
  /** In reading order. */
  readonly citations: readonly CitationToSet[]
  /** Those cited, by key. A key without a work is unknown. */
  readonly works: readonly (readonly [key: string, work: CslItem])[]
}

/** A citation without its place: where it stands changes nothing. */
export type CitationToSet = Pick<Citation, 'mode' | 'items'> & Pick<PlacedCitation, 'in' | 'note' | 'part'>

/** What a citation reads as. */
export interface SetCitation {
  /** Where it stands. */
  readonly text: readonly ElementContent[]
  /** In the note that is made of it, in styles whose citations are notes. */
  readonly note?: readonly ElementContent[]
}

export interface Typeset {
  /** One for each citation. */
  readonly citations: readonly SetCitation[]
  /** The works that were read, in the style's order. */
  readonly bibliography: Bibliography
  /** Why the style could not be used; then every key stands as typed. */
  readonly styleFault?: string
}

/** The anchor of a citation, by its place among all. The dot keeps it apart from the slugs of headings, which have none. */
export function citeId(at: number): string {
  return `cite.${at + 1}`
}

export function typeset(job: TypesetJob): Typeset {
  try {
    return typesetAll(job)
  } catch (error) {
    if (!(error instanceof StyleError)) throw error
    const citations = setAll(job, { ...UNSTYLED, language: job.language })
    return { citations, bibliography: [], styleFault: error.message }
  }
}

/** Without a style every key stands as typed. */
const UNSTYLED: Omit<ClusterContext, 'language'> = {
  format: 'author-date',
  affixes: { prefix: '(', suffix: ')', delimiter: '; ' },
  cite: () => '',
  knows: () => false,
  title: () => '',
  names: () => '',
  year: () => '',
  number: () => undefined,
  anchor: () => undefined,
}

function typesetAll(job: TypesetJob): Typeset {
  const { style, language } = job
  const library = new Map(job.works)
  const { listed, quoted, citedBy } = collectWorks(job.citations, library)
  const read = new Map(
    [...listed, ...quoted].flatMap((key) => {
      const item = library.get(key)
      return item ? [[key, workInput({ ...item, id: key }, language)] as const] : []
    }),
  )
  const works = formatOf(style) === 'note' ? withYearsInShortTitles(read, language) : read
  const slugger = new GithubSlugger()
  const anchors = new Map([...listed].map((key) => [key, `ref.${slugger.slug(key)}`]))
  return withEngine({ style, language, works }, (engine) => {
    const workOf = (key: string) => works.get(key) ?? { id: key, type: '' }
    const context = {
      language,
      format: engine.format,
      affixes: engine.affixes,
      knows: (key: string) => library.has(key),
      title: (key: string) => shortTitleOf(workOf(key)),
      names: (key: string) => shortNames(workOf(key), language),
      year: (key: string) => shownYear(workOf(key), language),
      number: (key: string) => engine.numberOf(key),
      anchor: (key: string) => anchors.get(key),
    }
    // Outside notes nobody says ibid.
    const { citations, references } =
      engine.format === 'note'
        ? setInOrder(engine, job, context, [...listed, ...quoted])
        : setEach(engine, job, context, listed, quoted)
    const bibliography = references.flatMap(({ id: key, html }) => {
      const id = anchors.get(key)
      const type = library.get(key)?.type ?? ''
      return id === undefined
        ? []
        : [{ key, type, id, content: entryContent(html), citedBy: citedBy.get(key) ?? [] }]
    })
    return { citations, bibliography }
  })
}

type BaseContext = Omit<ClusterContext, 'cite'>

/** Styles in which a citation does not depend on those before it: each distinct one is rendered once. */
function setEach(
  engine: CitationEngine,
  job: TypesetJob,
  base: BaseContext,
  listed: ReadonlySet<string>,
  quoted: ReadonlySet<string>,
) {
  const known = new Map<string, string>()
  const registered = new Set(listed)
  const cite = (cites: readonly EngineCite[]): string => {
    const key = JSON.stringify(cites)
    const done = known.get(key)
    if (done !== undefined) return done
    if (!cites.every(({ id }) => registered.has(id))) return ''
    const html = engine.cite(cites)
    known.set(key, html)
    return html
  }
  engine.register([...listed])
  const citations = setAll(job, { ...base, cite })
  const references = engine.bibliography()
  if (quoted.size > 0) {
    // Works that are merely quoted must not move the numbers and letters of the list: they come in behind it.
    for (const key of quoted) registered.add(key)
    engine.register([...registered])
    for (const [at, citation] of job.citations.entries()) {
      if (isSecondary(citation)) citations[at] = setOne(citation, { ...base, cite })
    }
  }
  return { citations, references }
}

/** Styles whose citations are notes may say ibid.: first all citations are collected, then rendered in one run. */
function setInOrder(engine: CitationEngine, job: TypesetJob, base: BaseContext, keys: string[]) {
  engine.register(keys)
  const asked: { readonly cites: readonly EngineCite[]; readonly note: number }[][] = []
  for (const citation of job.citations) {
    const { note, part } = citation
    const ask = (cites: readonly EngineCite[]): string => {
      asked[part] ??= []
      asked[part].push({ cites, note })
      return ''
    }
    setOne(citation, { ...base, cite: ask })
  }
  const answers = engine.citeInOrder(asked.filter(Boolean))
  let next = 0
  // Nothing is asked twice differently: the second run asks what the first one did.
  const citations = setAll(job, { ...base, cite: () => answers[next++] ?? '' })
  if (next !== answers.length) throw new Error(`${answers.length} citations were set, ${next} asked for`)
  return { citations, references: engine.bibliography() }
}

function setAll({ citations }: TypesetJob, context: ClusterContext): SetCitation[] {
  return citations.map((citation) => setOne(citation, context))
}

function setOne(citation: CitationToSet, context: ClusterContext): SetCitation {
  if (context.format !== 'note' || citation.in === 'text') return { text: renderCitation(citation, context) }
  if (citation.in === 'typed note') return { text: renderNote(citation, context, { whole: false }) }
  const [first] = citation.items
  const isNamed = citation.mode === 'narrative' && first !== undefined && context.knows(first.key)
  const text: ElementContent[] = isNamed ? [{ type: 'text', value: context.names(first.key) }] : []
  return { text, note: renderNote(asSentence(citation), context, { whole: true }) }
}

/** "Lihat Gallagher …": a note begins with a capital. */
function asSentence<Cited extends CitationToSet>(citation: Cited): Cited {
  const [first, ...others] = citation.items
  if (first?.prefix === undefined) return citation
  const prefix = first.prefix.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return { ...citation, items: [{ ...first, prefix }, ...others] }
}

function isSecondary({ items }: CitationToSet): boolean {
  return items.some((item) => item.within !== undefined)
}

/** The works for the list, those only quoted through them, and who cites what. Unknown keys are left out. */
function collectWorks(citations: readonly CitationToSet[], library: ReadonlyMap<string, CslItem>) {
  const listed = new Set<string>()
  const quoted = new Set<string>()
  const citedBy = new Map<string, string[]>()
  for (const [at, { items }] of citations.entries()) {
    for (const { key } of items.map(workRead)) {
      if (!library.has(key)) continue
      listed.add(key)
      const places = citedBy.get(key) ?? []
      if (places.at(-1) !== citeId(at)) citedBy.set(key, [...places, citeId(at)])
    }
  }
  const works: CiteItem[] = citations.flatMap(({ items }) => items.flatMap(worksOf))
  for (const { key } of works) if (library.has(key) && !listed.has(key)) quoted.add(key)
  return { listed, quoted, citedBy }
}

/** `<div class="csl-entry">…</div>` without its `div`; a number in the margin becomes a `span` before the text. */
function entryContent(html: string): ElementContent[] {
  const nodes = citeprocHtml(html.trim())
  const [entry] = nodes
  const content = nodes.length === 1 && entry?.type === 'element' ? entry.children : nodes
  if (!content.some((node) => node.type === 'element' && node.tagName === 'div')) return content
  return content.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'element') return []
    const space: ElementContent[] = index < content.length - 2 ? [{ type: 'text', value: ' ' }] : []
    return [{ ...node, tagName: 'span' }, ...space]
  })
}
