/**
 * The one file that touches citeproc (CPAL-1.0, unmodified, loaded from its package at run time).
 *
 * The engine spends most of its start on expanding the macros of sort keys at every use, and much of its work on sort
 * keys that do not change. Functions of the package are wrapped for both, and for "and others", while one engine lives,
 * and put back when it is done: {@link withEngine} is synchronous, so nobody else ever meets the wraps.
 */
import { createRequire } from 'node:module'
import type { CslItem, Language } from '../../model.ts'
import type { Csl, CslNames, CslState, CslToken, EngineCite, NameList } from './citeproc-types.ts'
import { indonesianLocale } from './locale-id.ts'
import { type CitationFormat, formatOf } from './style-format.ts'

export interface CitationEngine {
  readonly format: CitationFormat
  /** What the style puts around a citation and between its works, e.g. "(", ")" and "; "; {@link cite} leaves it out. */
  readonly affixes: { readonly prefix: string; readonly suffix: string; readonly delimiter: string }
  /** The works that are cited, in reading order; years are told apart (2020a) among them. */
  register(ids: readonly string[]): void
  /** One citation as HTML, sorted and collapsed as the style asks. Works in it are marked `<span data-cite="id">`. */
  cite(cites: readonly EngineCite[]): string
  /**
   * All citations of a style that uses positions ("ibid."), each with the number of its note, 0 in the text.
   * In each of the parts they begin anew.
   */
  citeInOrder(parts: readonly (readonly CiteInNote[])[]): string[]
  /** The number of a work that is registered, in styles that count them. */
  numberOf(id: string): number | undefined
  /** The list of references, as HTML, in the style's order. */
  bibliography(): { readonly id: string; readonly html: string }[]
}

interface CiteInNote {
  readonly cites: readonly EngineCite[]
  readonly note: number
}

/** The versions of what sets citations: another one may set them otherwise. */
export function engineVersions(): string[] {
  const load = createRequire(import.meta.url)
  return ['citeproc', '@citation-js/plugin-csl'].map((name) => load(`${name}/package.json`).version)
}

/** The style is not one the engine can run. */
export class StyleError extends Error {}

/**
 * Starts an engine, uses it and clears up behind it.
 * @param style CSL XML
 * @param works by id
 * @throws {StyleError} when the style cannot be used
 */
export function withEngine<Result>(
  options: {
    readonly style: string
    readonly language: Language
    readonly works: ReadonlyMap<string, CslItem>
  },
  use: (engine: CitationEngine) => Result,
): Result {
  const csl = loadCiteproc()
  const unwrap = wrap(csl)
  try {
    return use(startEngine(csl, options))
  } finally {
    unwrap()
  }
}

// ---------------------------------------------------------------------------------------------- wraps

function loadCiteproc(): Csl {
  // `import` would lex the 1 MB file for exports first: 65 ms instead of 15.
  return createRequire(import.meta.url)('citeproc')
}

/** Wraps the package's functions; returns what undoes it. */
function wrap(csl: Csl): () => void {
  const { expandMacro, getSortKeys } = csl
  const names = csl.NameOutput.prototype
  const setEtAl = names._setEtAlParameter
  csl.expandMacro = expandOnce(csl, expandMacro)
  csl.getSortKeys = keepSortKeys(getSortKeys)
  names._setEtAlParameter = andOthers(setEtAl)
  return () => {
    csl.expandMacro = expandMacro
    csl.getSortKeys = getSortKeys
    names._setEtAlParameter = setEtAl
  }
}

/** Expands each macro of a sort key once; every use is one token that runs the expansion. */
function expandOnce(csl: Csl, expand: Csl['expandMacro']): Csl['expandMacro'] {
  const expansions = new Map<string, { readonly tokens: CslToken[]; readonly hasDate: boolean }>()
  return function (token, target) {
    const { build } = this
    if (!build.extension) return expand.call(this, token, target)
    const key = JSON.stringify([
      build.root,
      token.postponed_macro,
      build.substitute_level.value(),
      build.render_nesting_level,
      token.strings.sort_direction,
      build.cls,
    ])
    let expansion = expansions.get(key)
    if (!expansion) {
      expansion = expandAside(this, token, expand)
      expansions.set(key, expansion)
    }
    if (expansion.hasDate) build.date_key = true
    const { tokens } = expansion
    const call = new csl.Token('text', csl.SINGLETON)
    call.execs.push((state, item, cite) => {
      for (let at = 0; at < tokens.length; ) {
        const token = tokens[at]
        if (!token) break
        at = csl.tokenExec.call(state, token, item, cite)
      }
    })
    target.push(call)
  }
}

/** Expands a macro into a list of its own instead of the area that is being built. */
function expandAside(state: CslState, token: CslToken, expand: Csl['expandMacro']) {
  const { build } = state
  const areas = state as unknown as Record<string, { tokens: CslToken[] }>
  const area = areas[build.root + build.extension]
  const tokens: CslToken[] = []
  const [outer, outerDate] = [area?.tokens, build.date_key]
  build.date_key = false
  if (area) area.tokens = tokens
  try {
    expand.call(state, token, tokens)
  } finally {
    if (area && outer) area.tokens = outer
  }
  state.configureTokenList(tokens)
  const hasDate = build.date_key
  build.date_key = outerDate
  return { tokens, hasDate }
}

const SETTLED = Symbol('sort keys of citations, once all works are registered')
type Settled = CslState & { [SETTLED]?: Map<string, string[]> | undefined }

