/** Findings for tools: one JSON array. */
import type { Diagnostic, Language, Severity, TextEdit } from '../model.ts'
import { placeOf, ruleUrl, shownPath } from './location.ts'

/** A finding as tools read it. */
interface JsonFinding {
  /** With the thesis folder; the folder itself when no file is to blame. */
  readonly file: string
  /** Lines and columns count from 1; the end is exclusive. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly ruleId: string
  readonly severity: Severity
  /** What was found and what was expected. */
  readonly message: string
  /** How to mend it. */
  readonly hint?: string
  /** The canonical value that should stand there. */
  readonly expected?: string
  /** What `lint --fix` would write: offsets in the file's text, in UTF-16 units behind a byte order mark. */
  readonly fix?: readonly TextEdit[]
  /** Where the rule is explained. */
  readonly url: string
}

interface JsonOptions {
  readonly language: Language
  /** The thesis folder as the user named it; it is put before each file. */
  readonly base: string
}

/** The findings as plain objects, for reports that hold more than them. */
export function jsonFindings(diagnostics: readonly Diagnostic[], options: JsonOptions): JsonFinding[] {
  return diagnostics.map((diagnostic) => {
    const { start, end } = placeOf(diagnostic)
    const { hint, expected, fix } = diagnostic
    return {
      file: shownPath(diagnostic.file, options.base),
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      ruleId: diagnostic.ruleId,
      severity: diagnostic.severity,
      message: diagnostic.message[options.language],
      ...(hint === undefined ? {} : { hint: hint[options.language] }),
      ...(expected === undefined ? {} : { expected }),
      ...(fix === undefined ? {} : { fix }),
      url: ruleUrl(diagnostic.ruleId),
    }
  })
}

/** The text of `lint --format json`. */
export function json(diagnostics: readonly Diagnostic[], options: JsonOptions): string {
  return `${JSON.stringify(jsonFindings(diagnostics, options), undefined, 2)}\n`
}
