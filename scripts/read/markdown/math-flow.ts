/**
 * Formulas that are blocks of their own, as micromark reads them: `$$` begins a line, `$$` and perhaps `{#eq:x}` end
 * one. What no `$$` closes before the next blank line is read up to there, for it to be reported: what stands behind it
 * is then read as it was meant.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes, types } from 'micromark-util-symbol'
import type { Code, Construct, TokenizeContext as Context, Effects, State, Token } from 'micromark-util-types'

/** Longest formula, in characters: longer ones are text. */
const MAX_BLOCK = 20_000
/** Longest `{…}` behind a formula, in characters. */
const MAX_ATTRIBUTES = 200

/** Signs that running text has no use for. */
const TEX = new Set([...'\\=^_'].map((char) => char.charCodeAt(0)))

/** The `$$` that closes. */
export const CLOSING: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('mathMarker')
      effects.consume(code)
      return (next) => {
        if (next !== codes.dollarSign) return nok(next)
        effects.consume(next)
        effects.exit('mathMarker')
        return (after) => (after === codes.dollarSign ? nok(after) : ok(after))
      }
    }
  },
}

/** ` {#eq:x}` */
export const ATTRIBUTES: Construct = { name: 'mathAttributes', tokenize: tokenizeAttributes, partial: true }

function tokenizeAttributes(effects: Effects, ok: State, nok: State): State {
  let size = 0
  return before

  function before(code: Code): State | undefined {
    if (markdownSpace(code) && ++size < MAX_ATTRIBUTES) {
      if (size === 1) effects.enter(types.whitespace)
      effects.consume(code)
      return before
    }
    if (size > 0) effects.exit(types.whitespace)
    if (code !== codes.leftCurlyBrace) return nok(code)
    effects.enter('mathAttributes')
    effects.consume(code)
    return first
  }

  function first(code: Code): State | undefined {
    return code === codes.numberSign || code === codes.dot ? inside(code) : nok(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null || code === codes.leftCurlyBrace || markdownLineEnding(code)) return nok(code)
    if (++size > MAX_ATTRIBUTES) return nok(code)
    effects.consume(code)
    if (code !== codes.rightCurlyBrace) return inside
    effects.exit('mathAttributes')
    return ok
  }
}

/** Nothing but blanks up to the end of the line. */
const LINE_END: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let inside = false
    return blank
    function blank(code: Code): State | undefined {
      if (markdownSpace(code)) {
        if (!inside) effects.enter(types.whitespace)
        inside = true
        effects.consume(code)
        return blank
      }
      if (inside) effects.exit(types.whitespace)
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
    }
  },
}

/** A further line of the same block, and not a blank one. */
const NEXT_LINE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return (next) =>
        this.parser.lazy[this.now().line] ? nok(next) : effects.check(LINE_END, nok, ok)(next)
    }
  },
}

/** `concrete`: no list or quotation begins inside. */
export const MATH_FLOW: Construct = { name: 'mathFlow', tokenize: tokenizeFlow, concrete: true }

function tokenizeFlow(this: Context, effects: Effects, ok: State, nok: State): State {
  // Asked only whether a paragraph ends here: the first line decides.
  const { interrupt } = this
  let opened: Token | undefined
  let inData = false
  let size = 0
  /** Is there anything between the marks, and can that be nothing but TeX? */
  let shows = false
  let isTex = false
  let isFence = false
  return start

  function start(code: Code): State | undefined {
    opened = effects.enter('mathDisplay')
    effects.enter('mathMarker')
    effects.consume(code)
    return second
  }

  function second(code: Code): State | undefined {
    if (code !== codes.dollarSign) return nok(code)
    effects.consume(code)
    return third
  }

  function third(code: Code): State | undefined {
    if (code === codes.dollarSign) return nok(code)
    effects.exit('mathMarker')
    return effects.check(LINE_END, fence, inside)(code)
  }

  function fence(code: Code): State | undefined {
    isTex = true
    isFence = true
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (size > MAX_BLOCK) return nok(code)
    if (code === null) return unclosed(code)
    if (markdownLineEnding(code)) {
      leaveData()
      size++
      return interrupt ? unclosed(code) : effects.attempt(NEXT_LINE, inside, unclosed)(code)
    }
    if (code === codes.dollarSign) return effects.check(CLOSING, close, consume)(code)
    if (code === codes.backslash) {
      consume(code)
      return escaped
    }
    return consume(code)
  }

  function escaped(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? inside(code) : consume(code)
  }

  function consume(code: Code): State {
    if (!inData) effects.enter('mathData')
    inData = true
    size++
    if (!markdownSpace(code)) shows = true
    if (code !== null && TEX.has(code)) isTex = true
    effects.consume(code)
    return inside
  }

  function leaveData(): void {
    if (inData) effects.exit('mathData')
    inData = false
  }

  function close(code: Code): State | undefined {
    if (!shows && !isFence) return nok(code)
    leaveData()
    effects.enter('mathMarker')
    effects.consume(code)
    return (next) => {
      effects.consume(next)
      effects.exit('mathMarker')
      return effects.attempt(ATTRIBUTES, end, end)
    }
  }

  // Words behind it: then it stands in a paragraph.
  function end(code: Code): State | undefined {
    return effects.attempt(LINE_END, done, nok)(code)
  }

  function unclosed(code: Code): State | undefined {
    if (!isTex || !opened) return nok(code)
    leaveData()
    opened.type = 'mathUnclosed'
    effects.exit('mathUnclosed')
    return ok(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('mathDisplay')
    return ok(code)
  }
}
