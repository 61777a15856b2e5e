/** What `naskah lint` is asked to look at: a thesis folder, or files of one. */
import { basename, dirname, relative, resolve } from 'node:path'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Diagnostic, Outcome } from '../model.ts'
import type { Analysis } from '../pipeline.ts'
import { CONFIG_FILE } from '../read/thesis.ts'
import { noSuchFile, notInThesis } from './messages.ts'

export interface Targets {
  /** The thesis folder, as given or as found from its files. */
  readonly dir: string
  /** The files to report on, relative to the folder; all of them when absent. */
  readonly files: ReadonlySet<string> | undefined
}

/** Single files are checked in their thesis: numbers and references need the whole. */
export async function targetsOf(host: Host, targets: readonly string[]): Promise<Outcome<Targets>> {
  const [first = 'chapters'] = targets
  const kinds = await Promise.all(targets.map((target) => host.kind(resolve(host.cwd, target))))
  if (targets.length <= 1 && kinds[0] !== 'file' && !isFileName(first)) {
    return { value: { dir: first, files: undefined }, diagnostics: [] }
  }
  const dir = await folderOf(host, dirname(first))
  const diagnostics: Diagnostic[] = []
  const files = new Set<string>()
  for (const [at, target] of targets.entries()) {
    const path = relative(resolve(host.cwd, dir), resolve(host.cwd, target)).replaceAll('\\', '/')
    if (kinds[at] === undefined) diagnostics.push(diagnose(noSuchFile, { path: target }))
    else if (kinds[at] === 'folder' || path.startsWith('../')) {
      diagnostics.push(diagnose(notInThesis, { path: target, folder: dir }, { severity: 'error' }))
    } else files.add(path)
  }
  return { value: { dir, files }, diagnostics }
}

/** Files that were asked for and belong to no part of the thesis, so that nobody takes silence for praise. */
export function strangers({ files, dir }: Targets, { sources }: Analysis): Diagnostic[] {
  const { chapters, parts, appendices, bibliography } = sources
  const known = [...chapters, ...parts.values(), ...appendices, ...bibliography].map(({ path }) => path)
  return [...(files ?? [])]
    .filter((file) => file !== CONFIG_FILE && !known.includes(file))
    .map((file) => diagnose(notInThesis, { path: file, folder: dir }))
}

/** The folder of a file, or the one above when that holds the configuration (`front/abstrak.md`). */
async function folderOf(host: Host, folder: string): Promise<string> {
  const above = resolve(host.cwd, folder, '..')
  const here = await host.kind(resolve(host.cwd, folder, CONFIG_FILE))
  if (here !== undefined || (await host.kind(resolve(above, CONFIG_FILE))) !== 'file') return folder
  return relative(host.cwd, above) || '.'
}

function isFileName(path: string): boolean {
  return /\.(?:md|markdown|bib|bibtex|ris|json|ya?ml)$/i.test(basename(path))
}
