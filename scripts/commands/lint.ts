/** `naskah lint`: what is wrong with a thesis, for people and for programs. No browser is loaded. */
import { basename, dirname, extname, relative, resolve } from 'node:path'
import { countBySeverity, hasErrors } from '../diagnostics.ts'
import type { Diagnostic } from '../model.ts'
import { analyse } from '../pipeline.ts'
import { json } from '../report/json.ts'
import { pretty } from '../report/pretty.ts'
import { stopwatch } from '../stopwatch.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'
import { baseOf, sourceTexts } from './tell.ts'

export interface LintOptions {
  readonly profile?: string | undefined
  readonly format: 'pretty' | 'json'
  /** More warnings than this fail; any number is fine when absent. */
  readonly maxWarnings?: number | undefined
}

export async function lintCommand(
  context: CommandContext,
  targets: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const { host, output, language } = context
  const { dir, files } = await thesisOf(context, targets)
  const analysis = await analyse(host, dir, options, stopwatch())
  const diagnostics = files ? analysis.diagnostics.filter(concerns(files)) : analysis.diagnostics
  const base = baseOf(host.cwd, dir)
  if (options.format === 'json') output.write(json(diagnostics, { language, base }))
  else {
    const sources = await sourceTexts(host, dir, diagnostics)
    output.write(pretty(diagnostics, { language, color: output.color, sources, base }))
  }
  const tooMany = countBySeverity(diagnostics).warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
  return tooMany && !hasErrors(diagnostics) ? 1 : exitCode(diagnostics)
}

/** Single files are checked in their thesis: numbers and references need the whole. */
async function thesisOf({ host }: CommandContext, targets: readonly string[]) {
  const [first = 'chapters'] = targets
  const named =
    targets.length > 1 || ((await host.kind(resolve(host.cwd, first))) === 'file' && isMarkdown(first))
  if (!named) return { dir: first, files: undefined }
  const dir = await folderOf(host, dirname(first))
  return {
    dir,
    files: new Set(
      targets.map((target) =>
        relative(resolve(host.cwd, dir), resolve(host.cwd, target)).replaceAll('\\', '/'),
      ),
    ),
  }
}

/** The folder of a file, or the one above when that holds the configuration (`front/abstrak.md`). */
async function folderOf(host: CommandContext['host'], folder: string): Promise<string> {
  const above = dirname(folder)
  const here = await host.kind(resolve(host.cwd, folder, 'naskah.yaml'))
  if (here === undefined && (await host.kind(resolve(host.cwd, above, 'naskah.yaml'))) === 'file')
    return above
  return folder
}

function isMarkdown(path: string): boolean {
  return /^\.(?:md|markdown)$/i.test(extname(basename(path)))
}

/** What has no file is everybody's. */
function concerns(files: ReadonlySet<string>) {
  return ({ file }: Diagnostic) => file === undefined || files.has(file)
}
