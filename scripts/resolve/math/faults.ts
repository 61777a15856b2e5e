/** What is wrong with TeX, and where: what temml says, in terms a person who writes a thesis can act on. */
import { nearest } from '../../diagnostics.ts'
import { COMMANDS, ENVIRONMENTS } from './names.ts'
import { offsetInTyped } from './numbered.ts'

/** What is wrong. */
export type FaultKind =
  | {
      readonly kind: 'unknown-command' | 'unknown-environment'
      readonly name: string
      readonly near: readonly string[]
    }
  | { readonly kind: 'mismatched-environment'; readonly name: string; readonly end: string }
  | {
      readonly kind: 'unclosed' | 'missing-argument' | 'missing-script' | 'double-script' | 'stray'
      readonly name: string
    }
  | { readonly kind: 'not-allowed' | 'wrong-place' | 'reference'; readonly name: string }
  | { readonly kind: 'other'; readonly reason: string }
  | { readonly kind: 'empty' | 'too-complex' | 'redefined' }

/** `from` and `to`: offsets in the TeX; absent when the whole formula is meant. */
export type Fault = FaultKind & { readonly from?: number; readonly to?: number }

/** temml underlines the place with these. */
const UNDERLINE = /\u0332/g

const REFERENCE = /\\(?:eq|page)?ref(?![A-Za-z])/

/** LaTeX's references: what they point at is not known inside of a formula. */
export function referenceIn(tex: string): Fault | undefined {
  const found = REFERENCE.exec(tex)
  if (!found) return undefined
  return { kind: 'reference', name: found[0], from: found.index, to: found.index + found[0].length }
}

/** @param compiled what temml was given in place of the TeX */
export function faultOf(error: unknown, tex: string, compiled: string): Fault {
  if (error instanceof RangeError) return { kind: 'too-complex' }
  const whole = error instanceof Error ? error.message.trim() : String(error)
  // The message, then where it is: " at position 3: …" or " at end of input: …".
  const place = / at (?:position \d+|end of input): /.exec(whole)
  const message = whole.slice(0, place?.index)
  const position = positionOf(error)
  const at = position === undefined ? undefined : offsetInTyped(tex, position)
  const fault = kindOf(message, tex, at)
  if (fault.from !== undefined) return fault
  const length = whole.match(UNDERLINE)?.length ?? 0
  const shown = whole.slice(place?.index).replace(UNDERLINE, '')
  // The place may be in the text of a macro of temml's own.
  const underlined = position === undefined ? '' : compiled.slice(position, position + Math.max(length, 1))
  if (at === undefined || underlined === '' || !shown.includes(underlined)) return fault
  // The blanks behind a command belong to it.
  return { ...fault, from: at, to: at + Math.max(underlined.trimEnd().length, 1) }
}

function positionOf(error: unknown): number | undefined {
  const position =
    typeof error === 'object' && error !== null && 'position' in error ? error.position : undefined
  return typeof position === 'number' ? position : undefined
}

function kindOf(message: string, tex: string, at: number | undefined): Fault {
  const said = (pattern: RegExp) => pattern.exec(message)?.slice(1)
  const command = said(/^(?:Unsupported function name|Undefined control sequence): (\\?.*)$/)
  if (command) return unknownCommand(command[0] ?? '')
  const environment = said(/^No such environment: (.*)$/)
  if (environment) {
    const [name = ''] = environment
    return { kind: 'unknown-environment', name, near: nearest(name, ENVIRONMENTS) }
  }
  // The names as they were typed.
  if (/^Mismatch: \\begin/.test(message))
    return {
      kind: 'mismatched-environment',
      name: nameIn(lastOpening(tex.slice(0, at))?.name),
      end: nameIn(tex.slice(at)),
    }
  const double = said(/^Double (super|sub)script/)
  if (double) return { kind: 'double-script', name: double[0] === 'super' ? '^' : '_' }
  if (/Too many expansions/.test(message)) return { kind: 'too-complex' }
  if (/attempting to redefine/.test(message)) return { kind: 'redefined' }
  const distrusted = said(/^Function "(.*)" is not trusted/)
  if (distrusted) return { kind: 'not-allowed', name: distrusted[0] ?? '' }
  const misplaced = said(/^Can't use function '(.*)' in/)
  if (misplaced) return { kind: 'wrong-place', name: misplaced[0] ?? '' }
  const stray = said(/^Expected 'EOF', got '(.*)'/)
  if (stray) return { kind: 'stray', name: stray[0] ?? '' }
  const script = /([\^_])\s*$/.exec(tex) ?? /([\^_])\s*[}&]/.exec(tex)
  if (/^Expected group (?:after|as (?:superscript|subscript))|^Cannot read prop/.test(message) && script?.[1])
    return { kind: 'missing-script', name: script[1], from: script.index, to: script.index + 1 }
  const open = lastOpening(tex)
  if (/^Unexpected end of input|^Expected .*(?:got 'EOF'|\\end)|^\\verb ended/.test(message) && open)
    return { kind: 'unclosed', ...open }
  if (/^Unexpected end of input|^Expected group/.test(message)) return missingArgument(tex)
  return { kind: 'other', reason: message }
}

function nameIn(braces: string | undefined): string {
  return /\{([^{}]*)\}/.exec(braces ?? '')?.[1] ?? ''
}

function unknownCommand(name: string): Fault {
  return { kind: 'unknown-command', name, near: nearest(name.slice(1), COMMANDS).map((one) => `\\${one}`) }
}

/** The last command is the one that lacks something. */
function missingArgument(tex: string): Fault {
  const last = [...tex.matchAll(/\\[A-Za-z]+/g)].at(-1)
  if (!last) return { kind: 'other', reason: 'Expected group' }
  return { kind: 'missing-argument', name: last[0], from: last.index, to: last.index + last[0].length }
}

/** The innermost `{`, `\left` or `\begin{…}` that nothing closes. */
function lastOpening(tex: string): { name: string; from: number; to: number } | undefined {
  const open: { name: string; from: number; to: number }[] = []
  for (const token of tex.matchAll(/\\(?:left|right)(?![A-Za-z])|\\(?:begin|end)\s*\{[^{}]*\}|\\.|[{}]/gs)) {
    const [name] = token
    if (name === '{' || /^\\(?:left$|begin)/.test(name))
      open.push({ name, from: token.index, to: token.index + name.length })
    else if (name === '}' || /^\\(?:right$|end)/.test(name)) open.pop()
  }
  return open.at(-1)
}
