/** Which tables move to the next page whole, and which break between their rows. */

/** Of the page's height: a taller table breaks. */
const TALLEST_WHOLE_TABLE = 0.55
/** Of the page's height: so does one that is taller than this together with the notes called in it. */
const TALLEST_WITH_NOTES = 0.8
/** How much of a page a letter of a note takes, in px²: 10 pt, half as wide as a line is high. */
const LETTER_AREA = 15 * 6

/** A run of pages, and the page area in px. */
interface Pages {
  readonly run: HTMLElement
  readonly width: number
  readonly height: number
}

/** @param notes the texts of notes by anchor */
export function keepShortTables(
  runs: readonly Pages[],
  notes: ReadonlyMap<string, { readonly textContent: string | null }>,
): void {
  const tables = runs.flatMap(({ run, width, height }) =>
    [...run.querySelectorAll<HTMLElement>('figure.table')].map((figure) => {
      const tall = [...figure.getClientRects()].reduce((sum, box) => sum + box.height, 0)
      const letters = [...figure.querySelectorAll('.note-call')].reduce((sum, call) => {
        const note = notes.get(call.getAttribute('href')?.slice(1) ?? '')
        return sum + (note?.textContent?.length ?? 0)
      }, 0)
      const withNotes = tall + (letters * LETTER_AREA) / width
      const whole = tall <= height * TALLEST_WHOLE_TABLE && withNotes <= height * TALLEST_WITH_NOTES
      return { figure, whole }
    }),
  )
  for (const { figure, whole } of tables) figure.classList.toggle('keep', whole)
}
