/**
 * Reads the few things of a PDF that the checks need: pages, named destinations, the catalogue. Made for what Chromium
 * writes (a classic cross-reference table, plain objects); anything else is a fault of the program and throws.
 */
import type { Destination, PdfFacts } from '../../model.ts'

export interface PdfObjects {
  /** The file, one character a byte. */
  readonly text: string
  /** Byte offset of each object by number. */
  readonly offsets: ReadonlyMap<number, number>
  /** Byte offset of the cross-reference table. */
  readonly crossReference: number
  readonly trailer: string
  readonly root: number
  readonly info: number
  readonly size: number
  /** Object numbers of the pages, in order. */
  readonly pages: readonly number[]
}

/** The text of an object, from `n 0 obj` to `endobj`. */
export function objectText(pdf: PdfObjects, number: number): string {
  const from = pdf.offsets.get(number)
  if (from === undefined) throw new Error(`PDF: there is no object ${number}`)
  return pdf.text.slice(from, pdf.text.indexOf('endobj', from))
}

export function readPdf(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const crossReference = Number(
    found(/^\s*(\d+)/, text.slice(text.lastIndexOf('startxref') + 9), 'startxref'),
  )
  const offsets = readOffsets(text, crossReference)
  const trailer = text.slice(text.indexOf('trailer', crossReference))
  const number = (key: string) => Number(found(new RegExp(`/${key} (\\d+)`), trailer, key))
  const pdf = {
    text,
    offsets,
    crossReference,
    trailer,
    root: number('Root'),
    info: number('Info'),
    size: number('Size'),
    pages: [] as number[],
  }
  const tree = Number(found(/\/Pages (\d+)/, objectText(pdf, pdf.root), 'Pages'))
  pdf.pages.push(...leaves(pdf, tree))
  return pdf
}

function readOffsets(text: string, from: number): Map<number, number> {
  if (!text.startsWith('xref', from)) throw new Error('PDF: no cross-reference table where it should be')
  const offsets = new Map<number, number>()
  const header = /\s*(\d+) (\d+)\s+/y
  header.lastIndex = from + 4
  for (let match = header.exec(text); match; match = header.exec(text)) {
    const [first, count] = [Number(match[1]), Number(match[2])]
    const rows = header.lastIndex
    for (let row = 0; row < count; row++) {
      offsets.set(first + row, Number(text.slice(rows + row * 20, rows + row * 20 + 10)))
    }
    header.lastIndex = rows + count * 20
  }
  return offsets
}

function leaves(pdf: PdfObjects, number: number): number[] {
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objectText(pdf, number))
  if (!kids?.[1]) return [number]
  return [...kids[1].matchAll(/(\d+) 0 R/g)].flatMap((kid) => leaves(pdf, Number(kid[1])))
}

/** What the finished file really holds. */
export function pdfFacts(pdf: PdfObjects): PdfFacts {
  const order = new Map(pdf.pages.map((number, page) => [number, page]))
  const destinations = new Map<string, Destination>()
  for (const entry of destinationEntries(pdf)) {
    const page = order.get(entry.page)
    if (page !== undefined) destinations.set(entry.name, { page, x: entry.x, y: entry.y })
  }
  return { pages: pdf.pages.length, destinations }
}

export const DESTINATION = /\/(\S+)\s*\[\s*(\d+) 0 R\s*\/XYZ\s+(-?[\d.]+)\s+(-?[\d.]+)/g

/** The number of the object that holds the named destinations, if any link of the document has one. */
export function destinationsObject(pdf: PdfObjects): number | undefined {
  const match = /\/Dests (\d+)/.exec(objectText(pdf, pdf.root))
  return match?.[1] === undefined ? undefined : Number(match[1])
}

function destinationEntries(pdf: PdfObjects) {
  const dictionary = destinationsObject(pdf)
  if (dictionary === undefined) return []
  return [...objectText(pdf, dictionary).matchAll(DESTINATION)].map(([, name = '', page, x, y]) => ({
    name: decodeName(name),
    page: Number(page),
    x: Number(x),
    y: Number(y),
  }))
}

/** `#C3#A9` in a PDF name is a byte of UTF-8; the browser percent-encodes anchors before that. */
function decodeName(name: string): string {
  const bytes = Buffer.from(
    name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes
  }
}

function found(pattern: RegExp, text: string, what: string): string {
  const match = pattern.exec(text)?.[1]
  if (match === undefined) throw new Error(`PDF: ${what} not found`)
  return match
}
