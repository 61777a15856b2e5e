/** Reads a thesis folder: configuration, profile, and the texts of chapters, parts and bibliography. */
import { extname, resolve } from 'node:path'
import { diagnose, nearest, type Where } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Diagnostic, Outcome, PartChoices, SourceFile } from '../model.ts'
import { type Config, configSchema } from '../schema/config.ts'
import type { Profile } from '../schema/profile.ts'
import { readAppendices } from './appendices.ts'
import { orderChapters } from './chapter-order.ts'
import { missingFile, noFolder, noMarkdown, outsideFolder } from './messages.ts'
import { readPartFiles } from './part-files.ts'
import { readParts } from './parts.ts'
import { DEFAULT_PROFILE, readProfile } from './profile.ts'
import { checkShape } from './shape.ts'
import { insideFolder, readText } from './text.ts'
import { type DataPath, readYaml, type YamlData } from './yaml.ts'

export const CONFIG_FILE = 'naskah.yaml'

/** Everything the program needs of a thesis folder, as text. */
export interface Sources {
  /** Absolute. */
  readonly folder: string
  readonly config: Config
  /** Where `naskah.yaml` says a thing; nowhere in a bare folder of Markdown files. */
  readonly configPlace: (path: DataPath) => Where
  readonly profile: Profile
  /** True when `naskah.yaml` or the command line names the profile. */
  readonly explicitProfile: boolean
  readonly chapters: readonly SourceFile[]
  /** Text parts by id: `abstrak` -> front/abstrak.md. */
  readonly parts: ReadonlyMap<string, SourceFile>
  readonly partChoices: PartChoices
  readonly appendices: Awaited<ReturnType<typeof readAppendices>>
  readonly bibliography: readonly SourceFile[]
}

/**
 * Reads a thesis folder.
 * @returns the sources, or undefined with diagnostics when the folder, its configuration or one of its text files cannot
 * be used
 */
export async function readThesis(
  host: Host,
  dir: string,
  options: { readonly profile?: string | undefined } = {},
): Promise<Outcome<Sources | undefined>> {
  const folder = resolve(host.cwd, dir)
  const kind = await host.kind(folder)
  if (kind !== 'folder') return failed([diagnose(noFolder, { folder: dir, isFile: kind === 'file' })])

  const configuration = await readConfig(host, folder)
  if (!configuration.value) return failed(configuration.diagnostics)
  const { config, yaml } = configuration.value

  const profileId = options.profile ?? config.profile
  const chosenAt = options.profile === undefined && yaml ? where(yaml, ['profile']) : {}
  const profile = await readProfile(host, profileId ?? DEFAULT_PROFILE, chosenAt, config.language)
  if (!profile.value) return failed(profile.diagnostics)

  const reader = fileReader(host, folder, yaml)
  const chapters = config.chapters
    ? await reader.all(config.chapters, (index) => ['chapters', index])
    : await reader.all(orderChapters((await reader.filesIn('.')).filter((name) => !name.includes('/'))))
  const parts = await readParts(host, profile.value.part_headings)
  const partFiles = await readPartFiles(reader, config.front ?? {}, parts, yaml)
  const configPlace = (path: DataPath) => (yaml ? where(yaml, path) : {})
  const appendices = await readAppendices(reader, config.appendices ?? [], configPlace)
  const bibliography = await bibliographyFiles(reader, config)
  if (chapters.length === 0 && reader.diagnostics.length === 0) {
    reader.diagnostics.push(
      diagnose(noMarkdown, { folder: dir }, config.chapters && yaml ? where(yaml, ['chapters']) : {}),
    )
  }
  // Checked without one of its files, a thesis would be told everything that stands in it as missing.
  if (reader.diagnostics.length > 0) return failed(reader.diagnostics)
  const value: Sources = {
    folder,
    config,
    configPlace,
    profile: profile.value,
    explicitProfile: profileId !== undefined,
    chapters,
    parts: partFiles.value.texts,
    partChoices: partFiles.value,
    appendices,
    bibliography,
  }
  return { value, diagnostics: partFiles.diagnostics }
}

/** Formats that are nothing but bibliographies: without a configuration these files are read. */
const BIBLIOGRAPHIES = ['.bib', '.bibtex', '.ris']

