/** Shows diagnostics to a person. */
import { relative, resolve } from 'node:path'
import type { Host } from '../host.ts'
import type { Diagnostic } from '../model.ts'
import { insideFolder } from '../read/text.ts'
import { pretty } from '../report/pretty.ts'
import type { CommandContext } from './options.ts'

/** @param dir the thesis folder, as given on the command line */
export async function tellDiagnostics(
  { output, language, host }: CommandContext,
  diagnostics: readonly Diagnostic[],
  dir: string,
): Promise<void> {
  if (diagnostics.length === 0) return
  const sources = await sourceTexts(host, dir, diagnostics)
  const base = baseOf(host.cwd, dir)
  output.tell(pretty(diagnostics, { language, color: output.color.tell, sources, base }))
}

/** The texts the messages point into, by path. A file that cannot be shown is shown without its line. */
export async function sourceTexts(
  host: Host,
  dir: string,
  diagnostics: readonly Diagnostic[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { file } of diagnostics) {
    if (file === undefined || texts.has(file)) continue
    const path = await insideFolder(host, resolve(host.cwd, dir), file).catch(() => undefined)
    const bytes = path === undefined ? undefined : await host.read(path).catch(() => undefined)
    if (bytes) texts.set(file, new TextDecoder().decode(bytes))
  }
  return texts
}

/** What stands before the paths of messages, so that a terminal can open them: `chapters`. */
export function baseOf(cwd: string, dir: string): string {
  return relative(cwd, resolve(cwd, dir)).replaceAll('\\', '/')
}

/** A path as a person names it: from the folder the command runs in, unless it leads out of it. */
export function shown(cwd: string, path: string): string {
  const way = relative(cwd, path)
  return (way.startsWith('..') ? path : way).replaceAll('\\', '/')
}
