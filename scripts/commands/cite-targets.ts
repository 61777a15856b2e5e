/** Which bibliography files `naskah cite` works on: those of a thesis folder, or the ones that are named. */
import { resolve } from 'node:path'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Diagnostic, SourceFile } from '../model.ts'
import { readText } from '../read/text.ts'
import { readBibliographyFiles } from '../read/thesis.ts'
import { noBibliography, noSuchFile, notInThesis } from './messages.ts'
import { baseOf, shown } from './tell.ts'

export interface CiteTargets {
  /** What stands before the paths of messages. */
  readonly base: string
  /** Where the paths of {@link files} start; absolute. */
  readonly folder: string
  readonly files: readonly SourceFile[]
  /** Files that cannot be read, and what is wrong with the configuration. */
  readonly diagnostics: readonly Diagnostic[]
}

export async function citeTargets(host: Host, targets: readonly string[]): Promise<CiteTargets> {
  const [first = 'chapters'] = targets
  const kinds = await Promise.all(targets.map((target) => host.kind(resolve(host.cwd, target))))
  if (targets.length <= 1 && kinds[0] !== 'file' && !isBibliography(first)) return ofFolder(host, first)
  const diagnostics: Diagnostic[] = []
  const files: SourceFile[] = []
  for (const [at, target] of targets.entries()) {
    const path = shown(host.cwd, resolve(host.cwd, target))
    if (kinds[at] === 'folder') {
      diagnostics.push(diagnose(notInThesis, { path: target, folder: '.' }, { severity: 'error' }))
    } else if (kinds[at] === undefined) diagnostics.push(diagnose(noSuchFile, { path: target }))
    else if (!files.some((file) => file.path === path)) {
      const read = await readText(host, resolve(host.cwd, target), path)
      diagnostics.push(...read.diagnostics)
      if (read.value) files.push(read.value)
    }
  }
  return { base: '', folder: host.cwd, files, diagnostics }
}

async function ofFolder(host: Host, dir: string): Promise<CiteTargets> {
  const { value, diagnostics } = await readBibliographyFiles(host, dir)
  const none = value?.length === 0 && diagnostics.length === 0
  return {
    base: baseOf(host.cwd, dir),
    folder: resolve(host.cwd, dir),
    files: value ?? [],
    diagnostics: none ? [diagnose(noBibliography, { folder: dir })] : diagnostics,
  }
}

function isBibliography(path: string): boolean {
  return /\.(?:bib|bibtex|ris|json|ya?ml)$/i.test(path)
}
