/**
 * The whole flow on one screen: a thesis folder is read, resolved and checked (`analyse`), its diagrams are drawn
 * (`draw`), it becomes one HTML document (`render`), and that a PDF (`print`). Each step returns its value and what it has to say; nothing is written here.
 */
import type { Paragraph } from 'mdast'
import type { Cache } from './cache/index.ts'
import { checkThesis, outlineForStage } from './check/run.ts'
import { citeThesis, readLibrary, readStyle } from './citing.ts'
import { diagnosticsOf, sortDiagnostics } from './diagnostics.ts'
import type { Host } from './host.ts'
import type { Abstract, Chapter, ImageFile, Language, Library, Outcome, Page, Part, Pdf } from './model.ts'
import { tellUnknownKinds, wantedDiagrams } from './print/diagrams/index.ts'
import { printDocument } from './print/index.ts'
import { type Launch, withBrowser } from './print/with-browser.ts'
import { configuredAbbreviations } from './read/abbreviations.ts'
import { parseAppendices } from './read/appendices.ts'
import { readDataTables } from './read/data-tables.ts'
import { imagesOf, imagesOfPages, readImages } from './read/images.ts'
import { parseFiles, parseInline } from './read/markdown/index.ts'
import { partHeadings, readParts } from './read/parts.ts'
import { readThesis, type Sources } from './read/thesis.ts'
import { readTitle } from './read/title.ts'
import { type PageTemplates, readPageTemplates } from './render/front/templates.ts'
import { renderThesis } from './render/index.ts'
import {
  type AbbreviationList,
  captionNames,
  checkCited,
  checkGlyphs,
  checkOtherGlyphs,
  collectAbbreviations,
  compileMath,
  dataTablesOf,
  findAbstracts,
  highlightCode,
  linkThesis,
  linkTypedCitations,
  numberThesis,
  textsOfConfig,
  textsOfWorks,
  worksRead,
} from './resolve/index.ts'
import type { Profile } from './schema/profile.ts'
import type { Stopwatch } from './stopwatch.ts'

export { type Drawn, draw } from './drawing.ts'
export type { Launch } from './print/with-browser.ts'

export interface Analysis {
  readonly sources: Sources
  readonly language: Language
  readonly parts: readonly Part[]
  readonly title: Paragraph
  readonly chapters: readonly Chapter[]
  /** Text parts by id. */
  readonly partFiles: ReadonlyMap<string, Chapter>
  readonly pageTemplates: PageTemplates
  readonly appendices: readonly Chapter[]
  readonly abstracts: readonly Abstract[]
  readonly abbreviations: AbbreviationList
  readonly library: Library
  /** By address as written in the Markdown. */
  readonly images: ReadonlyMap<string, ImageFile>
  /** The citation style as CSL; undefined when it could not be read, which is an error told. */
  readonly style: string | undefined
}

interface AnalyseOptions {
  /** Instead of the profile `naskah.yaml` names. */
  readonly profile?: string | undefined
  /** What earlier runs made of bibliographies; without it they are read anew. */
  readonly cache?: Cache | undefined
}

/**
 * Reads, numbers, resolves and checks a thesis.
 * @returns undefined when the folder or its configuration cannot be used; otherwise the thesis, however faulty
 */
