/** Create, collect, sort and count diagnostics. */
import type { VFile } from 'vfile'
import type { Diagnostic, Place, Severity, Text } from './model.ts'

/**
 * What a rule says, in every language. `Facts` is what a single finding knows.
 * A rule of the linter adds why and sources (see `check/rule.ts`); the stages that read and resolve need no more.
 */
export interface Message<Facts> {
  /** `group/name` */
  readonly id: string
  readonly severity: Severity
  /** One line for the list of rules in `docs/rules.md`. */
  readonly title: Text
  /** What was found and what was expected. */
  text(facts: Facts): Text
  /** How to fix it. */
  hint?(facts: Facts): Text
}

/** Where a finding stands, and the value expected there. */
export interface Where {
  readonly file?: string | undefined
  readonly place?: Place | undefined
  readonly expected?: string | undefined
  /** Instead of the message's own. */
  readonly severity?: Severity | undefined
}

/** Keeps the type of a message's facts; used as `const unknownKey = message<{ key: string }>({ … })`. */
export function message<Facts>(definition: Message<Facts>): Message<Facts> {
  return definition
}

/** Makes a diagnostic of a message, its facts and a place. */
export function diagnose<Facts>(about: Message<Facts>, facts: Facts, where: Where = {}): Diagnostic {
  const hint = about.hint?.(facts)
  return {
    ruleId: about.id,
    severity: where.severity ?? about.severity,
    ...(where.file === undefined ? {} : { file: where.file }),
    ...(where.place === undefined ? {} : { place: where.place }),
    ...(where.expected === undefined ? {} : { expected: where.expected }),
    message: about.text(facts),
    ...(hint === undefined ? {} : { hint }),
  }
}

/** The diagnostic at a place, when it names none of its own. */
export function placedAt({ file, place }: Where, diagnostic: Diagnostic): Diagnostic {
  if (file === undefined || diagnostic.file !== undefined) return diagnostic
  return { ...diagnostic, file, ...(place === undefined ? {} : { place }) }
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** The diagnostic behind the message, in every language. */
    diagnostic?: Diagnostic
  }
}

/**
 * Reports through the file a unified plugin works on, so that a plugin speaks in anybody's chain.
 * The text of the message is English there; {@link diagnosticsOf} gets the whole diagnostic back.
 */
export function tell<Facts>(file: VFile, about: Message<Facts>, facts: Facts, where: Where = {}): void {
  tellDiagnostic(file, diagnose(about, facts, { file: where.file ?? file.path, ...where }))
}

/** Puts a diagnostic on the file it is about. */
export function tellDiagnostic(file: VFile, diagnostic: Diagnostic): void {
  const { ruleId, place, severity, message: text } = diagnostic
  const entry = file.message(text.en, { place, source: 'naskah', ruleId })
  entry.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  entry.expected = diagnostic.expected === undefined ? undefined : [diagnostic.expected]
  entry.note = diagnostic.hint?.en
  entry.diagnostic = diagnostic
}

/** What the plugins told a file. A message of a foreign plugin becomes a warning of its own name. */
export function diagnosticsOf(file: VFile): Diagnostic[] {
  return file.messages.map((entry) => {
    if (entry.diagnostic) return entry.diagnostic
    const start = { line: entry.line ?? 1, column: entry.column ?? 1 }
    return {
      ruleId: `${entry.source ?? 'unified'}/${entry.ruleId ?? 'message'}`,
      severity: entry.fatal ? 'error' : 'warning',
      file: file.path,
      place: { start, end: start },
      message: { id: entry.reason, en: entry.reason },
    }
  })
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** By file, then place; what has no file comes first. Stable for findings of one place. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '', 'en', { numeric: true }) ||
      (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
      (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0) ||
      RANK[a.severity] - RANK[b.severity],
  )
}

/** How many of each severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const diagnostic of diagnostics) counts[diagnostic.severity]++
  return counts
}

/** Does the thesis have errors, so that a build stops and the exit code is 1? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error')
}

/** The candidates most like a mistyped word, best first, at most three. For "did you mean". */
export function nearest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase()
  const scored: { candidate: string; distance: number }[] = []
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    const distance = other.startsWith(wanted) || wanted.startsWith(other) ? 1 : editDistance(wanted, other)
    if (distance <= Math.max(2, Math.floor(wanted.length / 3))) scored.push({ candidate, distance })
  }
  scored.sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate, 'en'))
  return scored.slice(0, most).map((entry) => entry.candidate)
}

/** “satu”, “dua” */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ')
}

/** The hint of a message about a name that is not known. @param otherwise where no known name is near */
export function didYouMean(near: readonly string[], otherwise: Text): Text {
  if (near.length === 0) return otherwise
  return { id: `Mungkin maksud Anda ${quoted(near)}?`, en: `Did you mean ${quoted(near)}?` }
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one string into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
