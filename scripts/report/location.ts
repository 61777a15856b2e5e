/** How reports name places, severities and rules. */
import type { Diagnostic, Language, Severity } from '../model.ts'

/** Puts the thesis folder before a path, so that it can be opened from where the command runs. */
export function shownPath(file: string | undefined, base: string): string {
  const folder = base.replace(/\/+$/, '')
  if (file === undefined) return folder || '.'
  return folder === '' || folder === '.' ? file : `${folder}/${file}`
}

/** Lines and columns from 1; a finding without a place stands at the top of its file. */
export function placeOf({ place }: Diagnostic): NonNullable<Diagnostic['place']> {
  const top = { line: 1, column: 1 }
  return place ?? { start: top, end: top }
}

/** Where a rule is explained: `outline/missing` -> `docs/rules.md#outline-missing`. */
export function ruleUrl(ruleId: string): string {
  return `docs/rules.md#${ruleId.replaceAll('/', '-')}`
}

const WORDS: Readonly<Record<Language, Readonly<Record<Severity, readonly [one: string, many: string]>>>> = {
  id: {
    error: ['kesalahan', 'kesalahan'],
    warning: ['peringatan', 'peringatan'],
    info: ['catatan', 'catatan'],
  },
  en: { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['note', 'notes'] },
}

/** "kesalahan", "2 errors" without its number. */
export function severityWord(severity: Severity, language: Language, count = 1): string {
  return WORDS[language][severity][count === 1 ? 0 : 1]
}
