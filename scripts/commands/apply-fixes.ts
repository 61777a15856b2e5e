/** Applies the fixes that diagnostics offer to the text of a file. Pure. */
import type { TextEdit } from '../model.ts'

/** What belongs together: all edits of a fix are made, or none. */
type Fix = readonly TextEdit[]

export interface FixedText {
  readonly text: string
  /** How many fixes were made. */
  readonly applied: number
  /** Those that overlap another, or lie outside the text: the next run may make them. */
  readonly dropped: number
  /** The edits that were made, in order. */
  readonly edits: readonly TextEdit[]
}

/** Touches nothing but the ranges the edits name. Of fixes that overlap the one that begins first is made. */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const inOrder = fixes.filter((fix) => fix.length > 0).sort((a, b) => firstStart(a) - firstStart(b))
  const taken: TextEdit[] = []
  let applied = 0
  for (const fix of inOrder) {
    const edits = [...fix].sort(byPlace)
    if (!edits.every((edit) => isWithin(edit, text)) || overlapEachOther(edits)) continue
    if (edits.some((edit) => overlapsAny(edit, taken))) continue
    for (const edit of edits) insert(taken, edit)
    applied++
  }
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text: put } of taken) {
    pieces.push(text.slice(from, start), put)
    from = end
  }
  pieces.push(text.slice(from))
  return { text: pieces.join(''), applied, dropped: inOrder.length - applied, edits: taken }
}

function firstStart(fix: Fix): number {
  return Math.min(...fix.map(({ start }) => start))
}

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.start - b.start || a.end - b.end
}

function isWithin({ start, end }: TextEdit, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length
}

function overlapEachOther(edits: Fix): boolean {
  return edits.some((edit, at) => {
    const next = edits[at + 1]
    return next !== undefined && overlap(edit, next)
  })
}

/** Two texts put in at one place have no order: they overlap. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start
}

/** @param taken in order, without overlaps */
function overlapsAny(edit: TextEdit, taken: readonly TextEdit[]): boolean {
  const at = placeIn(taken, edit)
  return [taken[at - 1], taken[at]].some((other) => other !== undefined && overlap(edit, other))
}

function insert(taken: TextEdit[], edit: TextEdit): void {
  taken.splice(placeIn(taken, edit), 0, edit)
}

/** How many edits begin before this one. */
function placeIn(taken: readonly TextEdit[], { start }: TextEdit): number {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
