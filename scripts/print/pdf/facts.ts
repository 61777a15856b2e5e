/** What a file really holds, for the checks. */
import type { Destination, PdfFacts } from '../../model.ts'
import { objectText, type PdfObjects } from './reader.ts'
import { pageTexts } from './text.ts'

export function pdfFacts(pdf: PdfObjects): PdfFacts {
  const order = new Map(pdf.pages.map((number, page) => [number, page]))
  const destinations = new Map<string, Destination>()
  for (const entry of destinationEntries(pdf)) {
    const page = order.get(entry.page)
    if (page !== undefined) destinations.set(entry.name, { page, x: entry.x, y: entry.y })
  }
  return { pages: pdf.pages.length, texts: pageTexts(pdf), destinations }
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
export function decodeName(name: string): string {
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
