/** Findings for people: a line for each, the source it is about, and what to do. */
import type { Diagnostic, Language, Severity } from '../model.ts'
import { codeFrame } from './code-frame.ts'
import { placeOf, severityWord, shownPath } from './location.ts'
import { summary } from './summary.ts'

interface PrettyOptions {
  readonly language: Language
  /** Whether the output takes ANSI colours. */
  readonly color: boolean
  /** Texts of the files by the path the diagnostics name. */
  readonly sources: ReadonlyMap<string, string>
  /** The thesis folder as the user named it; it is put before each file. */
  readonly base: string
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green' | 'underline'
type Paint = (style: Style, text: string) => string

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
}
const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }

/** The report, grouped by file in the order the files first come; ends with a line that counts. */
export function pretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const paint: Paint = (style, text) => {
    const [on, off] = CODES[style]
    return options.color ? `\u001b[${on}m${text}\u001b[${off}m` : text
  }
  const byFile = new Map<string | undefined, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const group = byFile.get(diagnostic.file)
    if (group) group.push(diagnostic)
    else byFile.set(diagnostic.file, [diagnostic])
  }
  const blocks = [...byFile.values()].map((group) => {
    const { shown, more } = withoutRoutine(group)
    const lines = shown.map((diagnostic) => finding(diagnostic, options, paint))
    return [...lines, ...more.map((rule) => paint('dim', moreOf(rule, options.language)))].join('\n')
  })
  const worst = diagnostics.map((diagnostic) => diagnostic.severity)
  const style: Style = worst.includes('error') ? 'red' : worst.includes('warning') ? 'yellow' : 'green'
  blocks.push(`${paint('bold', paint(style, summary(diagnostics, options.language)))}\n`)
  return blocks.join('\n')
}

/** As many findings of a rule that are no fault and that `--fix` mends are enough to see what it is about. */
const MOST_ROUTINE = 3

interface Routine {
  readonly ruleId: string
  readonly count: number
}

/** A thesis may have hundreds of citations that `--fix` would write better: they must not hide what is wrong. */
function withoutRoutine(group: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[]
  readonly more: readonly Routine[]
} {
  const seen = new Map<string, number>()
  const shown = group.filter(({ ruleId, severity, fix }) => {
    if (severity !== 'info' || fix === undefined) return true
    const count = (seen.get(ruleId) ?? 0) + 1
    seen.set(ruleId, count)
    return count <= MOST_ROUTINE
  })
  const more = [...seen].map(([ruleId, count]) => ({ ruleId, count: count - MOST_ROUTINE }))
  return { shown, more: more.filter(({ count }) => count > 0) }
}

function moreOf({ ruleId, count }: Routine, language: Language): string {
  return {
    id: `      … dan ${count} lagi (${ruleId}); naskah lint --fix menuliskan semuanya\n`,
    en: `      … and ${count} more (${ruleId}); naskah lint --fix writes them all\n`,
  }[language]
}

function finding(diagnostic: Diagnostic, options: PrettyOptions, paint: Paint): string {
  const { file, place, severity, message, hint, ruleId } = diagnostic
  const { language, sources, base } = options
  const { start } = placeOf(diagnostic)
  const where =
    file === undefined ? '' : shownPath(file, base) + (place ? `:${start.line}:${start.column}` : '')
  const style = SEVERITY_STYLE[severity]
  const head = [
    ...(where ? [paint('underline', where)] : []),
    paint(style, severityWord(severity, language)),
    plain(message[language]),
    paint('dim', ruleId),
  ]
  const lines = [head.join('  ')]
  const text = file === undefined ? undefined : sources.get(file)
  const frame = place && text !== undefined ? codeFrame(text, place) : undefined
  if (frame) {
    const gutter = String(start.line).padStart(5)
    lines.push(`${paint('dim', `${gutter} │`)} ${frame.line}`)
    lines.push(`${paint('dim', `${' '.repeat(gutter.length)} │`)} ${paint(style, frame.marker)}`)
  }
  if (hint) lines.push(`    ${paint('green', '→')} ${plain(hint[language])}`)
  return `${lines.join('\n')}\n`
}

/** A message quotes the thesis; control characters of it must not reach the terminal. */
function plain(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\ufffd')
}