async function bibliographyFiles(reader: FileReader, config: Config): Promise<SourceFile[]> {
  if (config.bibliography) return reader.all(config.bibliography, (index) => ['bibliography', index])
  const names = await reader.filesIn('.')
  return reader.all(names.filter((name) => BIBLIOGRAPHIES.includes(extname(name).toLowerCase())))
}

/**
 * The bibliography files of a thesis folder alone, whatever its chapters are like.
 * @returns undefined when the folder or its configuration cannot be used, and without files that cannot be read
 */
export async function readBibliographyFiles(
  host: Host,
  dir: string,
): Promise<Outcome<readonly SourceFile[] | undefined>> {
  const folder = resolve(host.cwd, dir)
  const kind = await host.kind(folder)
  if (kind !== 'folder') return failed([diagnose(noFolder, { folder: dir, isFile: kind === 'file' })])
  const configuration = await readConfig(host, folder)
  if (!configuration.value) return failed(configuration.diagnostics)
  const { config, yaml } = configuration.value
  const reader = fileReader(host, folder, yaml)
  return { value: await bibliographyFiles(reader, config), diagnostics: reader.diagnostics }
}

function failed(diagnostics: readonly Diagnostic[]): Outcome<undefined> {
  return { value: undefined, diagnostics }
}

/** A single value may stand where a list is meant (`bibliography: pustaka.bib`): then it is the list's first. */
function where(yaml: YamlData, path: DataPath): Where {
  const place = yaml.place(path) ?? (path.length > 1 ? yaml.place(path.slice(0, -1)) : undefined)
  return { file: yaml.file, place }
}

async function readConfig(
  host: Host,
  folder: string,
): Promise<Outcome<{ config: Config; yaml: YamlData | undefined } | undefined>> {
  const path = await insideFolder(host, folder, CONFIG_FILE)
  if (path === undefined) return failed([diagnose(outsideFolder, { path: CONFIG_FILE })])
  if ((await host.kind(path)) !== 'file') return { value: { config: {}, yaml: undefined }, diagnostics: [] }
  const decoded = await readText(host, path, CONFIG_FILE)
  if (!decoded.value) return failed(decoded.diagnostics)
  const yaml = readYaml(decoded.value)
  if (yaml.diagnostics.length > 0) return failed(yaml.diagnostics)
  const config = checkShape(configSchema, yaml.value.value, [yaml.value])
  return config.value
    ? { value: { config: config.value, yaml: yaml.value }, diagnostics: [] }
    : failed(config.diagnostics)
}

/** Reads files of the thesis by the path its author wrote, and keeps what is wrong with them. */
export type FileReader = ReturnType<typeof fileReader>

function fileReader(host: Host, folder: string, yaml: YamlData | undefined) {
  const diagnostics: Diagnostic[] = []
  const filesIn = async (sub: string): Promise<string[]> => {
    const entries = await host.list(resolve(folder, sub)).catch(() => [])
    const prefix = sub === '.' ? '' : `${sub}/`
    return entries.filter((entry) => entry.kind === 'file').map((entry) => prefix + entry.name)
  }
  const one = async (written: string, at?: DataPath): Promise<SourceFile | undefined> => {
    const place = at && yaml ? where(yaml, at) : {}
    // On Windows people write `front\\abstrak.md`; the same thesis is checked on Linux.
    const path = written.replaceAll('\\', '/').replace(/^\.\//, '')
    const target = await insideFolder(host, folder, path)
    if (target === undefined) {
      diagnostics.push(diagnose(outsideFolder, { path }, place))
      return undefined
    }
    if ((await host.kind(target)) !== 'file') {
      const near = nearest(path, [...(await filesIn('.')), ...(await filesIn('front'))])
      diagnostics.push(diagnose(missingFile, { path, near }, place))
      return undefined
    }
    const decoded = await readText(host, target, path)
    diagnostics.push(...decoded.diagnostics)
    return decoded.value
  }
  const all = async (paths: readonly string[], at?: (index: number) => DataPath): Promise<SourceFile[]> => {
    const files = await Promise.all(paths.map((path, index) => one(path, at?.(index))))
    return files.filter((file) => file !== undefined)
  }
  return { diagnostics, filesIn, all }
}
