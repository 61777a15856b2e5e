/** `naskah cite check`: everything that is wrong with the sources of a thesis. */
import { countBySeverity, hasErrors, sortDiagnostics } from '../diagnostics.ts'
import { readBibliography } from '../read/bibliography/index.ts'
import { json } from '../report/json.ts'
import { pretty } from '../report/pretty.ts'
import { citeTargets } from './cite-targets.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'

export interface CiteCheckOptions {
  readonly format: 'pretty' | 'json'
  /** More warnings than this fail; any number is fine when absent. */
  readonly maxWarnings?: number | undefined
}

/** @param targets a thesis folder, or bibliography files */
export async function citeCheckCommand(
  { host, output, language, signal }: CommandContext,
  targets: readonly string[],
  options: CiteCheckOptions,
): Promise<ExitCode> {
  const { base, files, diagnostics: faults } = await citeTargets(host, targets)
  const library = await readBibliography(files, { now: host.now() })
  signal.throwIfAborted()
  const diagnostics = sortDiagnostics([...faults, ...library.diagnostics])
  if (options.format === 'json') output.write(json(diagnostics, { language, base }))
  else {
    const sources = new Map(files.map(({ path, text }) => [path, text]))
    output.write(pretty(diagnostics, { language, color: output.color.write, sources, base }))
  }
  const tooMany = countBySeverity(diagnostics).warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
  return tooMany && !hasErrors(diagnostics) ? 1 : exitCode(diagnostics)
}
