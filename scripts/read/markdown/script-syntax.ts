/**
 * Raised and lowered text as micromark reads it: `x^2^` and `H~2~O`, as in pandoc. What stands between the marks is a
 * word without blanks, read again as text, with all its markup. Much that is typed has such a mark and means none of
 * this ("~5 km", "10^2-10^3", "^_^"): where it is not plain that it does, the mark is text.
 */
import { asciiAlphanumeric, asciiDigit, markdownLineEndingOrSpace } from 'micromark-util-character'
import { codes, constants, types } from 'micromark-util-symbol'
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
import { scriptFromMarkdown } from './script-from-markdown.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `^…^` */
    superscript: 'superscript'
    /** `~…~` */
    subscript: 'subscript'
    /** `^` or `~` */
    scriptMarker: 'scriptMarker'
  }
}

/** Longest word between the marks, in characters: a mark that has no partner costs at most this much. */
const MAX_LENGTH = 200

/** A unified plugin: adds `x^2^` and `H~2~O` to any remark processor; GFM's `~~strike~~` needs `singleTilde: false`. */
export function remarkScripts(this: Processor): void {
  addSyntax(this, scriptSyntax(), scriptFromMarkdown())
}

/** The micromark extension. */
function scriptSyntax(): Extension {
  return {
    text: {
      [codes.caret]: script('superscript', codes.caret),
      [codes.tilde]: script('subscript', codes.tilde),
    },
  }
}

function script(name: 'superscript' | 'subscript', mark: Code): Construct {
  return {
    name,
    tokenize(effects, ok, nok) {
      return tokenizeScript(this, effects, name, mark, ok, nok)
    },
  }
}

function tokenizeScript(
  self: Context,
  effects: Effects,
  name: 'superscript' | 'subscript',
  mark: Code,
  ok: State,
  nok: State,
): State {
  /** `~~` is GFM's, whatever becomes of it. */
  const doubles = mark === codes.tilde
  let size = 0
  /** Square brackets that are open. */
  let depth = 0
  /** Backticks of the code that is open, and of the run that is being read. */
  let fence = 0
  let run = 0
  let before: Code = null
  /** Is there anything but dots and lines, and anything but letters and digits? */
  let says = false
  let plain = true
  let bracketAllowed = true
  return start

  function start(code: Code): State | undefined {
    if (doubles && self.previous === mark && self.events.at(-1)?.[1].type !== 'characterEscape')
      return nok(code)
    effects.enter(name)
    marker(code)
    return first
  }

  function first(code: Code): State | undefined {
    // `^[` begins a note, `^{` is TeX, and between the marks there is something.
    if (code === mark || code === codes.leftCurlyBrace) return nok(code)
    if (code === codes.leftSquareBracket && mark === codes.caret) return nok(code)
    effects.enter(types.chunkText, { contentType: constants.contentTypeText })
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code !== codes.graveAccent && run > 0) {
      fence = fence === 0 ? run : fence === run ? 0 : fence
      run = 0
    }
    if (code === mark && fence === 0) return depth === 0 ? closing(code) : nok(code)
    if (code === null || markdownLineEndingOrSpace(code) || ++size > MAX_LENGTH) return nok(code)
    if (code === codes.graveAccent) run++
    else if (fence === 0) {
      if (code === codes.backslash) return consume(code, escaped)
      // An address or a tag begins, whose marks are its own.
      if (code === codes.lessThan || (code === codes.slash && before === codes.slash)) return nok(code)
      if (code === codes.leftSquareBracket) depth++
      else if (code === codes.rightSquareBracket && --depth < 0) return nok(code)
    }
    return consume(code, inside)
  }

  function escaped(code: Code): State | undefined {
    if (code === null || code < 0) return nok(code)
    return consume(code, inside)
  }

  function consume(code: Code, next: State): State {
    if (code !== codes.dot && code !== codes.underscore && code !== codes.comma) says = true
    if (!isWord(code)) plain = false
    if (!asciiAlphanumeric(code) && code !== codes.dash && code !== codes.plusSign) bracketAllowed = false
    before = code
    effects.consume(code)
    return next
  }

  function closing(code: Code): State | undefined {
    if (!says) return nok(code)
    effects.exit(types.chunkText)
    marker(code)
    return after
  }

  function after(code: Code): State | undefined {
    if (code === codes.leftCurlyBrace || (doubles && code === mark)) return nok(code)
    // Two of the same: `10^2-10^3`, `~5-~10`.
    if (asciiDigit(code) && !plain) return nok(code)
    // `x^2^[1]` is raised, `10^5,^[A note.]` is a number with a note behind it.
    if (code === codes.leftSquareBracket && mark === codes.caret && !bracketAllowed) return nok(code)
    effects.exit(name)
    return ok(code)
  }

  function marker(code: Code): void {
    effects.enter('scriptMarker')
    effects.consume(code)
    effects.exit('scriptMarker')
  }
}

function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code))
}
