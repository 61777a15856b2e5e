/** Syntax of ours may not make reading take longer than in proportion to what plain Markdown takes. */
import type { Root } from 'mdast'
import { expect } from 'vitest'

interface Parser {
  parse(markdown: string): Root
}

interface Measure {
  /** Of the text, in characters. */
  readonly length?: number
  /** Against what else the machine does. */
  readonly slack_ms?: number
}

/** Measured 0.4 to 6 times; a reader that starts over at each mark is at 100 and more. */
const MOST_TIMES = 30

/** @param unit repeated until the text is long */
export function expectInProportion(
  own: Parser,
  plain: Parser,
  unit: string,
  { length = 4000, slack_ms = 150 }: Measure = {},
): void {
  const text = unit.repeat(Math.ceil(length / unit.length))
  const time = (parser: Parser) => {
    const start = performance.now()
    parser.parse(text)
    return performance.now() - start
  }
  // The first time, the program is not compiled yet.
  time(own)
  expect(time(own)).toBeLessThan(MOST_TIMES * time(plain) + slack_ms)
}
