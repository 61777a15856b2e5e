/**
 * Page numbers, running heads and a draft's watermark are no part of the text, and a tagged file has to say so
 * (ISO 32000-1, 14.8.2.2). Chromium paints them first on a page, and marks the rest.
 */
import { deflateSync } from 'node:zlib'
import type { PdfObjects } from './reader.ts'
import { contentsObject, readContents } from './streams.ts'
import type { PdfChanges } from './write.ts'

export function markArtifacts(pdf: PdfObjects, changes: PdfChanges): void {
  const contents = readContents(pdf)
  for (const [index, page] of pdf.pages.entries()) {
    const number = contentsObject(pdf, page)
    const content = number === undefined ? undefined : contents[index]
    const marked = content && withArtifact(content)
    // One after the other: what packing them at the same time saves, its streams cost twice over.
    if (marked) changes.stream('/Filter /FlateDecode', deflateSync(marked), number)
  }
}

/** The page's own scale, before anything is painted. */
const SCALE = /^\s*[\d.]+ 0 0 -[\d.]+ 0 [\d.]+ cm\n/
const MARKED = /^(?:EMC|.*\b(?:BDC|BMC|MP|DP))$/m
const PAINTS = /^(?:[fFSsBb]\*?|.*\b(?:Tj|TJ|Do|sh))$/m

/**
 * @param content of a page
 * @returns undefined when there is nothing to mark, or a page that is built in another way than Chromium's
 */
export function withArtifact(content: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1')
  const from = SCALE.exec(text)?.[0].length
  const to = from === undefined ? undefined : firstMarkedGroup(text)
  if (from === undefined || to === undefined || !PAINTS.test(text.slice(from, to))) return undefined
  return Buffer.from(
    `${text.slice(0, from)}/Artifact <</Type /Pagination>> BDC\n${text.slice(from, to)}EMC\n${text.slice(to)}`,
    'latin1',
  )
}

/** Where the group begins that holds the first marked content; the end when all is unmarked. */
function firstMarkedGroup(text: string): number | undefined {
  const mark = MARKED.exec(text)
  const before = mark ? text.slice(0, mark.index) : text
  let depth = 0
  let start = 0
  for (const { 0: operator, index } of before.matchAll(/^[qQ]$/gm)) {
    if (operator === 'Q') depth--
    else if (depth++ === 0) start = index
  }
  if (!mark) return depth === 0 ? text.length : undefined
  return depth > 0 ? start : undefined
}
