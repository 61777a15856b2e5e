/**
 * Citations as micromark reads them: `[@key, hlm. 3; lihat @b]` and `@key [hlm. 5]`. What the tokens mean is the
 * matter of `citation-from-markdown.ts`.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  TokenizeContext as Context,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { citationFromMarkdown } from './citation-from-markdown.ts'
import { KEY, mayPrecede } from './citation-key.ts'
import { startsLikeLocator } from './cite-items.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** The whole citation. */
    citation: 'citation'
    /** `[` or `]` */
    citationMarker: 'citationMarker'
    /** Everything between the brackets of `@key [hlm. 5]`. */
    citationLocator: 'citationLocator'
    /** Prefix, locator or suffix, on one line. */
    citationText: 'citationText'
    /** Its own token, because micromark finds the lines of a text by tokens that hold a line ending and nothing else. */
    citationLineEnding: 'citationLineEnding'
    /** `@`, `@{` or the `}` of `@{…}` */
    citationKeyMarker: 'citationKeyMarker'
    citationKey: 'citationKey'
  }
}

/**
 * Longest bracket, in characters: a bracket that never closes costs at most this much, so that reading stays linear.
 * Ten works with locators take about 300.
 */
const MAX_GROUP = 1000
/** Deepest brackets inside a citation, for the same reason. */
const MAX_DEPTH = 3

/** A unified plugin: adds citations to any remark processor. */
export function remarkCiteSyntax(this: Processor): void {
  addSyntax(this, citationSyntax(), citationFromMarkdown())
}

/** The micromark extension. */
function citationSyntax(): Extension {
  return { text: { [codes.atSign]: NARRATIVE, [codes.leftSquareBracket]: GROUP } }
}

// ---------------------------------------------------------------------------------------------- [@a; @b]

const GROUP: Construct = { name: 'citationGroup', tokenize: tokenizeGroup }

function tokenizeGroup(this: Context, effects: Effects, ok: State, nok: State): State {
  const content = tokenizeContent(this, effects, closing, nok)
  return start

  function start(code: Code): State | undefined {
    effects.enter('citation')
    marker(effects, code)
    return first
  }

  function first(code: Code): State | undefined {
    // `[^1]` is a footnote; in `[[@a]]` the inner bracket is the citation.
    return code === codes.caret || code === codes.leftSquareBracket ? nok(code) : content.start(code)
  }

  function closing(code: Code): State | undefined {
    if (!content.hasKey()) return nok(code)
    marker(effects, code)
    return after
  }

  function after(code: Code): State | undefined {
    if (code === codes.leftParenthesis) return nok(code)
    if (code === codes.leftSquareBracket) return effects.check(DEFINED, nok, done)(code)
    return done(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('citation')
    return ok(code)
  }
}

function marker(effects: Effects, code: Code): void {
  effects.enter('citationMarker')
  effects.consume(code)
  effects.exit('citationMarker')
}

/** The `[label]` of a link `[text][label]` whose definition exists. */
const DEFINED: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const { parser } = this
    let label = ''
    return (code) => {
      effects.enter('citationText')
      effects.consume(code)
      return inside
    }
    function inside(code: Code): State | undefined {
      if (code === null || code === codes.leftSquareBracket || label.length > MAX_GROUP) return nok(code)
      if (code === codes.rightSquareBracket)
        return parser.defined.includes(normal(label)) ? ok(code) : nok(code)
      label += code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return inside
    }
  },
}

/** A label as micromark compares it: spaces folded, case folded both ways. */
function normal(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}

/**
 * The tokens between two brackets: texts and keys, up to the bracket that closes.
 * @param ok state for the closing bracket, which is not consumed
 */
