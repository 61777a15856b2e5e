/**
 * Math as micromark reads it: `$x^2$` in a line, `$$ … $$` by itself, the latter with `{#eq:x}` behind it. The rules are
 * pandoc's, and stricter where Indonesian prose has dollars: "US$5 juta sampai US$10 juta" is text.
 */
import {
  asciiAlphanumeric,
  asciiDigit,
  markdownLineEnding,
  markdownLineEndingOrSpace,
  markdownSpace,
} from 'micromark-util-character'
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
import { mathFromMarkdown } from './math-from-markdown.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `$…$`, or `$$…$$` within a paragraph. */
    mathText: 'mathText'
    /** `$$…$$` by itself. */
    mathFlow: 'mathFlow'
    /** `$` or `$$` */
    mathMarker: 'mathMarker'
    /** TeX. */
    mathValue: 'mathValue'
    /** `{#eq:x}` */
    mathMeta: 'mathMeta'
  }
}

/** A unified plugin: adds `$…$` and `$$…$$` to any remark processor. */
export function remarkMathSyntax(this: Processor): void {
  addSyntax(this, mathSyntax(), mathFromMarkdown())
}

/** The micromark extension. */
function mathSyntax(): Extension {
  const text: Construct = {
    name: 'mathText',
    tokenize(effects, ok, nok) {
      return tokenizeText(this, effects, ok, nok)
    },
  }
  const flow: Construct = {
    name: 'mathFlow',
    concrete: true,
    tokenize(effects, ok, nok) {
      return tokenizeFlow(this, effects, ok, nok)
    },
  }
  return { text: { [codes.dollarSign]: text }, flow: { [codes.dollarSign]: flow } }
}

/** Up to the next dollar, which closes it or shows that this is no math: so the whole is read once. */
function tokenizeText(self: Context, effects: Effects, ok: State, nok: State): State {
  let size = 0
  let before: Code = null
  const prose = proseDetector()
  return start

  function start(code: Code): State | undefined {
    const escaped = self.events.at(-1)?.[1].type === types.characterEscape
    const previous = self.previous
    if (asciiAlphanumeric(previous) || (previous === codes.dollarSign && !escaped)) return nok(code)
    effects.enter('mathText')
    effects.enter('mathMarker')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === codes.dollarSign && size < 2) {
      size++
      effects.consume(code)
      return opening
    }
    if (code === codes.dollarSign || (size === 1 && markdownLineEndingOrSpace(code))) return nok(code)
    effects.exit('mathMarker')
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code === codes.dollarSign) return closingStart(code)
    if (markdownLineEnding(code)) {
      before = code
      prose.see(code)
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return between
    }
    effects.enter('mathValue')
    return value(code)
  }

  function value(code: Code): State | undefined {
    if (code === null || code === codes.dollarSign || markdownLineEnding(code)) {
      effects.exit('mathValue')
      return between(code)
    }
    prose.see(code)
    before = code
    effects.consume(code)
    return code === codes.backslash ? afterBackslash : value
  }

  function afterBackslash(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return value(code)
    before = code
    effects.consume(code)
    return value
  }

  function closingStart(code: Code): State | undefined {
    // Behind a blank it closes nothing: "dari $5 atau $10".
    if (size === 1 && markdownLineEndingOrSpace(before)) return nok(code)
    effects.enter('mathMarker')
    effects.consume(code)
    return size === 2 ? closingSecond : closed
  }

  function closingSecond(code: Code): State | undefined {
    if (code !== codes.dollarSign) return nok(code)
    effects.consume(code)
    return closed
  }

  function closed(code: Code): State | undefined {
    if (size === 1 && (asciiDigit(code) || code === codes.dollarSign || prose.found())) return nok(code)
    effects.exit('mathMarker')
    effects.exit('mathText')
    return ok(code)
  }
}

/** "$5 per orang dan 10$" begins with a number, has a word, and no sign of math: two prices. */
function proseDetector() {
  let first: Code | undefined
  let letters = 0
  let hasWord = false
  let hasMath = false
  return {
    see(code: Code): void {
      if (first === undefined) first = code
      letters = isLetter(code) ? letters + 1 : 0
      if (letters >= 3) hasWord = true
      if (code !== null && MATH_SIGNS.has(code)) hasMath = true
    },
    found: () => asciiDigit(first ?? null) && hasWord && !hasMath,
  }
}

const MATH_SIGNS: ReadonlySet<number> = new Set([
  codes.backslash,
  codes.caret,
  codes.underscore,
  codes.equalsTo,
])

function isLetter(code: Code): boolean {
  return code !== null && code > 0 && /\p{L}/u.test(String.fromCharCode(code))
}

/** From `$$` at the start of a line to the next `$$`, which ends its line but for attributes. No line of it is blank. */
function tokenizeFlow(self: Context, effects: Effects, ok: State, nok: State): State {
  let blank = true
  let empty = true
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathFlow')
    effects.enter('mathMarker')
    effects.consume(code)
    return second
  }

  function second(code: Code): State | undefined {
    if (code !== codes.dollarSign) return nok(code)
    effects.consume(code)
    return opened
  }

  function opened(code: Code): State | undefined {
    if (code === codes.dollarSign) return nok(code)
    effects.exit('mathMarker')
    // Whether it is closed is seen when the paragraph before it has ended.
    if (self.interrupt) return ok(code)
    blank = false
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      if (blank) return nok(code)
      blank = true
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return lineStart
    }
    if (code === codes.dollarSign) {
      effects.enter('mathMarker')
      effects.consume(code)
      return closing
    }
    effects.enter('mathValue')
    return value(code)
  }

  function lineStart(code: Code): State | undefined {
    return self.parser.lazy[self.now().line] ? nok(code) : between(code)
  }

  function value(code: Code): State | undefined {
    if (code === null || code === codes.dollarSign || markdownLineEnding(code)) {
      effects.exit('mathValue')
      return between(code)
    }
    if (!markdownSpace(code)) {
      blank = false
      empty = false
    }
    effects.consume(code)
    return code === codes.backslash ? afterBackslash : value
  }

  function afterBackslash(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return value(code)
    effects.consume(code)
    return value
  }

  function closing(code: Code): State | undefined {
    if (code !== codes.dollarSign || empty) return nok(code)
    effects.consume(code)
    effects.exit('mathMarker')
    return behind
  }

  function behind(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlow')
      return ok(code)
    }
    if (markdownSpace(code)) {
      effects.enter(types.whitespace)
      return whitespace(code)
    }
    if (code !== codes.leftCurlyBrace) return nok(code)
    effects.enter('mathMeta')
    effects.consume(code)
    return meta
  }

  function whitespace(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return whitespace
    }
    effects.exit(types.whitespace)
    return behind(code)
  }

  function meta(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.consume(code)
    if (code !== codes.rightCurlyBrace) return meta
    effects.exit('mathMeta')
    return behind
  }
}
