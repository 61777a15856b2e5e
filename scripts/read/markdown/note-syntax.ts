/**
 * Notes written where they are called, as micromark reads them: `kata^[Teks *catatan*, lihat [@key].]`, as in pandoc.
 * They work as links do: an opening waits for its bracket, so that everything inside is read once, with all its markup,
 * and a bracket in code or of a link closes nothing.
 */
import { codes } from 'micromark-util-symbol'
import type {
  Construct,
  TokenizeContext as Context,
  Event,
  Extension,
  Resolver,
  Token,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax } from './add-syntax.ts'
import { noteFromMarkdown } from './note-from-markdown.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** The whole note. */
    inlineNote: 'inlineNote'
    /** `^[` whose note has not ended yet; what never ends is text. */
    inlineNoteOpening: 'inlineNoteOpening'
    /** `^[` or `]` of a note. */
    inlineNoteMarker: 'inlineNoteMarker'
    inlineNoteText: 'inlineNoteText'
  }
}

/** Openings that may wait at once: notes in notes are an error, but they are read, so that it can be told. */
const MAX_DEPTH = 3

/**
 * A unified plugin: adds notes in the text to any remark processor that knows GFM's. It stands before the others, for
 * what they do to the finished tree has to reach the notes.
 */
export function remarkInlineNotes(this: Processor): void {
  addSyntax(this, noteSyntax(), noteFromMarkdown())
}

/** The micromark extension. */
function noteSyntax(): Extension {
  /** Openings that wait, by the text they stand in: most brackets are no note's, and need not look for one. */
  const waiting = new WeakMap<Context, Token[]>()

  const opening: Construct = {
    name: 'inlineNoteOpening',
    tokenize(effects, ok, nok) {
      const openings = waiting.get(this) ?? []
      waiting.set(this, openings)
      return (code) => {
        const token = effects.enter('inlineNoteOpening')
        effects.consume(code)
        return (next) => {
          if (next !== codes.leftSquareBracket || openings.length >= MAX_DEPTH) return nok(next)
          effects.consume(next)
          effects.exit('inlineNoteOpening')
          openings.push(token)
          return ok
        }
      }
    },
    resolveAll: openingsToText,
  }

  const closing: Construct = {
    name: 'inlineNoteClosing',
    tokenize(effects, ok, nok) {
      const openings = waiting.get(this)
      const last = openings?.at(-1)
      const { events } = this
      return (code) => {
        if (!last || lastOpening(events) !== last) return nok(code)
        openings?.pop()
        effects.enter('inlineNoteMarker')
        effects.consume(code)
        effects.exit('inlineNoteMarker')
        return ok
      }
    },
    resolveTo: closeNote,
  }

  return { text: { [codes.caret]: opening, [codes.rightSquareBracket]: closing } }
}

/** The last bracket that is still open, of a note, link or image. */
function lastOpening(events: readonly Event[]): Token | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const [phase, token] = events[at] ?? []
    if (phase !== 'enter' || !token) continue
    if (token.type === 'inlineNoteOpening') return token
    if ((token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced) return token
  }
  return undefined
}

/** Puts the note around everything from its opening to the end of the events, which is its closing bracket. */
const closeNote: Resolver = (events, context) => {
  let open = events.length - 1
  while (open > 0 && !(events[open]?.[0] === 'enter' && events[open]?.[1].type === 'inlineNoteOpening'))
    open--
  const start = events[open]?.[1]
  const end = events.at(-1)?.[1]
  if (!start || !end) return events
  start.type = 'inlineNoteMarker'
  const note: Token = { type: 'inlineNote', start: { ...start.start }, end: { ...end.end } }
  const text: Token = { type: 'inlineNoteText', start: { ...start.end }, end: { ...end.start } }
  // Emphasis begins and ends inside.
  const inside = resolveSpans(events.slice(open + 2, -2), context)
  const made: Event[] = [
    ['enter', note, context],
    ...events.slice(open, open + 2),
    ['enter', text, context],
    ...inside,
    ['exit', text, context],
    ...events.slice(-2),
    ['exit', note, context],
  ]
  // In place: micromark keeps hold of the list.
  events.length = open
  for (const event of made) events.push(event)
  return events
}

/** Emphasis, and what else needs its two ends, within the events of a text. */
export function resolveSpans(events: Event[], context: Context): Event[] {
  const resolvers = new Set<Resolver>()
  for (const { resolveAll } of context.parser.constructs.insideSpan.null ?? [])
    if (resolveAll) resolvers.add(resolveAll)
  return [...resolvers].reduce((resolved, resolve) => resolve(resolved, context), events)
}

const openingsToText: Resolver = (events) => {
  for (const [, token] of events) if (token.type === 'inlineNoteOpening') token.type = 'data'
  return events
}
