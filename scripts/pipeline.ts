/**
 * The whole flow on one screen: a thesis folder is read, resolved and checked (`analyse`), its diagrams are drawn
 * (`draw`), it becomes one HTML document (`render`), and that a PDF (`print`). Each step returns its value and what it has to say; nothing is written here.
 */
import { basename } from 'node:path'
import { checkThesis, outlineForStage } from './check/run.ts'
import { diagnosticsOf, placedAt, sortDiagnostics } from './diagnostics.ts'
import type { Host } from './host.ts'
import type { Chapter, ImageFile, Language, Library, Outcome, Page, Part, Pdf } from './model.ts'
import {
  type DrawingCache,
  drawDiagrams,
  drawingCache,
  recallDrawings,
  tellSmallLetters,
  wantedDiagrams,
} from './print/diagrams/index.ts'
import { pageGeometry } from './print/geometry.ts'
import { printDocument } from './print/index.ts'
import { handOn, type Launch, withBrowser } from './print/with-browser.ts'
import { configuredAbbreviations } from './read/abbreviations.ts'
import { readBibliography } from './read/bibliography/index.ts'
import { readDataTables } from './read/data-tables.ts'
import { imagesOf, imagesOfPages, readImages } from './read/images.ts'
import { parseFiles, parseInline, parseTitle } from './read/markdown/index.ts'
import { partHeadings, readParts } from './read/parts.ts'
import { readStyleFile } from './read/style.ts'
import { readThesis, type Sources } from './read/thesis.ts'
import { embeddedFonts } from './render/fonts.ts'
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
  loadStyle,
  numberThesis,
  renderCitations,
  textsOfConfig,
  textsOfWorks,
} from './resolve/index.ts'
import type { Profile } from './schema/profile.ts'
import type { Stopwatch } from './stopwatch.ts'

export type { Launch } from './print/with-browser.ts'

export interface Analysis {
  readonly sources: Sources
  readonly language: Language
  readonly parts: readonly Part[]
  readonly chapters: readonly Chapter[]
  /** Text parts by id. */
  readonly partFiles: ReadonlyMap<string, Chapter>
  readonly pageTemplates: PageTemplates
  readonly appendices: readonly Chapter[]
  readonly abbreviations: AbbreviationList
  readonly library: Library
  /** The citation style as CSL; undefined when it could not be read, which is an error told. */
  readonly style: string | undefined
  /** By address as written in the Markdown. */
  readonly images: ReadonlyMap<string, ImageFile>
}

interface AnalyseOptions {
  /** Instead of the profile `naskah.yaml` names. */
  readonly profile?: string | undefined
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
  const parts = await readParts(host)

  const chapters = parseFiles(sources.chapters)
  const partFiles = new Map(
    [...sources.parts].map(([id, source]) => [id, parseFiles([source])[0] as Chapter]),
  )
  const appendices = parseFiles(sources.appendices)
  const files = [...partFiles.values(), ...chapters, ...appendices]
  const library = await readBibliography(sources.bibliography)
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
  await compileMath(files)
  await highlightCode(files)
  await checkGlyphs(host, files)
  const glyphs = await checkOtherGlyphs(host, [
    ...textsOfConfig(config, sources.configPlace),
    ...textsOfWorks(library.value, files),
  ])
  const uncited = checkCited(files, library.value, meant)
  watch.lap('resolve')

  const findings = checkThesis({
    chapters,
    outline: outlineForStage(profile.outline, config.stage),
    explicitProfile: sources.explicitProfile,
    profileName: profile.name,
    evidence: profile.evidence,
    front: {
      config,
      configPlace: sources.configPlace,
      profile,
      parts,
      choices: partChoices,
      written: new Map([...partFiles].map(([id, { path }]) => [id, path])),
      abstracts: findAbstracts(parts, partFiles, chapters),
    },
  })
  watch.lap('check')

