/** Renders all citations of a thesis and its list of references. */

import GithubSlugger from 'github-slugger'
import type { ElementContent } from 'hast'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../../diagnostics.ts'
import type { Bibliography, Citation, CslItem, Language, Library } from '../../model.ts'
import { citeprocHtml } from './citeproc-html.ts'
import type { EngineCite } from './citeproc-types.ts'
import { type ClusterContext, renderCitation } from './clusters.ts'
import { type CitationEngine, StyleError, withEngine } from './engine.ts'
import { unusableStyle } from './messages.ts'
import { workRead, worksOf } from './resolve-keys.ts'
import { workInput } from './work-input.ts'

export interface RenderCitationsOptions {
  readonly library: Library
  /** CSL XML, see `loadStyle`. */
  readonly style: string
  readonly language: Language
}

/** What the typesetting of all citations comes to. */
interface TypesetCitations {
  /** What each citation reads as. */
  readonly rendered: readonly ElementContent[][]
  readonly bibliography: Bibliography
  /** Why the style could not be used; then every key stands as typed. */
  readonly styleFault?: string
}

/**
 * Sets `data.rendered` and `data.id` on every citation, in reading order.
 * @returns the list of references in the style's order: the works that were read, not those quoted through them
 */
export async function renderCitations(
  trees: readonly { readonly tree: Root; readonly file: VFile }[],
  options: RenderCitationsOptions,
): Promise<Bibliography> {
  const citations: Citation[] = []
  for (const { tree } of trees) {
    visit(tree, 'citation', (citation) => {
      citations.push(citation)
    })
  }
  const [first] = trees
  if (citations.length === 0 || !first) return []
  const { rendered, bibliography, styleFault } = typesetCitations(citations, options)
  for (const [at, citation] of citations.entries()) {
    const words = rendered[at]
    citation.data = { ...citation.data, id: citeId(at), ...(words ? { rendered: words } : {}) }
  }
  if (styleFault !== undefined) tell(first.file, unusableStyle, { reason: styleFault })
  return bibliography
}

/** The anchor of a citation, by its place among all. The dot keeps it apart from the slugs of headings, which have none. */
function citeId(at: number): string {
  return `cite.${at + 1}`
}

/** Typesets all citations of a thesis and its list of references. Pure: the citations are left as they are. */
function typesetCitations(citations: readonly Citation[], options: RenderCitationsOptions): TypesetCitations {
  const cited = citations.map((citation, at): Cited => ({ citation, id: citeId(at), rendered: [] }))
  const rendered = () => cited.map((entry) => entry.rendered)
  try {
    const bibliography = renderAll(cited, options)
    return { rendered: rendered(), bibliography }
  } catch (error) {
    if (!(error instanceof StyleError)) throw error
    setRendered(cited, { ...UNSTYLED, language: options.language })
    return { rendered: rendered(), bibliography: [], styleFault: error.message }
  }
}

interface Cited {
  readonly citation: Citation
  readonly id: string
  rendered: ElementContent[]
}

/** Without a style every key stands as typed. */
const UNSTYLED: Omit<ClusterContext, 'language'> = {
  affixes: { prefix: '(', suffix: ')', delimiter: '; ' },
  cite: () => '',
  knows: () => false,
  title: () => '',
  anchor: () => undefined,
}

function renderAll(
  cited: readonly Cited[],
  { library, style, language }: RenderCitationsOptions,
): Bibliography {
  const { listed, quoted, citedBy } = collectWorks(cited, library)
  const works = new Map(
    [...listed, ...quoted].flatMap((key) => {
      const entry = library.get(key)
      return entry ? [[key, workInput({ ...entry.item, id: key }, language)] as const] : []
    }),
  )
  const slugger = new GithubSlugger()
  const anchors = new Map([...listed].map((key) => [key, `ref.${slugger.slug(key)}`]))
  return withEngine({ style, language, works }, (engine) => {
    const base = {
      language,
      affixes: engine.affixes,
      knows: (key: string) => library.has(key),
      title: (key: string) => shortTitle(library.get(key)?.item),
      anchor: (key: string) => anchors.get(key),
    }
    const references = engine.usesPositions
      ? renderInOrder(engine, cited, base, [...listed, ...quoted])
      : renderEach(engine, cited, base, listed, quoted)
    return references.flatMap(({ id: key, html }) => {
      const id = anchors.get(key)
      return id === undefined
        ? []
        : [{ key, id, content: entryContent(html), citedBy: citedBy.get(key) ?? [] }]
    })
  })
}

type BaseContext = Omit<ClusterContext, 'cite'>

/** Styles in which a citation does not depend on those before it: each distinct one is rendered once. */
function renderEach(
  engine: CitationEngine,
  cited: readonly Cited[],
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
  setRendered(cited, { ...base, cite })
  const references = engine.bibliography()
  if (quoted.size > 0) {
    // Works that are merely quoted must not move the numbers and letters of the list: they come in behind it.
    for (const key of quoted) registered.add(key)
    engine.register([...registered])
    setRendered(cited.filter(isSecondary), { ...base, cite })
  }
  return references
}

/** Styles that say ibid.: first all citations are collected, then rendered in one run. */
function renderInOrder(engine: CitationEngine, cited: readonly Cited[], base: BaseContext, keys: string[]) {
  engine.register(keys)
  const asked: (readonly EngineCite[])[] = []
  const ask = (cites: readonly EngineCite[]): string => {
    asked.push(cites)
    return ''
  }
  setRendered(cited, { ...base, cite: ask })
  const answers = engine.citeInOrder(asked)
  let next = 0
  // Without names nothing is asked twice differently: the second run asks what the first one did.
  setRendered(cited, { ...base, cite: () => answers[next++] ?? '' })
  return engine.bibliography()
}

function setRendered(cited: readonly Cited[], context: ClusterContext): void {
  for (const entry of cited) entry.rendered = renderCitation(entry.citation, context)
}

function isSecondary({ citation }: Cited): boolean {
  return citation.items.some((item) => item.within !== undefined)
}

/** The works for the list, those only quoted through them, and who cites what. Unknown keys are left out. */
function collectWorks(cited: readonly Cited[], library: Library) {
  const listed = new Set<string>()
  const quoted = new Set<string>()
  const citedBy = new Map<string, string[]>()
  for (const { citation, id } of cited) {
    for (const item of citation.items) {
      const { key } = workRead(item)
      if (!library.has(key)) continue
      listed.add(key)
      const places = citedBy.get(key) ?? []
      if (places.at(-1) !== id) citedBy.set(key, [...places, id])
    }
  }
  for (const { key } of cited.flatMap(({ citation }) => citation.items.flatMap(worksOf))) {
    if (library.has(key) && !listed.has(key)) quoted.add(key)
  }
  return { listed, quoted, citedBy }
}

function shortTitle(item: CslItem | undefined): string {
  const title = item?.['title-short'] ?? item?.title
  return typeof title === 'string' ? title : ''
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
