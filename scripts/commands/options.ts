/** What every command gets from the command line. */
import type { Host } from '../host.ts'
import type { Diagnostic, Language } from '../model.ts'
import { CONFIG_FILE } from '../read/thesis.ts'

/** Where a command's words go. */
export interface Output {
  /** Standard output. */
  write(text: string): void
  /** Standard error. */
  tell(text: string): void
  /** Is standard error a terminal that shows progress? */
  readonly interactive: boolean
  /** Does what goes to each take colour? */
  readonly color: { readonly write: boolean; readonly tell: boolean }
}

export interface CommandContext {
  readonly host: Host
  readonly output: Output
  /** Of messages. */
  readonly language: Language
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** 0 done, 1 the thesis has errors, 2 wrong usage, configuration or environment. */
export type ExitCode = 0 | 1 | 2

/** Findings that no change to the text of the thesis mends. */
const ENVIRONMENT = /^(?:config|browser|output)\/|^pdf\/(?!too-wide$)/

export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (errors.length === 0) return 0
  return errors.some(isOutsideTheText) ? 2 : 1
}

/** Whatever is wrong in `naskah.yaml` is configuration, and whatever is wrong in a chapter is not. */
function isOutsideTheText({ ruleId, file }: Diagnostic): boolean {
  if (file === CONFIG_FILE) return true
  return ENVIRONMENT.test(ruleId) && !/\.(?:md|markdown)$/i.test(file ?? '')
}
