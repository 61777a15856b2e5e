/** Looks at the notes of a random thesis with other eyes than the program's: as pdfjs reads them. */
import type { PageMap } from '../../scripts/model.ts'
import type { SetPage, SetRun } from './check-notes-runs.ts'

/** Of the page, in pt. */
interface Margins {
  readonly top: number
  readonly bottom: number
}

/** In pt. */
const NOTE_SIZE = 10
/** Arabic is set larger than the text it stands in, see the profile. */
const ARABIC_NOTE_SIZE = 12
/** What is raised or lowered in a line is smaller than this in every profile's text. */
const SMALLEST_LINE = 9.5
/** Lines of 10 pt are 11.5 pt apart; where another script hangs lower, somewhat less. */
const CLOSEST_LINES = 9
/** From the last baseline of the notes to the end of the page area: less than a line; cells have a rim. */
const FURTHEST_FOOT = 11.4

/**
 * @param html as it was printed: it tells which call is whose
 * @returns what is wrong with the notes of the file, in words
 */
export function wrongNotes(
  pages: readonly SetPage[],
  margins: Margins,
  html: string,
  map: Pick<PageMap, 'lateNotes'>,
): string[] {
  const wrong: string[] = []
  const calls = new Map<string, number>()
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  const bodies = pages.map((page) =>
    page.runs.filter(({ baseline }) => baseline > margins.top && baseline < page.height - margins.bottom + 3),
  )
  for (const [at, body] of bodies.entries()) {
    for (const [, mark = '', name = ''] of textOf(body).matchAll(/([KNZ])(\d+n\d+)[knz]/g)) {
      // A heading and a caption are in the contents, too, before they are where they belong.
      ;(mark === 'K' ? calls : mark === 'N' ? starts : ends).set(name, at)
    }
  }
  const called = calledNotes(html)
  for (const [note, name] of called) {
    const [call, start, end] = [calls.get(name), starts.get(name), ends.get(name)]
    const late = map.lateNotes.has(note)
    if (call === undefined || start === undefined || end === undefined) wrong.push(`note ${name} is lost`)
    else if (late ? start <= call : start !== call)
      wrong.push(`note ${name} is on page ${start + 1}, its call on ${call + 1}${late ? ', as late' : ''}`)
    else if (end < start) wrong.push(`note ${name} ends on page ${end + 1} before it begins`)
  }
  if (calls.size !== called.size) wrong.push(`${calls.size} calls of ${called.size} are there`)
  for (const [at, body] of bodies.entries()) {
    const holdsNote = [...starts].some(([name, start]) => start <= at && at <= (ends.get(name) ?? start))
    const foot = (pages[at]?.height ?? 0) - margins.bottom
    const faults = [...(holdsNote ? wrongFoot(body, foot) : []), ...overlaps(body)]
    wrong.push(...faults.map((fault) => `PDF page ${at + 1}: ${fault}`))
  }
  return wrong
}

/** The mark each call stands behind, or before, by the anchor of its note. */
function calledNotes(html: string): Map<string, string> {
  const calls = html.matchAll(
    /(?:K(\d+n\d+)k)?<a class="note-call"[^>]* href="#([^"]+)"[^>]*>.*?<\/a>(?:K(\d+n\d+)k)?/g,
  )
  return new Map([...calls].map(([, before, anchor = '', behind]) => [anchor, before ?? behind ?? anchor]))
}

function textOf(runs: readonly SetRun[]): string {
  return runs.map(({ text }) => text).join(' ')
}

/** Notes are set in 10 pt; their lines must be the last of the page, down to its foot, and no line among them. */
function wrongFoot(body: readonly SetRun[], foot: number): string[] {
  const set = body.filter(({ size }) => size > SMALLEST_LINE)
  const isNote = ({ size, text }: SetRun) =>
    Math.abs(size - (ARABIC.test(text) ? ARABIC_NOTE_SIZE : NOTE_SIZE)) < 0.1
  // Small tables and code are set in that size, too: above the notes they may be taken for some.
  const area = set.slice(set.findLastIndex((run) => !isNote(run)) + 1)
  const above = set.slice(0, set.length - area.length)
  const wrong: string[] = []
  const strays = /[NZ]\d+n\d+[nz]/.exec(textOf(above.filter(isNote)))
  if (strays) wrong.push(`text stands below ${strays[0]}`)
  if (area.length === 0) wrong.push('the notes have no line at the foot')
  const last = area.at(-1)?.baseline ?? foot
  if (foot - last > FURTHEST_FOOT) wrong.push(`the notes end ${(foot - last).toFixed(1)} pt above the foot`)
  if (last > foot) wrong.push('the notes go below the foot')
  // From the last line of text to the first of notes, and from each to the next; cells stand on one baseline.
  let before = above.at(-1)?.baseline ?? Number.NEGATIVE_INFINITY
  for (const { baseline, text } of area) {
    const step = baseline - before
    if (step > 0.5 && step < CLOSEST_LINES) wrong.push(`${step.toFixed(1)} pt to the line of “${text}”`)
    before = baseline
  }
  return wrong
}

const ARABIC = /\p{Script=Arabic}/u

/** Chinese punctuation: of two in a row, the blank half of the first goes. */
const WIDE_SIGN = /^[\u3000-\u303F\uFF00-\uFFEF]+$/

/** Letters that stand on others. */
function overlaps(body: readonly SetRun[]): string[] {
  const wrong: string[] = []
  for (const [at, run] of body.entries()) {
    for (let next = at + 1; next < body.length; next++) {
      const other = body[next] as SetRun
      // Of the lower line, letters are as high as this; what is raised in it is higher and smaller.
      if (other.baseline - run.baseline >= 0.6 * other.size) {
        if (other.baseline - run.baseline > HIGHEST_LETTERS) break
        continue
      }
      const shared = Math.min(run.right, other.right) - Math.max(run.left, other.left)
      if (shared > 1.5 && !(WIDE_SIGN.test(run.text) && WIDE_SIGN.test(other.text)))
        wrong.push(`“${run.text}” and “${other.text}” stand on each other`)
    }
  }
  return wrong
}

const HIGHEST_LETTERS = 20
