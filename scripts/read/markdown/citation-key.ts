/** The key of a citation as micromark reads it, and where one may stand. */
import { asciiAlphanumeric, markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State } from 'micromark-util-types'

/** Longest `@{key}`, in characters. */
const MAX_BRACED_KEY = 200

const KEY_PUNCTUATION = new Set([...':.#$%&-+?<>~/'].map((char) => char.charCodeAt(0)))

function isKeyCharacter(code: Code): boolean {
  if (code === null || code < 0) return false
  if (code <= 127) return asciiAlphanumeric(code) || code === codes.underscore
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code))
}

/** An `@` after a word is part of an e-mail address, one after `/` or another `@` part of a URL or a handle. */
export function mayPrecede(previous: Code): boolean {
  return !isKeyCharacter(previous) && !BEFORE_NO_KEY.has(previous)
}

const BEFORE_NO_KEY: ReadonlySet<Code> = new Set([
  codes.atSign,
  codes.dot,
  codes.slash,
  codes.plusSign,
  codes.backslash,
])

/** `@key` or `@{any key}` */
export const KEY: Construct = { name: 'citationKey', tokenize: tokenizeKey, partial: true }

function tokenizeKey(effects: Effects, ok: State, nok: State): State {
  let size = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('citationKeyMarker')
    effects.consume(code)
    return first
  }

  function first(code: Code): State | undefined {
    if (code === codes.leftCurlyBrace) {
      effects.consume(code)
      effects.exit('citationKeyMarker')
      effects.enter('citationKey')
      return braced
    }
    if (!isKeyCharacter(code)) return nok(code)
    effects.exit('citationKeyMarker')
    effects.enter('citationKey')
    return bare(code)
  }

  function bare(code: Code): State | undefined {
    if (isKeyCharacter(code)) {
      effects.consume(code)
      return bare
    }
    // One mark of punctuation belongs to the key when the key goes on behind it.
    if (code !== null && KEY_PUNCTUATION.has(code)) return effects.check(INNER, inner, end)(code)
    return end(code)
  }

  function inner(code: Code): State | undefined {
    effects.consume(code)
    return bare
  }

  function end(code: Code): State | undefined {
    effects.exit('citationKey')
    return ok(code)
  }

  function braced(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === codes.leftCurlyBrace) return nok(code)
    if (code === codes.rightCurlyBrace) {
      if (size === 0) return nok(code)
      effects.exit('citationKey')
      effects.enter('citationKeyMarker')
      effects.consume(code)
      effects.exit('citationKeyMarker')
      return ok
    }
    if (++size > MAX_BRACED_KEY) return nok(code)
    effects.consume(code)
    return braced
  }
}

const INNER: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.consume(code)
      return (next) => (isKeyCharacter(next) ? ok(next) : nok(next))
    }
  },
}
