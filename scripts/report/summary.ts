/** The last line of a report: how many findings of each severity. */
import { countBySeverity } from '../diagnostics.ts'
import type { Diagnostic, Language } from '../model.ts'
import { severityWord } from './location.ts'

/** "2 kesalahan, 1 peringatan", or that there is nothing to mend. */
export function summary(diagnostics: readonly Diagnostic[], language: Language): string {
  const counts = countBySeverity(diagnostics)
  const told = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severityWord(severity, language, counts[severity])}`)
  if (told.length > 0) return told.join(', ')
  return { id: 'Tidak ada masalah', en: 'No problems' }[language]
}
