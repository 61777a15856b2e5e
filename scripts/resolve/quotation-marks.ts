/** Does a text end behind an opening quotation mark that is not closed? */
export function isQuoted(before: string): boolean {
  const open = (mark: string, close: string) => before.lastIndexOf(mark) > before.lastIndexOf(close)
  return open('“', '”') || open('«', '»') || open('‘', '’') || (before.split('"').length - 1) % 2 === 1
}
