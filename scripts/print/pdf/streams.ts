/** The data of stream objects, inflated once for everyone who reads them. */
import { inflateSync } from 'node:zlib'
import { objectText, type PdfObjects } from './reader.ts'

/** @returns undefined when the object is no stream, or one packed in a way Chromium does not use for text */
export function streamData(pdf: PdfObjects, number: number): Uint8Array | undefined {
  const known = pdf.cache.inflated.get(number)
  if (known) return known
  const from = pdf.offsets.get(number) ?? 0
  const head = /^([\s\S]*?)>>\s*stream\r?\n/.exec(pdf.text.slice(from, from + 4096))
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head?.[1] ?? '')?.[1])
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(head?.[1] ?? '')?.[1]
  if (!head || Number.isNaN(length) || (filter !== undefined && filter !== 'FlateDecode')) return undefined
  const start = from + head[0].length
  const packed = pdf.bytes.subarray(start, start + length)
  const data = filter === undefined ? packed : inflateSync(packed)
  pdf.cache.inflated.set(number, data)
  return data
}

/** The number of the stream with what a page shows; undefined for an empty page, or one of several streams. */
export function contentsObject(pdf: PdfObjects, page: number): number | undefined {
  const number = /\/Contents (\d+) 0 R/.exec(objectText(pdf, page))?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The content stream of each page, in order; empty where there is none. */
export function readContents(pdf: PdfObjects): Uint8Array[] {
  return pdf.pages.map((page) => {
    const number = contentsObject(pdf, page)
    return (number === undefined ? undefined : streamData(pdf, number)) ?? new Uint8Array()
  })
}
