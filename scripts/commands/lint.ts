/** `naskah lint`: what is wrong with a thesis, for people and for programs. No browser is loaded. */
import { countBySeverity, diagnose, hasErrors } from '../diagnostics.ts'
import type { Diagnostic, Language, Text } from '../model.ts'
import { type Analysis, analyse } from '../pipeline.ts'
import { json } from '../report/json.ts'
import { severityWord, shownPath } from '../report/location.ts'
import { pretty } from '../report/pretty.ts'
import { stopwatch } from '../stopwatch.ts'
import { citationCache } from './citation-cache.ts'
import { diff } from './diff.ts'
import { type FixedFile, fixedFiles } from './fix-files.ts'
import { cannotRewrite } from './messages.ts'
import { type CommandContext, type ExitCode, exitCode } from './options.ts'
import { strangers, type Targets, targetsOf } from './targets.ts'
import { baseOf, shown, sourceTexts } from './tell.ts'

export interface LintOptions {
  readonly profile?: string | undefined
  readonly format: 'pretty' | 'json'
  /** More warnings than this fail; any number is fine when absent. */
  readonly maxWarnings?: number | undefined
  /** Make the fixes that findings offer, and report what is left. */
  readonly fix?: boolean | undefined
  /** Show what fixing would change, and write nothing. */
  readonly dryRun?: boolean | undefined
}

export async function lintCommand(
  context: CommandContext,
  targets: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const { host, output, language } = context
  const clash = clashOf(options)
  if (clash !== undefined) {
    output.tell(
      `${severityWord('error', language)}  ${CLASH[language](clash)}\n    → ${CLASH_HINT[language]}\n`,
    )
    return 2
  }
  const { value: wanted, diagnostics: faults } = await targetsOf(host, targets)
  const { dir } = wanted
  const found: Findings =
    faults.length > 0 ? { diagnostics: faults } : await findings(context, wanted, options)
  context.signal.throwIfAborted()
  const base = baseOf(host.cwd, dir)
  if (options.dryRun) {
    const files = await filesToFix(context, dir, found)
    for (const { file, before, edits } of files) output.write(diff(shownPath(file, base), before, edits))
    output.tell(FIXABLE[language](...counted(files)))
    return exitCode(found.diagnostics)
  }
  const diagnostics =
    options.fix && found.analysis ? await fix(context, wanted, options, found) : found.diagnostics
  context.signal.throwIfAborted()
  if (options.format === 'json') output.write(json(diagnostics, { language, base }))
  else {
    const sources = await sourceTexts(host, dir, diagnostics)
    output.write(pretty(diagnostics, { language, color: output.color.write, sources, base }))
  }
  const tooMany = countBySeverity(diagnostics).warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
  return tooMany && !hasErrors(diagnostics) ? 1 : exitCode(diagnostics)
}

/** What is asked of the report, of which `--dry-run` has none. */
function clashOf({ dryRun, format, maxWarnings }: LintOptions): string | undefined {
  if (!dryRun) return undefined
  if (format === 'json') return '--format json'
  return maxWarnings === undefined ? undefined : '--max-warnings'
}

const CLASH: Readonly<Record<Language, (option: string) => string>> = {
  id: (option) => `Pilihan “--dry-run” tidak dapat dipakai bersama “${option}”.`,
  en: (option) => `The option “--dry-run” cannot be used together with “${option}”.`,
}

const CLASH_HINT: Text = {
  id: '“--dry-run” menampilkan perubahan, bukan laporan; hapus salah satu pilihan. Lihat `naskah --help`.',
  en: '“--dry-run” shows changes and no report; leave one of the options out. See `naskah --help`.',
}

interface Findings {
  readonly diagnostics: readonly Diagnostic[]
  /** Missing when the thesis cannot be read. */
  readonly analysis?: Analysis
}

async function findings({ host }: CommandContext, targets: Targets, options: LintOptions): Promise<Findings> {
  const { value, diagnostics } = await analyse(
    host,
    targets.dir,
    { ...options, cache: citationCache(host) },
    stopwatch(),
  )
  const { files } = targets
  // What has no file is everybody's, and nothing was checked when the thesis cannot be read.
  if (!value) return { diagnostics }
  if (!files) return { diagnostics, analysis: value }
  return {
    diagnostics: [
      ...diagnostics.filter(({ file }) => file === undefined || files.has(file)),
      ...strangers(targets, value),
    ],
    analysis: value,
  }
}

/** Writes the fixes and looks again: lines have moved, and a fix may have made way for another. */
async function fix(
  context: CommandContext,
  targets: Targets,
  options: LintOptions,
  found: Findings,
): Promise<readonly Diagnostic[]> {
  const { host, output, language } = context
  const files = await filesToFix(context, targets.dir, found)
  context.signal.throwIfAborted()
  try {
    await host.writeAll(files)
  } catch (error) {
    const facts = {
      path: shown(host.cwd, files[0]?.path ?? targets.dir),
      reason: error instanceof Error ? error.message : String(error),
    }
    return [...found.diagnostics, diagnose(cannotRewrite, facts)]
  }
  output.tell(FIXED[language](...counted(files)))
  return files.length === 0 ? found.diagnostics : (await findings(context, targets, options)).diagnostics
}

async function filesToFix(
  { host }: CommandContext,
  dir: string,
  { diagnostics, analysis }: Findings,
): Promise<FixedFile[]> {
  if (!analysis) return []
  const { chapters, parts, appendices } = analysis.sources
  const written = appendices.flatMap(({ markdown }) => markdown ?? [])
  const files = [...chapters, ...parts.values(), ...written]
  return fixedFiles(host, dir, diagnostics, new Map(files.map(({ path, text }) => [path, text])))
}

function counted(files: readonly FixedFile[]): [fixes: number, files: number] {
  return [files.reduce((sum, { applied }) => sum + applied, 0), files.length]
}

type Told = Readonly<Record<Language, (fixes: number, files: number) => string>>

const FIXED: Told = {
  id: (fixes, files) =>
    fixes === 0 ? 'Tidak ada yang diperbaiki.\n' : `${fixes} perbaikan ditulis di ${files} berkas.\n`,
  en: (fixes, files) =>
    fixes === 0
      ? 'Nothing was fixed.\n'
      : `${plural(fixes, 'fix', 'fixes')} written in ${plural(files, 'file', 'files')}.\n`,
}

const FIXABLE: Told = {
  id: (fixes, files) =>
    fixes === 0
      ? 'Tidak ada yang dapat diperbaiki.\n'
      : `${fixes} perbaikan di ${files} berkas; tidak ada yang ditulis.\n`,
  en: (fixes, files) =>
    fixes === 0
      ? 'There is nothing to fix.\n'
      : `${plural(fixes, 'fix', 'fixes')} in ${plural(files, 'file', 'files')}; nothing was written.\n`,
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
