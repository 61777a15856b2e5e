/** What the pipeline does about citations: reads works and style, and sets the citations. What took long is kept. */
import { type Cache, recallOrMake } from './cache/index.ts'
import { placedAt } from './diagnostics.ts'
import type { Host } from './host.ts'
import type { Bibliography, Chapter, Language, Library, Outcome } from './model.ts'
import { converterVersions } from './read/bibliography/bibtex-items.ts'
import { readBibliography } from './read/bibliography/index.ts'
import { readStyleFile } from './read/style.ts'
import type { Sources } from './read/thesis.ts'
import {
  collectCitations,
  engineVersions,
  indonesianLocale,
  loadStyle,
  setCitations,
  typeset,
} from './resolve/index.ts'
import { compiledPath } from './templates.ts'

/** What makes anything that is kept: another version of the program makes it anew. */
const PROGRAM = 'cli.js'

/** The works of a thesis. Most of the time of reading them goes into a library for LaTeX: what was read is kept. */
export async function readLibrary(
  host: Host,
  { bibliography: files }: Sources,
  cache: Cache | undefined,
): Promise<Outcome<Library>> {
  const read = () => readBibliography(files, { now: host.now() })
  if (!cache || files.length === 0) return read()
  const program = await host.read(compiledPath(PROGRAM))
  const facts = { files, year: host.now().getFullYear(), versions: converterVersions() }
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

/**
 * Sets the citations of a thesis, or takes them as an earlier build has set them.
 * @param thesis its style as CSL
 * @returns the list of references
 */
export async function citeThesis(
  host: Host,
  files: readonly Chapter[],
  thesis: { readonly sources: Sources; readonly library: Library; readonly style: string },
  cache: Cache | undefined,
): Promise<Bibliography> {
  const { sources, library, style } = thesis
  const { config, profile } = sources
  const citations = collectCitations(files, {
    library,
    style,
    language: config.language ?? 'id',
    notesAnew: profile.footnotes.numbering === 'chapter',
  })
  if (citations.placed.length === 0) return []
  const { job } = citations
  if (!cache) return setCitations(files, citations, typeset(job))
  const program = await host.read(compiledPath(PROGRAM))
  const set = await recallOrMake(
    cache,
    { program, facts: { job, locale: indonesianLocale(), versions: engineVersions() } },
    async () => typeset(job),
  )
  return setCitations(files, citations, set)
}
