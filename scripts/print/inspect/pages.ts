/** Every page of the file: as many as planned, each with its number in the margin and its letters between the margins. */
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, PageMap, PageText, PdfFacts, TextRun } from '../../model.ts'
import type { PageMargins } from '../geometry.ts'
import { countLetters, noLetters } from '../letters.ts'
import type { MarginTexts } from '../margin-texts.ts'
import { lettersDiffer, lineMoved, wrongMargins, wrongPageCount } from '../messages.ts'
import { labelOf, TOLERANCE_PT } from './places.ts'

/** @param texts what the margins of each page are to show */
export function inspectPages(
  facts: PdfFacts,
  map: PageMap,
  margins: PageMargins,
  texts: readonly MarginTexts[],
): Diagnostic[] {
  const found: Diagnostic[] = []
  if (facts.pages !== map.pages.length) {
    found.push(diagnose(wrongPageCount, { planned: map.pages.length, found: facts.pages }))
  }
  for (const [at, { letters, drawings, baselines }] of map.pages.entries()) {
    const page = facts.texts[at]
    if (!page) continue
    const label = labelOf(map, at)
    const inside = page.runs.filter((run) => isBetween(run, page, margins))
    const outside = page.runs.filter((run) => !isBetween(run, page, margins))
    const [planned, printed] = [Object.values(texts[at] ?? {}).join(' '), textOf(outside)]
    if (signs(planned) !== signs(printed)) {
      found.push(diagnose(wrongMargins, { page: label, planned, found: printed }))
    }
    const start = textOf(inside).slice(0, 60)
    const { missing, extra: more } = difference(letters, lettersOf(inside))
    // Of a drawing's words nobody knows how many are painted as text.
    const extra = drawings ? 0 : more
    if (missing + extra > 0) found.push(diagnose(lettersDiffer, { page: label, start, missing, extra }))
    const isThere = (baseline: number) =>
      inside.some(({ y }) => Math.abs(y - margins.top - baseline) <= TOLERANCE_PT)
    if (!baselines.every(isThere)) found.push(diagnose(lineMoved, { page: label, start: lastLine(inside) }))
  }
  return found
}

function lastLine(runs: readonly TextRun[]): string {
  const lowest = Math.max(...runs.map(({ y }) => y))
  return textOf(runs.filter(({ y }) => y === lowest)).slice(0, 60)
}

function textOf(runs: readonly TextRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim()
}

/** Page numbers and running heads stand in the margins above and below. */
function isBetween({ y }: TextRun, { height }: PageText, { top, bottom }: PageMargins): boolean {
  return y > top && y <= height - bottom
}

/** Every sign of a text in an order of its own: what is printed where is not asked. */
function signs(text: string): string {
  return [...text.replace(/\s+/g, '')].sort().join('')
}

function lettersOf(runs: readonly TextRun[]): number[] {
  const counts = noLetters()
  for (const { text } of runs) countLetters(text, counts)
  return counts
}

function difference(
  planned: readonly number[],
  found: readonly number[],
): { missing: number; extra: number } {
  let missing = 0
  let extra = 0
  for (const [letter, count] of planned.entries()) {
    const more = (found[letter] ?? 0) - count
    if (more < 0) missing -= more
    else extra += more
  }
  return { missing, extra }
}
