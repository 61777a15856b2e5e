/** `naskah cite format`: writes `.bib` files back tidily, all of them or none. */
import { resolve } from 'node:path'
import { diagnose, hasErrors, sortDiagnostics } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Diagnostic, Language, SourceFile } from '../model.ts'
import { placesIn } from '../places.ts'
import { bibtexFaults } from '../read/bibliography/bibtex.ts'
import { formatBibtex } from '../read/bibliography/bibtex-format.ts'
import { shownPath } from '../report/location.ts'
import { pretty } from '../report/pretty.ts'
import { citeTargets } from './cite-targets.ts'
import { cannotRewrite, notFormatted, notTidy } from './messages.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'
import { shown } from './tell.ts'

export interface CiteFormatOptions {
  /** Only says what is not tidy. */
  readonly check: boolean
}

interface Tidied {
  readonly source: SourceFile
  readonly text: string
  /** Entries that are written otherwise. */
  readonly changed: number
  readonly left: number
}

/** @param targets a thesis folder, or bibliography files */
export async function citeFormatCommand(
  { host, output, language, signal }: CommandContext,
  targets: readonly string[],
  { check }: CiteFormatOptions,
): Promise<ExitCode> {
  const { base, folder, files, diagnostics: faults } = await citeTargets(host, targets)
  const told: Diagnostic[][] = [[...faults]]
  const tidied: Tidied[] = []
  for (const source of files) {
    if (!/\.bib(?:tex)?$/i.test(source.path)) {
      told.push([diagnose(notFormatted, { path: source.path }, { file: source.path })])
      continue
    }
    const { text, changed, left, total } = formatBibtex(source.text)
    tidied.push({ source, text, changed: changed.length, left })
    told.push(bibtexFaults(source))
    const [first] = changed
    if (check && first) {
      const place = placesIn(source.text)(first.span)
      told.push([diagnose(notTidy, { count: changed.length, total }, { file: source.path, place })])
    }
  }
  signal.throwIfAborted()
  if (!check) told.push(await write(host, folder, tidied))
  const diagnostics = sortDiagnostics(told.flat())
  if (diagnostics.length > 0) {
    const sources = new Map(files.map(({ path, text }) => [path, text]))
    output.write(pretty(diagnostics, { language, color: output.color.write, sources, base }))
  }
  const failed = diagnostics.some(({ ruleId }) => ruleId === cannotRewrite.id)
  for (const file of failed ? [] : tidied)
    output.tell(SAID[language](shownPath(file.source.path, base), file, check))
  return hasErrors(diagnostics) ? exitCode(diagnostics) : 0
}

async function write(host: Host, folder: string, tidied: readonly Tidied[]): Promise<Diagnostic[]> {
  const wanted = tidied.filter(({ source, text }) => text !== source.text)
  if (wanted.length === 0) return []
  try {
    const files = await Promise.all(
      wanted.map(async ({ source, text }) => {
        // A link stays one: what it leads to is written.
        const path = await host.realpath(resolve(folder, source.path))
        return { path, data: (hasMark(await host.read(path)) ? '\uFEFF' : '') + text }
      }),
    )
    await host.writeAll(files)
    return []
  } catch (error) {
    const path = shown(host.cwd, resolve(folder, wanted[0]?.source.path ?? ''))
    return [diagnose(cannotRewrite, { path, reason: error instanceof Error ? error.message : String(error) })]
  }
}

/** A byte order mark is dropped when a text is read. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

type Say = (path: string, file: Tidied, check: boolean) => string

const SAID: Readonly<Record<Language, Say>> = {
  id: (path, { changed, left }, check) => {
    const done = changed === 0 ? 'sudah rapi' : `${changed} entri ${check ? 'belum rapi' : 'dirapikan'}`
    return `${path}: ${done}${left > 0 ? `; ${left} entri rusak dibiarkan` : ''}\n`
  },
  en: (path, { changed, left }, check) => {
    const done = changed === 0 ? 'is tidy' : `${changed} entries ${check ? 'not tidy' : 'tidied'}`
    return `${path}: ${done}${left > 0 ? `; ${left} broken ones left alone` : ''}\n`
  },
}
