/** A run of pages from the first to the last. Whatever is changed on a page moves only what stands behind it. */
import { continueTable } from './continue-tables.ts'
import { fillPage, type Progress } from './fill-page.ts'
import { lastPage, pageCount, roomOf } from './flow.ts'
import { type NotePiece, setNotes } from './notes.ts'
import { endsBadly } from './page-ends.ts'
import { pageOfCall, type Run } from './run.ts'

/** No thesis is longer; a fault of the layout must not go on for ever. */
const MOST_PAGES = 5000

/**
 * @param pinned ends every page where it ends, so that print cannot end it elsewhere
 * @returns anchors of the notes that begin after the page of their call
 */
export function layOutRun(run: Run, pinned: boolean): readonly string[] {
  const progress: Progress = { firstUnit: 0, callsDone: 0, late: [] }
  let owed: readonly NotePiece[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const pages = pageCount(run.flow)
    if (page >= pages) {
      const rest = owed.length > 0 ? addNotesPage(run, progress, owed) : undefined
      if (!rest) break
      owed = rest
      continue
    }
    passUnits(run, progress, page)
    const next = run.calls[progress.callsDone]
    if (owed.length > 0 || (next && pageOfCall(run, next) <= page)) {
      owed =
        fillPage(run, progress, page, owed, 'whole') ??
        fillPage(run, progress, page, owed, 'late') ??
        postpone(run, progress, page, owed)
    } else if (page < pages - 1) {
      if (endsBadly(run.flow, run.units, page, progress.firstUnit)) fillPage(run, progress, page, [], 'bare')
      else if (pinned) fillPage(run, progress, page, [], 'pinned')
    }
    continueTable(run, page, progress.firstUnit)
  }
  return progress.late
}

function passUnits({ flow, units }: Run, progress: Progress, page: number): void {
  for (let unit = units[progress.firstUnit]; unit; unit = units[progress.firstUnit]) {
    if (progress.firstUnit === units.length - 1 || lastPage(flow, unit.element) >= page) return
    progress.firstUnit++
  }
}

/** The page has no legal end, such as a row as tall as the page: its notes go to the next. */
function postpone(
  run: Run,
  progress: Progress,
  page: number,
  owed: readonly NotePiece[],
): readonly NotePiece[] {
  const here = run.calls.slice(progress.callsDone).filter((call) => pageOfCall(run, call) <= page)
  progress.callsDone += here.length
  progress.late.push(...here.map(({ note }) => note.id))
  return [...owed, ...here.map(({ note }) => note)]
}

/**
 * Behind the last page of text: a page for the rest of its notes.
 * @returns undefined when not even such a page can take any of them: they will be missed when the file is inspected
 */
function addNotesPage(
  { flow, ruler }: Run,
  progress: Progress,
  owed: readonly NotePiece[],
): readonly NotePiece[] | undefined {
  const room = roomOf(flow)
  const { fit, rest } = ruler.pack(owed, room, true)
  if (fit.length === 0) return undefined
  const area = setNotes(fit)
  area.classList.add('alone')
  Object.assign(area.style, {
    width: `${flow.width}px`,
    height: `${room}px`,
    paddingTop: `${room - ruler.heightOf(fit)}px`,
  })
  flow.element.append(area)
  if (progress.last) progress.last = { ...progress.last, area }
  return rest
}
