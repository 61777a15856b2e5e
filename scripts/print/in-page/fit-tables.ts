/** Tables that are wider than their page are set smaller; where that is not enough, words are broken, cells left narrow. */

/** What is tried, one after another; the style sheet knows these classes. */
const STEPS = ['small', 'broken', 'tight']

/** @param runs with the width of their page area, in px */
export function fitTables(runs: readonly { readonly run: HTMLElement; readonly width: number }[]): void {
  const tables = runs.flatMap(({ run, width }) =>
    [...run.querySelectorAll('table')].map((table) => ({ table, width })),
  )
  for (const { table } of tables) table.classList.remove(...STEPS)
  let wide = tables
  for (const step of STEPS) {
    wide = wide.filter(({ table, width }) => widthOf(table) > width + 1)
    for (const { table } of wide) table.classList.add(step)
  }
}

/** Of its widest part: a table may go on over several pages. */
function widthOf(table: Element): number {
  return Math.max(0, ...[...table.getClientRects()].map(({ width }) => width))
}

/** Tables whose words are broken, by how they begin. */
export function brokenTables(): string[] {
  return [...document.querySelectorAll('table.broken')].map((table) => beginning(table))
}

/** The first words of an element, for people to know it by. */
export function beginning(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)
}
