/** Of the page's height: a table that is not taller moves to the next page whole, a taller one breaks between rows. */
const TALLEST_WHOLE_TABLE = 0.55

/** @param runs with the height of their page area, in px */
export function keepShortTables(
  runs: readonly { readonly run: HTMLElement; readonly height: number }[],
): void {
  const tables = runs.flatMap(({ run, height }) =>
    [...run.querySelectorAll<HTMLElement>('figure.table')].map((figure) => {
      const tall = [...figure.getClientRects()].reduce((sum, box) => sum + box.height, 0)
      return { figure, whole: tall <= height * TALLEST_WHOLE_TABLE }
    }),
  )
  for (const { figure, whole } of tables) figure.classList.toggle('keep', whole)
}
