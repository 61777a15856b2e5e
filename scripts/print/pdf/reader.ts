/**
 * Reads the objects of a PDF and finds its pages. Made for what Chromium
 * writes (a classic cross-reference table, plain objects); anything else is a fault of the program and throws.
 */
import type { MarkedPage } from './text.ts'

export interface PdfObjects {
  readonly bytes: Uint8Array
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
  /** What was read once and for all. */
  readonly cache: PdfCache
}

interface PdfCache {
  /** Data of streams by object number. */
  readonly inflated: Map<number, Uint8Array>
  texts: readonly MarkedPage[] | undefined
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
    bytes,
    text,
    offsets,
    crossReference,
    trailer,
    root: number('Root'),
    info: number('Info'),
    size: number('Size'),
    pages: [] as number[],
    cache: { inflated: new Map<number, Uint8Array>(), texts: undefined },
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
      const entry = text.slice(rows + row * 20, rows + row * 20 + 18)
      if (entry.endsWith('n')) offsets.set(first + row, Number(entry.slice(0, 10)))
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

/** An entry of a page that it may have from a node above it, as written; what it points to, if it is a reference. */
export function inherited(pdf: PdfObjects, page: number, key: string): string {
  for (let node: number | undefined = page; node !== undefined; ) {
    const text = objectText(pdf, node)
    const at = text.indexOf(`/${key}`)
    if (at >= 0) {
      const value = text.slice(at + key.length + 1).trimStart()
      const reference = /^(\d+) 0 R/.exec(value)?.[1]
      return reference === undefined ? value : objectText(pdf, Number(reference))
    }
    const parent = /\/Parent (\d+) 0 R/.exec(text)?.[1]
    node = parent === undefined ? undefined : Number(parent)
  }
  return ''
}

function found(pattern: RegExp, text: string, what: string): string {
  const match = pattern.exec(text)?.[1]
  if (match === undefined) throw new Error(`PDF: ${what} not found`)
  return match
}
