/** Which file each part of a thesis is made from: what `front:` in `naskah.yaml` names, and what lies in `front/`. */
import { basename, extname } from 'node:path'
import { diagnose, nearest, type Where } from '../diagnostics.ts'
import type { Diagnostic, Outcome, Part, PartChoices, ScannedPage, SourceFile } from '../model.ts'
import type { Config } from '../schema/config.ts'
import { unknownKey, unknownPart } from './messages.ts'
import { pageTooLong, partOverridden, severalFiles } from './part-messages.ts'
import type { FileReader } from './thesis.ts'
import type { DataPath, YamlData } from './yaml.ts'

/** By part id. */
interface PartFiles extends PartChoices {
  /** Parts written in Markdown. */
  readonly texts: ReadonlyMap<string, SourceFile>
}

/** In letters: far more than a page holds, and little enough to be read at once whatever stands in it. */
const LONGEST_PAGE = 20_000
const IMAGE = /\.(?:png|jpe?g|gif|webp|svg|pdf)$/i

/** What is faulty goes to the reader, what is odd is returned. A file `front:` names comes before one that is found. */
export async function readPartFiles(
  reader: FileReader,
  front: NonNullable<Config['front']>,
  known: readonly Part[],
  yaml: YamlData | undefined,
): Promise<Outcome<PartFiles>> {
  const texts = new Map<string, SourceFile>()
  const pages = new Map<string, SourceFile>()
  const partials = new Map<string, SourceFile>()
  const scans = new Map<string, readonly ScannedPage[]>()
  const wanted = new Map<string, boolean>()
  const warnings: Diagnostic[] = []

  const at = (path: DataPath, of?: 'key'): Where => ({ file: yaml?.file, place: yaml?.place(path, of) })
  for (const [name, choice] of Object.entries(front)) {
    const id = partId(name)
    if (!known.some((part) => part.id === id)) {
      const ids = known.map((part) => part.id)
      const facts = { key: name, near: nearest(name, ids), known: ids }
      reader.diagnostics.push(diagnose(unknownKey, facts, at(['front', name], 'key')))
    } else if (typeof choice === 'boolean') wanted.set(id, choice)
    else await readNamed(id, choice, ['front', name])
  }
  await readFound()
  return { value: { texts, pages, partials, scans, wanted }, diagnostics: warnings }

  function keep(id: string, file: SourceFile): void {
    if (!isPage(file.path)) texts.set(id, file)
    else if (isShort(file)) pages.set(id, file)
  }

  function isShort({ path, text }: SourceFile): boolean {
    if (text.length <= LONGEST_PAGE) return true
    const facts = { path, letters: text.length, most: LONGEST_PAGE }
    reader.diagnostics.push(diagnose(pageTooLong, facts, { file: path }))
    return false
  }

  async function readNamed(id: string, paths: readonly string[], path: DataPath): Promise<void> {
    const pathOf = (index: number): DataPath =>
      yaml?.place([...path, index]) === undefined ? path : [...path, index]
    const [first] = paths
    if (first !== undefined && paths.every((name) => IMAGE.test(name))) {
      const found = paths.map((url, index) => ({ url, ...at(pathOf(index)) }))
      scans.set(
        id,
        found.map(({ url, file, place }) => ({ url, file, place })),
      )
    } else if (paths.length > 1) {
      reader.diagnostics.push(diagnose(severalFiles, { part: id }, at(path)))
    } else {
      const [file] = await reader.all(paths, pathOf)
      if (file) keep(id, file)
    }
  }

  /** Every `front/<id>.md` and `front/<id>.html`, with dashes or underscores, or another name of the part. */
  async function readFound(): Promise<void> {
    const found = new Map<string, string>()
    for (const path of await reader.filesIn('front')) {
      const name = basename(path, extname(path))
      if (extname(path) !== '.md' && !isPage(path)) continue
      if (isPage(path) && name.startsWith('_')) {
        const [file] = await reader.all([path])
        if (file && isShort(file)) partials.set(name, file)
        continue
      }
      const id = partNamed(partId(name), known)?.id
      if (id === undefined) {
        const ids = known.filter(isWritten).map((part) => part.id)
        warnings.push(diagnose(unknownPart, { path, near: nearest(name, ids), known: ids }, { file: path }))
        continue
      }
      const other = found.get(id)
      if (other !== undefined) {
        warnings.push(diagnose(partOverridden, { path, used: other }, { file: path }))
      }
      if (other !== undefined || texts.has(id) || pages.has(id) || scans.has(id)) continue
      const [file] = await reader.all([path])
      if (file) keep(id, file)
      found.set(id, path)
    }
  }
}

/** The part a file name means: its id or another heading of it. */
function partNamed(name: string, known: readonly Part[]): Part | undefined {
  return known.find((part) => part.id === name || part.aliases?.some((alias) => partId(alias) === name))
}

/** Parts an author may write; the others are made of the thesis itself. */
function isWritten({ kind }: Part): boolean {
  return kind === 'text' || kind === 'template'
}

function isPage(path: string): boolean {
  return extname(path).toLowerCase() === '.html'
}

/** `kata-pengantar` and `kata_pengantar` are one part. */
function partId(name: string): string {
  return name.toLowerCase().replaceAll(/[- ]/g, '_')
}
