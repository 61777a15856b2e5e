/**
 * One page: which of its legal ends is the best, and which notes stand on it.
 *
 * The text and the notes both grow downwards, so the lowest end is taken at which both fit. A call whose note does not
 * fit goes on to the next page with its line. Where that would leave too much of the page white, the last note is
 * split. As a last resort a note begins a page late; that is told.
 */
import { roomOf } from './flow.ts'
import { insertArea } from './insert.ts'
import type { NotePiece } from './notes.ts'
import { type PageEnd, pageEnds } from './page-ends.ts'
import { type Call, middleOfCall, pageOfCall, type Run } from './run.ts'
import { lineHeightOf } from './units.ts'

/** Of the page: left white rather than to split a note. */
const MOST_WHITE = 0.12
/** Of the page: for text, when notes of the page before go on. */
const LEAST_TEXT = 0.22
/** Ends that are tried before the next manner. */
const MOST_TRIES = 12

/** `late` lets notes begin after the page of their call, `bare` sets no notes; `pinned` ends where it ends anyway. */
type Manner = 'whole' | 'late' | 'bare' | 'pinned'

/** How far a run is laid out. */
export interface Progress {
  /** The first unit that may stand on the page. */
  firstUnit: number
  /** Calls whose notes are set or owed. */
  callsDone: number
  /** Where the page before ended. */
  last?: { readonly end: PageEnd; readonly area: HTMLElement }
  /** Anchors of notes that begin after the page of their call. */
  readonly late: string[]
}

/** A way to fill the page. */
interface Filling {
  readonly end: PageEnd
  readonly calls: readonly Call[]
  readonly pieces: readonly NotePiece[]
  /** What the next page has to take. */
  readonly rest: readonly NotePiece[]
  readonly late: readonly string[]
}

/**
 * @param owed parts of notes of earlier pages
 * @returns what the next page owes; undefined when the page cannot be filled in this manner
 */
export function fillPage(
  run: Run,
  progress: Progress,
  page: number,
  owed: readonly NotePiece[],
  manner: Manner,
): readonly NotePiece[] | undefined {
  const coming = run.calls.slice(progress.callsDone)
  const here = coming.filter((call) => pageOfCall(run, call) <= page)
  const ends = pageEnds(run.flow, run.units, page, progress.firstUnit).reverse()
  const fillings = fillingsOf(run, progress, ends, here, owed, manner)
  for (const filling of fillings.slice(0, MOST_TRIES)) {
    const area = insertArea(run, page, filling.end, filling.pieces, new Set(filling.calls), coming)
    if (!area) continue
    progress.callsDone += filling.calls.length
    progress.last = { end: filling.end, area }
    progress.late.push(...filling.late)
    return filling.rest
  }
  return undefined
}

/** The best first. @param ends the lowest first */
function fillingsOf(
  run: Run,
  progress: Progress,
  ends: readonly PageEnd[],
  here: readonly Call[],
  owed: readonly NotePiece[],
  manner: Manner,
): readonly Filling[] {
  if (manner === 'bare' || manner === 'pinned') {
    const wanted = ends.filter(({ natural }) => natural === (manner === 'pinned'))
    return wanted.map((end) => ({ end, calls: [], pieces: [], rest: [], late: [] }))
  }
  const found = manner === 'late' ? lateFillings(run, ends, here, owed) : wholeFillings(run, ends, here, owed)
  if (found.length > 0 || owed.length === 0 || !progress.last) return found
  return notesAlone(run, progress.last, owed, manner)
}

function wholeFillings(
  run: Run,
  ends: readonly PageEnd[],
  here: readonly Call[],
  owed: readonly NotePiece[],
): readonly Filling[] {
  const { ruler, flow } = run
  const room = roomOf(flow)
  const most = room - flow.height * LEAST_TEXT
  const { fit, rest } = ruler.heightOf(owed) > most ? ruler.pack(owed, most) : { fit: owed, rest: [] }
  const all = ends.map((end): Filling => {
    const calls = here.filter((call) => standsBefore(call, end))
    return { end, calls, pieces: [...fit, ...calls.map(({ note }) => note)], rest, late: [] }
  })
  // A page that cannot take what it owes takes no note of its own.
  const fitting = all.filter(
    ({ end, pieces, calls }) =>
      end.bottom + ruler.heightOf(pieces) <= room && (rest.length === 0 || calls.length === 0),
  )
  const best = fitting[0]
  const white = best ? room - ruler.heightOf(best.pieces) - best.end.bottom : flow.height
  if (rest.length > 0 || white <= flow.height * MOST_WHITE) return fitting
  for (const filling of all) {
    if (filling.calls.length === 0 || (best && filling.end.bottom <= best.end.bottom)) continue
    const packed = ruler.pack(filling.pieces, room - filling.end.bottom - 1)
    const [only, ...others] = packed.rest
    if (only?.continued && others.length === 0)
      return [{ ...filling, pieces: packed.fit, rest: packed.rest }, ...fitting]
  }
  return fitting
}

function lateFillings(
  { ruler, flow }: Run,
  ends: readonly PageEnd[],
  here: readonly Call[],
  owed: readonly NotePiece[],
): readonly Filling[] {
  const fillings = ends.map((end): Filling => {
    const calls = here.filter((call) => standsBefore(call, end))
    const all = [...owed, ...calls.map(({ note }) => note)]
    const { fit, rest } = ruler.pack(all, roomOf(flow) - end.bottom - 1, true)
    const own = new Set(calls.map(({ note }) => note.id))
    const late = rest.filter(({ id, continued }) => !continued && own.has(id)).map(({ id }) => id)
    return { end, calls, pieces: fit, rest, late }
  })
  return fillings
    .filter(({ pieces }) => pieces.length > 0)
    .sort((a, b) => a.late.length - b.late.length || b.end.bottom - a.end.bottom)
}

/** A page of nothing but what earlier pages owe, behind the area of the last one. */
function notesAlone(
  { ruler, flow }: Run,
  last: NonNullable<Progress['last']>,
  owed: readonly NotePiece[],
  manner: Manner,
): readonly Filling[] {
  const { fit, rest } = ruler.pack(owed, roomOf(flow), true)
  const most = roomOf(flow) - flow.height * LEAST_TEXT
  if (fit.length === 0 || (manner === 'whole' && ruler.heightOf(owed) <= most)) return []
  const end = { ...last.end, area: last.area, bottom: 0 }
  return [{ end, calls: [], pieces: fit, rest, late: [] }]
}

/** @param call on the page in question, or before */
function standsBefore(call: Call, end: PageEnd): boolean {
  if (call.unit !== end.unit.index || !end.line) return call.unit <= end.unit.index
  return middleOfCall(call) < end.line.middle + lineHeightOf(end.unit) / 2
}
