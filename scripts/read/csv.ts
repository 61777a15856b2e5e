/** CSV as spreadsheets write it: which sign parts its cells, and its records with their lines. */

export interface CsvRecord {
  readonly cells: readonly string[]
  /** The line it begins on, from 1. */
  readonly line: number
}

interface Csv {
  readonly delimiter: string
  /** Those that hold anything. */
  readonly records: readonly CsvRecord[]
  /** What is wrong behind these records. */
  readonly fault?: { readonly kind: 'unclosed' | 'closing'; readonly line: number }
}

/** Best first, where several would do. */
const DELIMITERS = ['\t', ';', ',', '|']
/** As many lines are looked at to find the delimiter. */
const SAMPLE = 40

/** @param delimiter found by itself when absent */
export async function parseCsv(text: string, delimiter?: string): Promise<Csv> {
  // Excel's own way to say it.
  const said = /^sep=(.)\r?\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const above = said ? 1 : 0
  const sign = delimiter ?? said?.[1] ?? detectDelimiter(body)
  const { CsvError, parse } = await import('csv-parse/sync')
  const records: CsvRecord[] = []
  let lines = 0
  try {
    parse(body, {
      delimiter: sign,
      relax_column_count: true,
      // A quotation mark within a cell is what it is: `Pipa 5"`.
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record(cells: string[], { lines: end }) {
        lines = end
        const within = cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
        if (cells.some((cell) => cell !== '')) records.push({ cells, line: end - within + above })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const kind = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'closing'
    return { delimiter: sign, records, fault: { kind, line: lines + 1 + above } }
  }
  return { delimiter: sign, records }
}

/**
 * The sign that stands equally often in most of the first lines, outside of quotation marks. Indonesian spreadsheets part
 * cells by semicolons, for the comma is their decimal mark: "Aceh;1,5".
 */
function detectDelimiter(text: string): string {
  const lines = withoutQuoted(text.slice(0, 100_000))
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE)
  let best = { delimiter: ',', share: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const first = counts[0] ?? 0
    if (first === 0) continue
    const share = counts.filter((count) => count === first).length / counts.length
    if (share > best.share) best = { delimiter, share }
  }
  return best.delimiter
}

/** Without what stands in quotation marks; linear. */
function withoutQuoted(text: string): string {
  return text
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('')
}
