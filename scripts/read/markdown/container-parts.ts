/** What containers of the dialect, definitions and lettered lists, have in common with micromark's own lists. */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Effects, State, TokenizeContext, TokenType } from 'micromark-util-types'

/** A tab's columns are blanks here: micromark counts them so. */
export const TAB_SIZE = 4

/** A line of blanks or nothing, up to its end. */
export const BLANK_LINE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return blanks(effects, 'linePrefix', Number.POSITIVE_INFINITY, (code) =>
      code === null || markdownLineEnding(code) ? ok(code) : nok(code),
    )
  },
}

/**
 * Takes blanks as one token, or none where there are none.
 * @param most columns
 * @param then gets the code behind them, and how many they were
 */
export function blanks(
  effects: Effects,
  type: TokenType,
  most: number,
  then: (code: Code, count: number) => State | undefined,
): State {
  let count = 0
  return (code) => {
    if (!markdownSpace(code) || most === 0) return then(code, 0)
    effects.enter(type)
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (markdownSpace(code) && count < most) {
      count++
      effects.consume(code)
      return inside
    }
    effects.exit(type)
    return then(code, count)
  }
}

/** Columns of the blanks before a container on its line. */
export function columnsBefore({ events }: TokenizeContext): number {
  const last = events.at(-1)
  return last?.[1].type === 'linePrefix' ? last[2].sliceSerialize(last[1], true).length : 0
}
