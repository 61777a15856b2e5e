/** Looks at the notes of a random thesis with other eyes than the program's: as pdfjs reads them. */
import type { Footnote, PageMap } from '../../scripts/model.ts'
import type { ReadLine, ReadPage } from './read-pdf.ts'

interface Margins {
  readonly top: number
  readonly bottom: number
}

/**
 * @param margins of the page, in cm
 * @returns what is wrong with the notes of the file, in words
 */
export function wrongNotes(
  pages: readonly ReadPage[],
  margins: Margins,
  map: PageMap,
  footnotes: readonly Footnote[],
): string[] {
  const wrong: string[] = []
  const calls = new Map<string, number>()
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  for (const [at, page] of pages.entries()) {
    const lines = page.lines.filter(
      ({ baseline }) => baseline > margins.top && baseline < page.height - margins.bottom + 0.1,
    )
    const text = lines.map((line) => line.text).join(' ')
    for (const [, name = ''] of text.matchAll(/K(\d+n\d+)k/g)) calls.set(name, at)
    for (const [, name = ''] of text.matchAll(/N(\d+n\d+)n/g)) starts.set(name, at)
    for (const [, name = ''] of text.matchAll(/Z(\d+n\d+)z/g)) ends.set(name, at)
    wrong.push(...wrongFoot(page, lines, margins).map((fault) => `PDF page ${at + 1}: ${fault}`))
  }
  const late = new Set(
    footnotes.filter(({ note }) => map.lateNotes.has(note)).map(({ call }) => map.anchors.get(call)?.page),
  )
  for (const [name, page] of calls) {
    const start = starts.get(name)
    if (start === undefined || !ends.has(name)) wrong.push(`note ${name} is lost`)
    else if (start !== page && !late.has(page))
      wrong.push(`note ${name} is on page ${start}, its call on ${page}`)
  }
  if (calls.size !== footnotes.length) wrong.push(`${calls.size} calls of ${footnotes.length} are there`)
  return wrong
}

/** Notes are set in 10 pt; their lines must be the last of the page, down to its foot, and no line on another. */
function wrongFoot(page: ReadPage, lines: readonly ReadLine[], margins: Margins): string[] {
  const isNote = (line: ReadLine) => Math.abs(line.size - 10) < 0.1 || Math.abs(line.size - 7) < 0.1
  const first = lines.findIndex((line, at) => isNote(line) && lines.slice(at).every(isNote))
  // Small tables are set in that size, too.
  if (first < 0 || !lines.slice(first).some(({ text }) => /[NZ]\d+n\d+[nz]/.test(text))) return []
  const wrong: string[] = []
  const last = lines.at(-1)?.baseline ?? 0
  const foot = page.height - margins.bottom
  if (foot - last > 0.35) wrong.push(`the notes end ${(foot - last).toFixed(2)} cm above the foot`)
  if (last > foot) wrong.push('the notes go below the foot')
  return wrong
}
