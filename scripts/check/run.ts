/** Runs the rules over a thesis; gives each finding its rule's id and severity. */
import { diagnose, sortDiagnostics } from '../diagnostics.ts'
import type { Diagnostic, OutlineSection, Severity } from '../model.ts'
import type { Config } from '../schema/config.ts'
import { RULES } from './index.ts'
import { compareOutline } from './outline/faults.ts'
import type { CheckedThesis, Rule } from './rule.ts'

/**
 * What an outline asks for at a stage: a proposal is Bab I alone.
 * @param stage as `naskah.yaml` says; everything is asked for without one
 */
export function outlineForStage(
  outline: readonly OutlineSection[],
  stage: Config['stage'],
): readonly OutlineSection[] {
  return stage === 'proposal' ? outline.slice(0, 1) : outline
}

/** All findings, by file and place. */
export function checkThesis(thesis: CheckedThesis, rules: readonly Rule[] = RULES): Diagnostic[] {
  const examined = { ...thesis, faults: compareOutline(thesis.chapters, thesis.outline) }
  const found: Diagnostic[] = []
  for (const rule of rules) {
    const severity = severityOf(rule, thesis)
    rule.check(examined, (about, facts, where) => {
      const { id, title } = rule
      found.push(diagnose({ id, title, severity, ...about }, facts, where))
    })
  }
  return sortDiagnostics(found)
}

const BY_EVIDENCE: Readonly<Record<NonNullable<CheckedThesis['evidence']>, Severity>> = {
  A: 'error',
  B: 'error',
  C: 'warning',
  D: 'info',
}

/** A profile that nobody chose binds nobody. */
function severityOf(rule: Rule, { explicitProfile, evidence = 'D' }: CheckedThesis): Severity {
  const binds = rule.isFormat || rule.id.startsWith('outline/')
  if (binds && !explicitProfile) return 'info'
  return rule.isFormat ? BY_EVIDENCE[evidence] : rule.severity
}