export async function analyse(
  host: Host,
  dir: string,
  options: AnalyseOptions,
  watch: Stopwatch,
): Promise<Outcome<Analysis | undefined>> {
  const read = await readThesis(host, dir, options)
  watch.lap('read')
  if (!read.value) return { value: undefined, diagnostics: sortDiagnostics(read.diagnostics) }
  const sources = read.value
  const { profile, config, partChoices } = sources
  const language = config.language ?? 'id'
  const parts = await readParts(host, profile.part_headings)

  const title = readTitle(sources)
  const chapters = parseFiles(sources.chapters)
  const partFiles = new Map(
    [...sources.parts].map(([id, source]) => [id, parseFiles([source])[0] as Chapter]),
  )
  const appendices = parseAppendices(sources.appendices)
  const files = [...partFiles.values(), ...chapters, ...appendices]
  const library = await readLibrary(host, sources, options.cache)
  const logo = config.logo === undefined ? [] : [{ url: config.logo, where: sources.configPlace(['logo']) }]
  const images = await readImages(host, sources.folder, [
    ...imagesOf(files),
    ...imagesOfPages(partChoices),
    ...logo,
  ])
  const tables = await readDataTables(host, sources.folder, dataTablesOf(files))
  const templates = await readPageTemplates(host, language, parts, partChoices)
  const style = await readStyle(host, sources, language)
  watch.lap('parse')

  numberThesis(chapters, {
    profile,
    others: [...partFiles.values()],
    appendices,
    language,
    unnumbered: partHeadings(parts),
    reservedIds: parts.map((part) => part.id),
    parseInline,
    tables: tables.value,
  })
  const configured = configuredAbbreviations(sources)
  const meant = linkTypedCitations(files, { library: library.value, language, abbreviations: configured })
  linkThesis(files, {
    language,
    captions: captionNames(profile),
    running: [...chapters, ...appendices],
    expectedChapters: profile.outline.length,
    leastQuotedWords: profile.block_quote.min_words ?? undefined,
    anchors: parts.map((part) => part.id),
  })
  const abbreviations = collectAbbreviations({
    files,
    chapters,
    configured,
    language,
    severity: sources.explicitProfile ? 'warning' : 'info',
  })
  const uncited = checkCited(files, library.value, meant)
  await compileMath([...files, title])
  await highlightCode(files)
  await checkGlyphs(host, files)
  const glyphs = await checkOtherGlyphs(host, [
    ...textsOfConfig(config, sources.configPlace),
    ...textsOfWorks(library.value, files),
  ])
  watch.lap('resolve')

  const abstracts = findAbstracts(parts, partFiles, chapters)
  const findings = checkThesis({
    chapters,
    outline: outlineForStage(profile.outline, config.stage),
    explicitProfile: sources.explicitProfile,
    profileName: profile.name,
    evidence: profile.evidence,
    sources: {
      works: worksRead(
        files.map(({ tree }) => tree),
        library.value,
      ),
      limits: profile.bibliography.limits,
      year: host.now().getFullYear(),
      where: sources.configPlace(['bibliography']),
    },
    front: {
      config,
      configPlace: sources.configPlace,
      profile,
      parts,
      choices: partChoices,
      written: new Map([...partFiles].map(([id, { path }]) => [id, path])),
      abstracts,
    },
  })
  watch.lap('check')

  return {
    value: {
      sources,
      language,
      parts,
      title: title.tree,
      chapters,
      partFiles,
      pageTemplates: templates.value,
      appendices,
      abstracts,
      abbreviations: abbreviations.value,
      library: library.value,
      images: images.value,
      style: style.value,
    },
    diagnostics: sortDiagnostics([
      ...[read, library, style, images, tables, templates, abbreviations].flatMap((one) => one.diagnostics),
      ...[...files, title].flatMap(({ file }) => diagnosticsOf(file)),
      ...uncited,
      ...glyphs,
      ...findings,
      ...tellUnknownKinds(wantedDiagrams(files)),
    ]),
  }
}

interface RenderThesisOptions {
  readonly draft: boolean
  /** Citations as earlier builds have set them. */
  readonly cache?: Cache | undefined
}

/** Sets the citations and makes one HTML document of the thesis. */
export async function render(
  host: Host,
  analysis: Analysis,
  options: RenderThesisOptions,
  watch: Stopwatch,
): Promise<Outcome<Page | undefined>> {
  const { sources, chapters, partFiles, appendices, library, style } = analysis
  const { config, profile, partChoices } = sources
  if (style === undefined) return { value: undefined, diagnostics: [] }
  const files = [...partFiles.values(), ...chapters, ...appendices]
  const told = files.map(({ file }) => file.messages.length)
  const bibliography = await citeThesis(host, files, { sources, library, style }, options.cache)
  const news = files.flatMap(({ file }, at) => diagnosticsOf(file).slice(told[at]))
  watch.lap('cite')
  const page = await renderThesis(host, {
    ...analysis,
    ...options,
    profile,
    config,
    partChoices,
    explicitProfile: sources.explicitProfile,
    bibliography,
    fontPlace: sources.configPlace(['font']),
  })
  watch.lap('render')
  return { value: page.value, diagnostics: [...news, ...page.diagnostics] }
}

/** Prints a document. A browser that dies half-way gets one more try, in a new one. */
export async function print(
  host: Host,
  page: Page,
  profile: Profile,
  launch: Launch,
  watch: Stopwatch,
): Promise<Outcome<Pdf | undefined>> {
  const { browser, ...printed } = await withBrowser(
    launch,
    () => watch.lap('browser'),
    ({ page: tab }) => printDocument(tab, host, page, profile, (step) => watch.lap(step)),
  )
  await browser?.close()
  return printed
}