  const told = [...files.flatMap(({ file }) => diagnosticsOf(file)), ...uncited]
  return {
    value: {
      sources,
      language,
      parts,
      chapters,
      partFiles,
      pageTemplates: templates.value,
      appendices,
      abbreviations: abbreviations.value,
      library: library.value,
      style: style.value,
      images: images.value,
    },
    diagnostics: sortDiagnostics([
      ...[read, library, style, images, tables, templates, abbreviations].flatMap((one) => one.diagnostics),
      ...told,
      ...glyphs,
      ...findings,
    ]),
  }
}

/** The style the thesis or its profile asks for, by name or by path. */
async function readStyle(
  host: Host,
  sources: Sources,
  language: Language,
): Promise<Outcome<string | undefined>> {
  const { config, profile, folder, configPlace } = sources
  const name = config.citation?.style ?? profile.citation.style
  const chosenAt = configPlace(['citation', 'style'])
  const csl = await readStyleFile(host, folder, name, chosenAt)
  const style = csl.value === undefined ? csl : loadStyle(csl.value, language)
  return { value: style.value, diagnostics: style.diagnostics.map((fault) => placedAt(chosenAt, fault)) }
}

interface DrawOptions {
  /** What earlier builds drew. */
  readonly cache?: DrawingCache
  /** For each diagram. */
  readonly limit_ms?: number
}

export interface Drawn {
  /** Those of the thesis and the drawings, by address. */
  readonly images: Analysis['images']
  /** Hands on the browser that drew, then starts others. */
  readonly launch: Launch
}

/** Draws the diagrams of a thesis. Where there are none, or all were drawn before, no browser is asked for. */
export async function draw(
  host: Host,
  analysis: Analysis,
  launch: Launch,
  watch: Stopwatch,
  { cache = drawingCache(host), limit_ms = 10_000 }: DrawOptions = {},
): Promise<Outcome<Drawn>> {
  const { images, chapters, partFiles, appendices, sources } = analysis
  const wanted = wantedDiagrams([...partFiles.values(), ...chapters, ...appendices])
  if (wanted.length === 0) return { value: { images, launch }, diagnostics: [] }
  const fonts = await embeddedFonts(host, wanted.map(({ source }) => source).join(' '), new Set())
  const tools = { host, cache, fonts, limit_ms }
  const { known, missing } = await recallDrawings(wanted, tools)
  watch.lap('draw')
  const used =
    missing.length === 0
      ? undefined
      : await withBrowser(
          launch,
          () => watch.lap('browser'),
          ({ browser }) => drawDiagrams(browser, missing, wanted, tools),
        )
  watch.lap('draw')
  const drawings = new Map([...known, ...(used?.value ?? [])])
  const small = tellSmallLetters(wanted, drawings, pageGeometry(sources.profile))
  return {
    value: { images: new Map([...images, ...drawings]), launch: used ? handOn(used, launch) : launch },
    diagnostics: [...(used?.diagnostics ?? []), ...small],
  }
}

/** Sets the citations and makes one HTML document of the thesis. */
export async function render(
  host: Host,
  analysis: Analysis,
  options: { readonly draft: boolean },
  watch: Stopwatch,
): Promise<Outcome<Page | undefined>> {
  const { sources, language, chapters, partFiles, appendices, library, style } = analysis
  const { config, profile, folder, partChoices } = sources
  if (style === undefined) return { value: undefined, diagnostics: [] }
  const files = [...partFiles.values(), ...chapters, ...appendices]
  const told = files.map(({ file }) => file.messages.length)
  const bibliography = await renderCitations(files, { library, style, language })
  const news = files.flatMap(({ file }, at) => diagnosticsOf(file).slice(told[at]))
  watch.lap('cite')
  const title = parseTitle(config.title ?? basename(folder))
  const fontPlace = sources.configPlace(['font'])
  const page = await renderThesis(host, {
    ...analysis,
    ...options,
    profile,
    config,
    partChoices,
    explicitProfile: sources.explicitProfile,
    bibliography,
    title,
    fontPlace,
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
