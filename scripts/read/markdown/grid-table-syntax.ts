/**
 * Pandoc's grid tables as micromark reads them: from a line `+---+---+` on, all lines that begin with `|` or `+`. What
 * they draw is read in `grid-table.ts`.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes, types } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  TokenizeContext as Context,
  Effects,
  Extension,
  State,
} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    gridTable: 'gridTable'
    gridTableLine: 'gridTableLine'
  }
}

/** The micromark extension. */
export function gridTableSyntax(): Extension {
  const flow: Construct = {
    name: 'gridTable',
    concrete: true,
    tokenize(effects, ok, nok) {
      return tokenizeGridTable(this, effects, ok, nok)
    },
  }
  return { flow: { [codes.plusSign]: flow } }
}

/** The line end before a further line of the table. */
const furtherLine: Construct = { partial: true, tokenize: tokenizeFurtherLine }

function tokenizeGridTable(self: Context, effects: Effects, ok: State, nok: State): State {
  let before: Code = null
  let lines = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('gridTable')
    effects.enter('gridTableLine')
    return border(code)
  }

  /** Nothing but `+`, `-`, `=` and `:`, no two `+` side by side, `+` at both ends. */
  function border(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || markdownSpace(code)) {
      return before === codes.plusSign && self.now().column > 3 ? afterBorder(code) : nok(code)
    }
    if (!isBorder(code) || (code === codes.plusSign && before === codes.plusSign)) return nok(code)
    before = code
    effects.consume(code)
    return border
  }

  function afterBorder(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return afterBorder
    }
    if (code !== null && !markdownLineEnding(code)) return nok(code)
    // A paragraph ends before it, whatever comes.
    return self.interrupt ? ok(code) : lineEnd(code)
  }

  function line(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code)
    effects.consume(code)
    return line
  }

  function lineEnd(code: Code): State | undefined {
    lines++
    effects.exit('gridTableLine')
    return code === null ? end(code) : effects.check(furtherLine, further, end)(code)
  }

  function further(code: Code): State | undefined {
    effects.enter(types.lineEnding)
    effects.consume(code)
    effects.exit(types.lineEnding)
    return prefix
  }

  function prefix(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.enter(types.linePrefix)
      return blanks(code)
    }
    effects.enter('gridTableLine')
    return line(code)
  }

  function blanks(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return blanks
    }
    effects.exit(types.linePrefix)
    effects.enter('gridTableLine')
    return line(code)
  }

  /** A border, a row and a border at least: less is none. */
  function end(code: Code): State | undefined {
    if (lines < 3) return nok(code)
    effects.exit('gridTable')
    return ok(code)
  }
}

function tokenizeFurtherLine(this: Context, effects: Effects, ok: State, nok: State): State {
  const self = this
  return start

  function start(code: Code): State | undefined {
    effects.enter(types.lineEnding)
    effects.consume(code)
    effects.exit(types.lineEnding)
    return first
  }

  function first(code: Code): State | undefined {
    if (self.parser.lazy[self.now().line]) return nok(code)
    if (!markdownSpace(code)) return mark(code)
    effects.enter(types.linePrefix)
    return blanks(code)
  }

  function blanks(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return blanks
    }
    effects.exit(types.linePrefix)
    return mark(code)
  }

  function mark(code: Code): State | undefined {
    return code === codes.verticalBar || code === codes.plusSign ? ok(code) : nok(code)
  }
}

function isBorder(code: Code): boolean {
  return code === codes.plusSign || code === codes.dash || code === codes.equalsTo || code === codes.colon
}
