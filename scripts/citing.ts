/** What the pipeline does about citations: reads works and style, and has the citations set while it goes on. */
import { type Cache, recallOrMake } from './cache/index.ts'
import { placedAt } from './diagnostics.ts'
import type { Host } from './host.ts'
import type { Chapter, Language, Library, Outcome } from './model.ts'
import { readBibliography } from './read/bibliography/index.ts'
import { readStyleFile } from './read/style.ts'
import type { Sources } from './read/thesis.ts'
import {
  type CitationSetter,
  type Citations,
  collectCitations,
  loadStyle,
  type Typeset,
  typeset,
} from './resolve/index.ts'
import { compiledPath } from './templates.ts'

/** Citations, and what they will read as. */
export interface CitationsBeingSet {
  readonly collected: Citations
  /** Asked for when the citations are rendered; may have begun before. */
  readonly typeset: () => Promise<Typeset>
}

/** The works of a thesis. Most of the time of reading them goes into a library for LaTeX: what was read is kept. */
export async function readLibrary(
  host: Host,
  { bibliography: files }: Sources,
  cache: Cache | undefined,
): Promise<Outcome<Library>> {
  const read = () => readBibliography(files, { now: host.now() })
  if (!cache || files.length === 0) return read()
  const program = await host.read(compiledPath('cli.js'))
  const facts = { files, year: host.now().getFullYear() }
  const kept = await recallOrMake(cache, { program, facts }, async () => {
    const { value, diagnostics } = await read()
    return { works: [...value], diagnostics }
  })
  return { value: new Map(kept.works), diagnostics: kept.diagnostics }
}

/** The style the thesis or its profile asks for, by name or by path. */
export async function readStyle(
  host: Host,
  sources: Sources,
  language: Language,
): Promise<Outcome<string | undefined>> {
  const { config, profile, folder, configPlace } = sources
  const { style: name = profile.citation.style, and } = { ...profile.citation, ...config.citation }
  const chosenAt = configPlace(['citation', 'style'])
  const { value, diagnostics } = await readStyleFile(host, folder, name, chosenAt)
  const style = value === undefined ? { value, diagnostics } : loadStyle(value, language, { and })
  return { value: style.value, diagnostics: style.diagnostics.map((fault) => placedAt(chosenAt, fault)) }
}

/** @param setter begins at once; without one they are set when they are asked for */
export function beginCitations(
  files: readonly Chapter[],
  thesis: { readonly sources: Sources; readonly library: Library; readonly style: string | undefined },
  setter: CitationSetter | undefined,
): CitationsBeingSet | undefined {
  const { sources, library, style } = thesis
  if (style === undefined) return undefined
  const { config, profile } = sources
  const collected = collectCitations(files, {
    library,
    style,
    language: config.language ?? 'id',
    notesAnew: profile.footnotes.numbering === 'chapter',
  })
  if (!setter || collected.placed.length === 0) {
    return { collected, typeset: async () => typeset(collected.job) }
  }
  const begun = setter.set(collected.job)
  // A thesis with errors is never rendered: then nobody asks for them.
  begun.catch(() => undefined)
  return { collected, typeset: () => begun }
}
