/**
 * The fences of pandoc's divs: `::: landscape`, `::: {.center lang=ar}`, and `:::` to end one. A fence is a line of its
 * own, wherever it stands; which of them belong together is found in the finished tree.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { divFromMarkdown } from './div-from-markdown.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    divFence: 'divFence'
  }
}

/** Least colons of a fence. */
const LEAST = 3
/** Characters behind the colons, at most. */
const LONGEST = 500

/** A unified plugin: adds the fences of divs to any remark processor. */
export function remarkDivFences(this: Processor): void {
  addSyntax(this, divSyntax(), divFromMarkdown())
}

function divSyntax(): Extension {
  const fence: Construct = { name: 'divFence', tokenize: tokenizeFence }
  return { flow: { [codes.colon]: fence } }
}

/** The whole line is one token; what stands in it is read when it is complete. */
function tokenizeFence(effects: Effects, ok: State, nok: State): State {
  let colons = 0
  let length = 0
  /** Is it `{…}`, and is that closed? */
  let braces = false
  let closed = false
  return start

  function start(code: Code): State | undefined {
    effects.enter('divFence')
    return fence(code)
  }

  function fence(code: Code): State | undefined {
    if (code === codes.colon) {
      colons++
      effects.consume(code)
      return fence
    }
    return colons < LEAST ? nok(code) : blanks(code)
  }

  function blanks(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return blanks
    }
    braces = code === codes.leftCurlyBrace
    return info(code)
  }

  function info(code: Code): State | undefined {
    const ended = braces ? closed : markdownSpace(code) || code === codes.colon
    if (code === null || markdownLineEnding(code) || ended) return braces && !closed ? nok(code) : tail(code)
    if (++length > LONGEST) return nok(code)
    if (code === codes.rightCurlyBrace) closed = true
    effects.consume(code)
    return info
  }

  /** `::: note :::` */
  function tail(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('divFence')
      return ok(code)
    }
    if (!markdownSpace(code) && code !== codes.colon) return nok(code)
    effects.consume(code)
    return tail
  }
}
