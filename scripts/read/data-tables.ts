/** Reads the tables of data a thesis asks for; what is wrong is told where it stands, in the data or in the Markdown. */
import { diagnose, type Message, nearest } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { DataTable, Diagnostic, Outcome, WantedTable } from '../model.ts'
import { type CsvRecord, parseCsv } from './csv.ts'
import {
  dataEncoding,
  emptyData,
  faultyQuotes,
  missingData,
  raggedRows,
  tooMuchData,
  unknownColumn,
} from './csv-messages.ts'
import { chosenColumns, dataTable } from './data-cells.ts'
import { outsideFolder, unreadable } from './messages.ts'
import { decodedPath, namesBeside } from './paths.ts'
import { insideFolder } from './text.ts'

/** About 75 pages. */
const MOST_CELLS = 20_000
/** A file that is larger is not even looked into. */
const MOST_BYTES = 20_000_000

/** @returns the tables by the node that asks for them; a faulty one is missing and told */
export async function readDataTables(
  host: Host,
  folder: string,
  wanted: readonly WantedTable[],
): Promise<Outcome<Map<object, DataTable>>> {
  const tables = new Map<object, DataTable>()
  const diagnostics: Diagnostic[] = []
  for (const want of wanted) {
    const { value, diagnostics: told } = await readDataTable(host, folder, want)
    if (value) tables.set(want.node, value)
    diagnostics.push(...told)
  }
  return { value: tables, diagnostics }
}

type Read = Outcome<DataTable | undefined>

async function readDataTable(host: Host, folder: string, want: WantedTable): Promise<Read> {
  const { file, place, data } = want
  const inMarkdown = <Facts>(about: Message<Facts>, facts: Facts, expected?: string): Read => ({
    value: undefined,
    diagnostics: [diagnose(about, facts, { file, place, expected })],
  })
  if ('text' in data) return tableOf(data.text, file, data.line - 1, want)
  const path = decodedPath(data.url)
  const target = await insideFolder(host, folder, path)
  if (target === undefined) return inMarkdown(outsideFolder, { path })
  if ((await host.kind(target)) !== 'file') {
    const near = nearest(path, await namesBeside(host, folder, path))
    return inMarkdown(missingData, { path, near }, near[0])
  }
  let bytes: Uint8Array
  try {
    bytes = await host.read(target)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return inMarkdown(unreadable, { path, reason })
  }
  if (bytes.length > MOST_BYTES)
    return inMarkdown(tooMuchData, { rows: countLines(bytes), columns: 1, most: MOST_CELLS })
  const { text, encoding } = decodedData(bytes)
  const table = await tableOf(text, path, 0, want)
  if (encoding === undefined) return table
  const told = diagnose(dataEncoding, { usedAt: placeOf(want), encoding }, at(path, 1))
  return { ...table, diagnostics: [told, ...table.diagnostics] }
}

/** @param above how many lines of the file stand before the data */
async function tableOf(text: string, path: string, above: number, want: WantedTable): Promise<Read> {
  const { options, file, place } = want
  const usedAt = placeOf(want)
  const { records, delimiter, fault } = await parseCsv(text, options.delimiter)
  if (fault) {
    const facts = { usedAt, unclosed: fault.kind === 'unclosed' }
    return { value: undefined, diagnostics: [diagnose(faultyQuotes, facts, at(path, fault.line + above))] }
  }
  const [first] = records
  if (!first) return { value: undefined, diagnostics: [diagnose(emptyData, { usedAt }, at(path, 1 + above))] }
  const width = widthOf(records)
  const names = Array.from({ length: width }, (_, column) => first.cells[column] ?? '')
  const chosen = chosenColumns(options.columns, names)
  if ('unknown' in chosen) {
    const known = names.map((name, column) => (options.header && name) || String(column + 1))
    const facts = { wanted: chosen.unknown, known, near: nearest(chosen.unknown, known) }
    return { value: undefined, diagnostics: [diagnose(unknownColumn, facts, { file, place })] }
  }
  if (records.length * chosen.length > MOST_CELLS) {
    const facts = { rows: records.length, columns: chosen.length, most: MOST_CELLS }
    return { value: undefined, diagnostics: [diagnose(tooMuchData, facts, { file, place })] }
  }
  const rows = records.map(({ cells }) => chosen.map((column) => cells[column] ?? ''))
  const ragged = raggedDiagnostic(records, delimiter, usedAt, (line) => at(path, line + above))
  return { value: dataTable(rows, options), diagnostics: ragged }
}

/** Empty cells at the end of a row are what a spreadsheet leaves behind: they are not counted. */
function lengthOf({ cells }: CsvRecord): number {
  return cells.findLastIndex((cell) => cell !== '') + 1
}

function widthOf(records: readonly CsvRecord[]): number {
  return records.reduce((most, record) => Math.max(most, lengthOf(record)), 0)
}

/** One message for all rows that are longer or shorter than the first: the first of them is shown. */
function raggedDiagnostic(
  records: readonly CsvRecord[],
  delimiter: string,
  usedAt: string,
  where: (line: number) => ReturnType<typeof at>,
): Diagnostic[] {
  const expected = records[0]?.cells.length ?? 0
  const ragged = records.filter((record) => record.cells.length < expected || lengthOf(record) > expected)
  const [first] = ragged
  if (!first) return []
  const shown = delimiter === '\t' ? 'tab' : `“${delimiter}”`
  const facts = { usedAt, expected, found: first.cells.length, delimiter: shown, more: ragged.length - 1 }
  return [diagnose(raggedRows, facts, where(first.line))]
}

function placeOf({ file, place }: WantedTable): string {
  return `${file}:${place?.start.line ?? 1}`
}

function at(file: string, line: number) {
  const point = { line, column: 1 }
  return { file, place: { start: point, end: point } }
}

function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (const byte of bytes) if (byte === 0x0a) lines++
  return lines
}

/** UTF-8, or UTF-16 that says so; what is neither is taken for what Windows wrote before there was UTF-8. */
function decodedData(bytes: Uint8Array): { readonly text: string; readonly encoding?: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}
