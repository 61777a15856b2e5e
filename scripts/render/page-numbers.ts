/** Writes page numbers into the finished HTML, so that the file to read names the pages of the file to print. */

/** @param numbers page labels by anchor; an anchor without one keeps its place empty */
export function fillPageNumbers(html: string, numbers: Readonly<Record<string, string>>): string {
  return html.replace(/(data-page-of="([^"]*)">)(?=<\/span>)/g, (whole, opening: string, id: string) => {
    const number = numbers[id]
    return number === undefined ? whole : `${opening}${number}`
  })
}