function tokenizeContent(self: TokenizeContext, effects: Effects, ok: State, nok: State) {
  let size = 0
  let depth = 0
  let inText = false
  let keys = 0
  let fence = 0
  let run = 0
  return { start: content, hasKey: () => keys > 0 }

  function content(code: Code): State | undefined {
    if (code === null || ++size > MAX_GROUP) return nok(code)
    if (code === codes.rightSquareBracket) {
      if (depth === 0) {
        closeText()
        return ok(code)
      }
      depth--
    }
    if (code === codes.leftSquareBracket && ++depth > MAX_DEPTH) return nok(code)
    if (code === codes.atSign && mayPrecede(self.previous)) {
      closeText()
      return effects.attempt(KEY, afterKey, text)(code)
    }
    if (code === codes.backslash) return consume(code, escaped)
    if (code === codes.graveAccent) {
      fence = 0
      return opening(code)
    }
    return text(code)
  }

  function afterKey(code: Code): State | undefined {
    keys++
    return content(code)
  }

  function text(code: Code): State | undefined {
    return consume(code, content)
  }

  function escaped(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? content(code) : consume(code, content)
  }

  // A code span, as long as its fences: no citation in there.
  function opening(code: Code): State | undefined {
    if (code !== codes.graveAccent) return inCode(code)
    fence++
    return consume(code, opening)
  }

  function inCode(code: Code): State | undefined {
    if (code === null || ++size > MAX_GROUP) return nok(code)
    if (code !== codes.graveAccent) return consume(code, inCode)
    run = 0
    return ending(code)
  }

  function ending(code: Code): State | undefined {
    if (code !== codes.graveAccent) return run === fence ? content(code) : inCode(code)
    if (++size > MAX_GROUP) return nok(code)
    run++
    return consume(code, ending)
  }

  function consume(code: Code, next: State): State {
    if (markdownLineEnding(code)) {
      closeText()
      effects.enter('citationLineEnding')
      effects.consume(code)
      effects.exit('citationLineEnding')
      return next
    }
    if (!inText) effects.enter('citationText')
    inText = true
    effects.consume(code)
    return next
  }

  function closeText(): void {
    if (inText) effects.exit('citationText')
    inText = false
  }
}

// ---------------------------------------------------------------------------------------------- @a [hlm. 5]

const NARRATIVE: Construct = { name: 'citationNarrative', tokenize: tokenizeNarrative, previous: mayPrecede }

function tokenizeNarrative(this: Context, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    // Inside a construct that was rolled back the character before is known here alone.
    if (!mayPrecede(this.previous)) return nok(code)
    effects.enter('citation')
    return effects.attempt(KEY, effects.attempt(LOCATOR, done, done), nok)(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('citation')
    return ok(code)
  }
}

/** ` [hlm. 5]` behind a key, one line ending allowed; nothing that could be a link. */
const LOCATOR: Construct = { name: 'citationLocator', tokenize: tokenizeLocator, partial: true }

function tokenizeLocator(this: Context, effects: Effects, ok: State, nok: State): State {
  const self = this
  const content = tokenizeContent(self, effects, closing, nok)
  let lines = 0
  return start

  function start(code: Code): State | undefined {
    if (markdownSpace(code) || (markdownLineEnding(code) && ++lines === 1)) {
      effects.enter(markdownSpace(code) ? 'whitespace' : 'lineEnding')
      effects.consume(code)
      effects.exit(markdownSpace(code) ? 'whitespace' : 'lineEnding')
      return start
    }
    if (code !== codes.leftSquareBracket) return nok(code)
    marker(effects, code)
    return (next) => {
      if (next === codes.rightSquareBracket) return nok(next)
      effects.enter('citationLocator')
      return content.start(next)
    }
  }

  function closing(code: Code): State | undefined {
    const token = effects.exit('citationLocator')
    if (!startsLikeLocator(self.sliceSerialize(token))) return nok(code)
    marker(effects, code)
    return (next) =>
      next === codes.leftParenthesis || next === codes.leftSquareBracket ? nok(next) : ok(next)
  }
}
