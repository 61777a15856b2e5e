/**
 * Formulas as micromark reads them: `$…$` in a line, `$$…$$` set apart, with pandoc-crossref's `{#eq:x}` behind it. In
 * Indonesian theses a dollar is money far more often than mathematics, so where it is not plain that a formula is meant,
 * the dollar is text. Formulas that are blocks of their own are read by `math-flow.ts`.
 */
import { asciiDigit, markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes, types } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  TokenizeContext as Context,
  Effects,
  Extension,
  State,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { ATTRIBUTES, CLOSING, MATH_FLOW } from './math-flow.ts'
import { mathFromMarkdown } from './math-from-markdown.ts'
import { isMoney, isSentence } from './math-money.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `$…$` */
    mathText: 'mathText'
    /** `$$…$$` between words, or alone in its lines. */
    mathDisplay: 'mathDisplay'
    /** `$` or `$$` */
    mathMarker: 'mathMarker'
    /** TeX, without line endings. */
    mathData: 'mathData'
    /** `{#eq:x}` behind a formula. */
    mathAttributes: 'mathAttributes'
    /** A `$$` that nothing closes before the next blank line, up to there. */
    mathUnclosed: 'mathUnclosed'
  }
}

/** Longest formulas, in characters: a dollar without a partner costs at most this much, so that reading stays linear. */
const MAX_TEXT = 1000
const MAX_DISPLAY = 5000

/** No formula begins with one of these. */
const NEVER_FIRST = new Set([...')],;:!?"\'/%»”’'].map((char) => char.charCodeAt(0)))
/** Nor with one of these, unless a letter follows: they are marks of emphasis. */
const NEVER_ALONE = new Set([...'*_~`'].map((char) => char.charCodeAt(0)))
/** No formula ends with one of these. */
const NEVER_LAST = new Set([...'(['].map((char) => char.charCodeAt(0)))

export interface MathSyntaxOptions {
  /** Is it one line by itself, a title or a caption, in which nothing can be set apart? */
  readonly oneLine?: boolean
}

/** A unified plugin: adds `$…$` and `$$…$$` to any remark processor. */
export function remarkMathSyntax(this: Processor, { oneLine = false }: MathSyntaxOptions = {}): void {
  addSyntax(this, mathSyntax(oneLine), mathFromMarkdown(oneLine))
}

/** The micromark extension. */
function mathSyntax(oneLine: boolean): Extension {
  const text = { [codes.dollarSign]: MATH_TEXT }
  return oneLine ? { text } : { text, flow: { [codes.dollarSign]: MATH_FLOW } }
}

const MATH_TEXT: Construct = {
  name: 'mathText',
  tokenize(effects, ok, nok) {
    return tokenizeMath(this, effects, ok, nok)
  },
}

function tokenizeMath(self: Context, effects: Effects, ok: State, nok: State): State {
  let display = false
  let inData = false
  let before: Code = null
  /** The formula so far, on one line. */
  let written = ''
  return start

  function start(code: Code): State | undefined {
    const escaped = self.events.at(-1)?.[1].type === types.characterEscape
    if (isWord(self.previous) || (self.previous === codes.dollarSign && !escaped)) return nok(code)
    const token = effects.enter('mathText')
    effects.enter('mathMarker')
    effects.consume(code)
    return (next) => {
      if (next !== codes.dollarSign) return opened(next)
      display = true
      token.type = 'mathDisplay'
      effects.consume(next)
      return opened
    }
  }

  function opened(code: Code): State | undefined {
    if (code === codes.dollarSign) return nok(code)
    if (!display && (markdownLineEndingOrSpace(code) || NEVER_FIRST.has(code ?? 0))) return nok(code)
    effects.exit('mathMarker')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null || written.length >= (display ? MAX_DISPLAY : MAX_TEXT)) return nok(code)
    if (code === codes.dollarSign)
      return display ? effects.check(CLOSING, close, single)(code) : closeInLine(code)
    if (code === codes.backslash) return consume(code, escaped)
    const isSign = !isWord(code) && code !== codes.leftCurlyBrace
    if (written.length === 1 && NEVER_ALONE.has(before ?? 0) && isSign) return nok(code)
    return consume(code, inside)
  }

  function escaped(code: Code): State | undefined {
    return code === null || code < 0 ? inside(code) : consume(code, inside)
  }

  /** As in `\text{jika $x$}`. */
  function single(code: Code): State | undefined {
    return consume(code, (next) => (next === codes.dollarSign ? nok(next) : inside(next)))
  }

  function consume(code: Code, next: State): State {
    before = code
    written += code === null || code < 0 ? ' ' : String.fromCharCode(code)
    if (markdownLineEnding(code)) {
      leaveData()
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return next
    }
    if (!inData) effects.enter('mathData')
    inData = true
    effects.consume(code)
    return next
  }

  function leaveData(): void {
    if (inData) effects.exit('mathData')
    inData = false
  }

  function closeInLine(code: Code): State | undefined {
    const never = markdownLineEndingOrSpace(before) || NEVER_LAST.has(before ?? 0)
    return never || isMoney(written) ? nok(code) : close(code)
  }

  function close(code: Code): State | undefined {
    if (written.trim() === '' || (display && isSentence(written))) return nok(code)
    leaveData()
    effects.enter('mathMarker')
    effects.consume(code)
    return display ? secondMark : closed
  }

  function secondMark(code: Code): State | undefined {
    effects.consume(code)
    effects.exit('mathMarker')
    return effects.attempt(ATTRIBUTES, done, done)
  }

  function closed(code: Code): State | undefined {
    // `$5-$10`, `${a}/${b}` and `$$`.
    if (asciiDigit(code) || code === codes.dollarSign || code === codes.leftCurlyBrace) return nok(code)
    effects.exit('mathMarker')
    effects.exit('mathText')
    return ok(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('mathDisplay')
    return ok(code)
  }
}

function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code))
}
