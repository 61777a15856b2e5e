/** Renders all citations of a thesis and its list of references. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { tell } from '../../diagnostics.ts'
import type { Bibliography, Citation, CiteItem, Language, Library } from '../../model.ts'
import { unusableStyle } from './messages.ts'
import { type CitationNote, moveToNotes } from './note-citations.ts'
import { inReadingOrder, type PlacedCitation } from './reading-order.ts'
import { worksOf } from './resolve-keys.ts'
import { formatOf } from './style-format.ts'
import { citeId, type Typeset, type TypesetJob, typeset } from './typeset.ts'

export interface RenderCitationsOptions {
  readonly library: Library
  /** CSL XML, see `loadStyle`. */
  readonly style: string
  readonly language: Language
  /** Do notes begin anew with 1 in each file, and so "ibid."? For styles whose citations are notes. */
  readonly notesAnew?: boolean | undefined
}

interface Tree {
  readonly tree: Root
  readonly file: VFile
}

/** The citations of a thesis before and after they are set. */
export interface Citations {
  readonly placed: readonly PlacedCitation[]
  readonly job: TypesetJob
}

/** Collects all that decides what the citations read as. The trees are left as they are. */
export function collectCitations(trees: readonly Tree[], options: RenderCitationsOptions): Citations {
  const { library, style, language, notesAnew = false } = options
  const placed = inReadingOrder(
    trees.map(({ tree }) => tree),
    { asNotes: formatOf(style) === 'note', anew: notesAnew },
  )
  const keys = new Set(
    placed.flatMap(({ citation }) => citation.items.flatMap(worksOf).map(({ key }) => key)),
  )
  const works = [...keys].flatMap((key) => {
    const entry = library.get(key)
    return entry ? [[key, entry.item] as const] : []
  })
  const citations = placed.map(({ citation: { mode, items }, ...where }) => ({
    mode,
    items: items.map(placeless),
    in: where.in,
    note: where.note,
    part: where.part,
  }))
  return { placed, job: { style, language, citations, works } }
}

function placeless({ place: _, within, ...item }: CiteItem): CiteItem {
  return { ...item, ...(within ? { within: placeless(within) } : {}) }
}

/** Sets `data.rendered` and `data.id` on every citation; one that is a note by itself becomes the call of that note. */
export function setCitations(trees: readonly Tree[], { placed }: Citations, set: Typeset): Bibliography {
  const notes = new Map<Citation, CitationNote>()
  for (const [at, { citation }] of placed.entries()) {
    const { text = [], note: content } = set.citations[at] ?? {}
    const id = citeId(at)
    citation.data = { ...citation.data, rendered: [...text], ...(content ? {} : { id }) }
    if (content) notes.set(citation, { id, content })
  }
  if (notes.size > 0) for (const { tree } of trees) moveToNotes(tree, notes)
  const [first] = trees
  if (set.styleFault !== undefined && first) tell(first.file, unusableStyle, { reason: set.styleFault })
  return set.bibliography
}

/**
 * Sets `data.rendered` and `data.id` on every citation, in reading order.
 * @returns the list of references in the style's order: the works that were read, not those quoted through them
 */
export async function renderCitations(
  trees: readonly Tree[],
  options: RenderCitationsOptions,
): Promise<Bibliography> {
  const citations = collectCitations(trees, options)
  if (citations.placed.length === 0) return []
  return setCitations(trees, citations, typeset(citations.job))
}