/** The keys that sort works inside a citation are constant between two registrations. */
function keepSortKeys(original: Csl['getSortKeys']): Csl['getSortKeys'] {
  return function (item, kind) {
    const kept = (this as Settled)[SETTLED]
    if (!kept || kind !== 'citation_sort') return original.call(this, item, kind)
    const keys = kept.get(item.id) ?? [...original.call(this, item, kind)]
    kept.set(item.id, keys)
    return [...keys]
  }
}

/** BibTeX's "and others" is a last name `others`: it is left out and the style's et-al term stands in for it. */
function andOthers(
  original: CslNames extends never ? never : Csl['NameOutput']['prototype']['_setEtAlParameter'],
) {
  return function (this: CslNames, kind: string, variable: string, index?: number): void {
    const lists = (this as unknown as Record<string, Record<string, NameList | NameList[]> | undefined>)[kind]
    const group = lists?.[variable]
    const list = index === undefined ? group : group?.[index]
    const last = Array.isArray(list) ? list.at(-1) : undefined
    original.call(this, kind, variable, index)
    if (!Array.isArray(list) || list.length < 2 || Array.isArray(last) || last?.family !== 'others') return
    list.pop()
    const spec = this.etal_spec[variable]
    if (!spec || this.state.tmp.sort_key_flag) return
    if (kind === 'persons' && index !== undefined) spec.persons[index] = 1
    else if (kind === 'freeters' || kind === 'institutions') spec[kind] = 1
  }
}

// ---------------------------------------------------------------------------------------------- one engine

function startEngine(csl: Csl, { style, language, works }: Parameters<typeof withEngine>[0]): CitationEngine {
  const state = createState(csl, style, language, works)
  const settled: Settled = state
  const positions = state.opt.update_mode === csl.POSITION
  let citations = 0
  const citation = (cites: readonly EngineCite[], noteIndex: number) => ({
    citationID: `c${++citations}`,
    citationItems: cites.map((cite) => ({ ...cite })),
    properties: { noteIndex },
  })
  return {
    format: formatOf(style),
    affixes: {
      prefix: state.citation.opt.layout_prefix ?? '',
      suffix: state.citation.opt.layout_suffix ?? '',
      delimiter: state.citation.opt.layout_delimiter ?? '; ',
    },
    register: guarded((ids) => {
      settled[SETTLED] = undefined
      state.updateItems(ids)
      if (!positions) settled[SETTLED] = new Map()
    }),
    cite: guarded((cites) => {
      return shown(state.makeCitationCluster(cites.map((cite) => ({ ...cite }))))
    }),
    citeInOrder: guarded((parts) =>
      parts.flatMap((part) => {
        const before: (readonly [string, number])[] = []
        const html: string[] = []
        for (const [at, { cites, note }] of part.entries()) {
          const next = citation(cites, note || at + 1)
          const [, changed] = state.processCitationCluster(next, before, [], csl.ASSUME_ALL_ITEMS_REGISTERED)
          for (const [index, text] of changed) html[index] = text
          before.push([next.citationID, next.properties.noteIndex])
        }
        return html.map(shown)
      }),
    ),
    numberOf: (id) => state.registry.registry[id]?.seq,
    bibliography: guarded(() => {
      const made = state.makeBibliography()
      if (!made) return []
      const [, entries] = made
      // By its mark, not by its place: a work of which the style shows nothing has no entry.
      return entries.map((entry) => {
        const { 0: mark = '', 1: id = '' } = ENTRY_ID.exec(entry) ?? []
        return { id: decodeURIComponent(id), html: shown(entry.replace(mark, '')) }
      })
    }),
  }
}

function shown(html: string): string {
  return html.replaceAll(NOTHING, '')
}

/** What citeproc writes where a style shows nothing of a work. */
const NOTHING = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\]/g

/** Stands behind an entry, see {@link createState}. */
const ENTRY_ID = /<!--(\S*)-->\n/

function createState(
  csl: Csl,
  style: string,
  language: Language,
  works: ReadonlyMap<string, CslItem>,
): CslState {
  const { 'en-US': english } = createRequire(import.meta.url)('@citation-js/plugin-csl/lib/locales.json')
  const tag = language === 'id' ? 'id-ID' : 'en-US'
  const system = {
    // `system_id` is what marks the work inside a citation.
    retrieveItem: (id: string) => ({ ...works.get(String(id)), system_id: id }),
    retrieveLocale: (wanted: string) => (wanted.startsWith('id') ? indonesianLocale() : english),
    wrapCitationEntry: (html: string, id: string) =>
      `<span data-cite="${encodeURIComponent(id)}">${html}</span>`,
    embedBibliographyEntry: (id: string) => `<!--${encodeURIComponent(id)}-->`,
  }
  const state = guard(() => {
    if (!/<citation[\s>]/.test(style)) throw new Error('<citation> missing')
    const made = new csl.Engine(system, style, tag, true)
    made.setOutputFormat('html')
    return made
  })
  state.opt.development_extensions.wrap_url_and_doi = true
  state.opt.development_extensions.apply_citation_wrapper = true
  return state
}

/** A style may be one that is read, and fail when it is used. */
function guarded<Args extends readonly unknown[], Value>(use: (...args: Args) => Value) {
  return (...args: Args): Value => guard(() => use(...args))
}

/** Citeproc throws strings and errors alike at a style it cannot read. */
function guard<Value>(start: () => Value): Value {
  try {
    return start()
  } catch (cause) {
    throw new StyleError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
