/** `naskah lint`: what is wrong with a thesis, for people and for programs. No browser is loaded. */
import { countBySeverity, hasErrors } from '../diagnostics.ts'
import type { Diagnostic } from '../model.ts'
import { analyse } from '../pipeline.ts'
import { json } from '../report/json.ts'
import { pretty } from '../report/pretty.ts'
import { stopwatch } from '../stopwatch.ts'
import { citationCache } from './citation-cache.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'
import { strangers, type Targets, targetsOf } from './targets.ts'
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
  const { value: wanted, diagnostics: faults } = await targetsOf(host, targets)
  const { dir } = wanted
  const diagnostics = faults.length > 0 ? faults : await findings(context, wanted, options)
  context.signal.throwIfAborted()
  const base = baseOf(host.cwd, dir)
  if (options.format === 'json') output.write(json(diagnostics, { language, base }))
  else {
    const sources = await sourceTexts(host, dir, diagnostics)
    output.write(pretty(diagnostics, { language, color: output.color.write, sources, base }))
  }
  const tooMany = countBySeverity(diagnostics).warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
  return tooMany && !hasErrors(diagnostics) ? 1 : exitCode(diagnostics)
}

async function findings(
  { host }: CommandContext,
  targets: Targets,
  options: LintOptions,
): Promise<readonly Diagnostic[]> {
  const { value, diagnostics } = await analyse(
    host,
    targets.dir,
    { ...options, cache: citationCache(host) },
    stopwatch(),
  )
  const { files } = targets
  if (!files) return diagnostics
  // What has no file is everybody's, and nothing was checked when the thesis cannot be read.
  if (!value) return diagnostics
  return [
    ...diagnostics.filter(({ file }) => file === undefined || files.has(file)),
    ...strangers(targets, value),
  ]
}
