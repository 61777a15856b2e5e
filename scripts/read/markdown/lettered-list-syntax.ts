/**
 * Lists with letters as pandoc's `fancy_lists` has them, and as people who come from Word type them: `a.` `b.`, `(1)`
 * `(2)`. A list begins with the first letter and each item carries the next; what turns out to have one item alone is
 * text ("a. n. Rektor"). A capital with a dot needs two blanks behind it: "A. Yani" is a name.
 */
import {
  asciiAlpha,
  asciiAlphanumeric,
  asciiDigit,
  markdownLineEnding,
  markdownSpace,
} from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  Effects,
  Exiter,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { BLANK_LINE, blanks, columnsBefore, TAB_SIZE } from './container-parts.ts'
import { letteredListFromMarkdown } from './lettered-list-from-markdown.ts'
import { insideOf, LONGEST_VALUE, type MarkerStyle, styleOf } from './lettered-marker.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `a.` or `(1)`; the tokens around it are those of Markdown's own lists. */
    letteredListMarker: 'letteredListMarker'
  }
  interface ContainerState {
    /** Of the lettered list. */
    letters?: { readonly style: MarkerStyle; count: number; indent: number }
  }
}

/** A unified plugin: adds lists with letters to any remark processor. */
export function remarkLetteredLists(this: Processor): void {
  addSyntax(this, letteredListSyntax(), letteredListFromMarkdown())
}

function letteredListSyntax(): Extension {
  const starts = [codes.lowercaseA, codes.uppercaseA, codes.lowercaseI, codes.leftParenthesis]
  return { document: Object.fromEntries(starts.map((code) => [code, LIST])) }
}

const exit: Exiter = (effects) => void effects.exit('listOrdered')

const LIST: Construct = {
  name: 'letteredList',
  tokenize: tokenizeItem,
  continuation: { tokenize: tokenizeContinuation },
  exit,
}

/** The first item of a list, or the next one. */
function tokenizeItem(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const state = self.containerState ?? {}
  const before = columnsBefore(self)
  let opening = false
  let value = ''
  let style: MarkerStyle | undefined
  return start

  function start(code: Code): State | undefined {
    if (isBehindMarker(self)) return nok(code)
    if (!state.letters) effects.enter('listOrdered', { _container: true })
    effects.enter('listItemPrefix')
    effects.enter('letteredListMarker')
    opening = code === codes.leftParenthesis
    if (!opening) return inside(code)
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (asciiAlphanumeric(code) && code !== null && value.length < LONGEST_VALUE) {
      if (value !== '' && asciiDigit(code) !== !asciiAlpha(value.charCodeAt(0))) return nok(code)
      value += String.fromCharCode(code)
      effects.consume(code)
      return inside
    }
    if (code !== codes.dot && code !== codes.rightParenthesis) return nok(code)
    if (!isExpected(code === codes.dot ? '.' : ')')) return nok(code)
    effects.consume(code)
    effects.exit('letteredListMarker')
    return behind
  }

  function isExpected(closing: '.' | ')'): boolean {
    if (!state.letters) {
      style = styleOf(opening, value, closing)
      return style !== undefined
    }
    style = state.letters.style
    const fits = style.opening === (opening ? '(' : '') && style.closing === closing
    return fits && value === insideOf(style, state.letters.count + 1)
  }

  function behind(code: Code): State | undefined {
    if (!markdownSpace(code)) return nok(code)
    return blanks(effects, 'listItemPrefixWhitespace', TAB_SIZE, end)(code)
  }

  function end(code: Code, count: number): State | undefined {
    if (!style || code === null || markdownLineEnding(code)) return nok(code)
    if (style.marker === 'A.' && count < 2) return nok(code)
    effects.exit('listItemPrefix')
    const indent = before + (opening ? 1 : 0) + value.length + 1 + count
    if (state.letters) {
      state.letters.count++
      state.letters.indent = indent
    } else state.letters = { style, count: 1, indent }
    return ok(code)
  }
}

/** `a. a. a. …` has no depth. */
function isBehindMarker({ events }: TokenizeContext): boolean {
  if (events.at(-1)?.[1].type !== 'listItemPrefix') return false
  const [, token] =
    events.findLast(([, { type }]) => /^(?:listItemMarker|letteredListMarker)$/.test(type)) ?? []
  return token?.type === 'letteredListMarker'
}

function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const state = self.containerState ?? {}
  const indent = state.letters?.indent ?? 0
  state._closeFlow = undefined
  return effects.check(
    BLANK_LINE,
    blanks(effects, 'listItemIndent', indent, ok),
    effects.attempt(INDENT, ok, nextItem),
  )

  function nextItem(code: Code): State | undefined {
    // The list goes on while what is in its last item is closed.
    state._closeFlow = true
    self.interrupt = undefined
    return blanks(effects, 'linePrefix', TAB_SIZE - 1, effects.attempt(LIST, ok, nok))(code)
  }
}

const INDENT: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const least = this.containerState?.letters?.indent ?? 0
    return blanks(effects, 'listItemIndent', least, (code, count) => (count === least ? ok(code) : nok(code)))
  },
}
