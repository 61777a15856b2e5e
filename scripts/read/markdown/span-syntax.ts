/**
 * Spans as micromark reads them: `[teks *miring*]{lang=ar}`, `[teks]{.smallcaps}`, as in pandoc. A bracket that could
 * be a link's is one of a span when a list of classes or languages stands right behind it. Everything else in braces,
 * labels among it, stays text.
 */
import { codes } from 'micromark-util-symbol'
import type {
  Code,
  Construct,
  TokenizeContext as Context,
  Effects,
  Event,
  Extension,
  Resolver,
  State,
  Token,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { resolveSpans } from './note-syntax.ts'
import { isSpanAttributes } from './span-attributes.ts'
import { spanFromMarkdown } from './span-from-markdown.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `[…]{…}` */
    bracketedSpan: 'bracketedSpan'
    /** `[` or `]` of a span. */
    bracketedSpanMarker: 'bracketedSpanMarker'
    bracketedSpanText: 'bracketedSpanText'
    /** `{…}` */
    bracketedSpanAttributes: 'bracketedSpanAttributes'
  }
}

/** Characters in the braces, at most. */
const LONGEST = 200

/** A unified plugin: adds `[…]{.class lang=…}` to any remark processor. */
export function remarkSpans(this: Processor): void {
  addSyntax(this, spanSyntax(), spanFromMarkdown())
}

function spanSyntax(): Extension {
  const closing: Construct = {
    name: 'bracketedSpanClosing',
    tokenize(effects, ok, nok) {
      return tokenizeClosing(this, effects, ok, nok)
    },
    resolveTo: closeSpan,
  }
  return { text: { [codes.rightSquareBracket]: closing } }
}

function tokenizeClosing(self: Context, effects: Effects, ok: State, nok: State): State {
  let written = ''
  return start

  function start(code: Code): State | undefined {
    effects.enter('bracketedSpanMarker')
    effects.consume(code)
    effects.exit('bracketedSpanMarker')
    return brace
  }

  function brace(code: Code): State | undefined {
    if (code !== codes.leftCurlyBrace) return nok(code)
    effects.enter('bracketedSpanAttributes')
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === null || code < 0 || code === codes.leftCurlyBrace || written.length > LONGEST)
      return nok(code)
    if (code === codes.rightCurlyBrace) {
      if (!isSpanAttributes(written) || openingBefore(self.events) === undefined) return nok(code)
      effects.consume(code)
      effects.exit('bracketedSpanAttributes')
      return ok
    }
    written += String.fromCharCode(code)
    effects.consume(code)
    return inside
  }
}

/** Where the last bracket is that is still open, if it is one of a link. */
function openingBefore(events: readonly Event[]): number | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const [phase, token] = events[at] ?? []
    if (phase !== 'enter' || !token || token._balanced) continue
    if (token.type === 'labelLink') return at
    if (token.type === 'labelImage' || token.type === 'inlineNoteOpening') return undefined
  }
  return undefined
}

/** The events of `[`, as a link's: the label and its marker, in and out. */
const OPENING_EVENTS = 4
/** The events of `]` and `{…}`. */
const CLOSING_EVENTS = 4

/** Puts the span around everything from its opening to the end of the events. */
const closeSpan: Resolver = (events, context) => {
  const open = openingBefore(events.slice(0, -CLOSING_EVENTS))
  const opening = open === undefined ? undefined : events[open]?.[1]
  const closing = events.at(-CLOSING_EVENTS)?.[1]
  const end = events.at(-1)?.[1]
  if (open === undefined || !opening || !closing || !end) return events
  const span: Token = { type: 'bracketedSpan', start: { ...opening.start }, end: { ...end.end } }
  const marker: Token = { type: 'bracketedSpanMarker', start: { ...opening.start }, end: { ...opening.end } }
  const text: Token = { type: 'bracketedSpanText', start: { ...opening.end }, end: { ...closing.start } }
  // Emphasis begins and ends inside.
  const inside = resolveSpans(events.slice(open + OPENING_EVENTS, -CLOSING_EVENTS), context)
  const made: Event[] = [
    ['enter', span, context],
    ['enter', marker, context],
    ['exit', marker, context],
    ['enter', text, context],
    ...inside,
    ['exit', text, context],
    ...events.slice(-CLOSING_EVENTS),
    ['exit', span, context],
  ]
  // In place: micromark keeps hold of the list.
  events.length = open
  for (const event of made) events.push(event)
  return events
}
