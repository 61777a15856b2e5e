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
  const blocks = [...byFile.values()].map((group) =>
    group.map((diagnostic) => finding(diagnostic, options, paint)).join('\n'),
  )
  const worst = diagnostics.map((diagnostic) => diagnostic.severity)
  const style: Style = worst.includes('error') ? 'red' : worst.includes('warning') ? 'yellow' : 'green'
  blocks.push(`${paint('bold', paint(style, summary(diagnostics, options.language)))}\n`)
  return blocks.join('\n')
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
