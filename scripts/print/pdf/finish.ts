/**
 * Finishes the PDF the browser wrote: whose work it is, page labels, destinations at the right place, bookmarks, what
 * is a note and what is no part of the text. Objects that need nothing are copied byte for byte.
 */
import type { Footnote, InsertedPage, PageMap } from '../../model.ts'
import type { PageMargins } from '../geometry.ts'
import { markArtifacts } from './artifacts.ts'
import { mendDestinations } from './destinations.ts'
import { mapRoles, tagFigures } from './figures.ts'
import { insertPages } from './inserted-pages.ts'
import { tagLists } from './lists.ts'
import { type PdfMetadata, writeMetadata } from './metadata.ts'
import { tagNotes } from './notes.ts'
import { tidyOutline } from './outline.ts'
import type { PdfObjects } from './reader.ts'
import { readStructure } from './structure.ts'
import { PdfChanges } from './write.ts'

export interface Finishing extends PdfMetadata {
  readonly margins: PageMargins
  readonly footnotes: readonly Footnote[]
  /** Headings of deeper levels have no bookmarks, 1 to 6. */
  readonly bookmarkDepth: number
  /** Pages of other PDFs. */
  readonly inserted: readonly InsertedPage[]
}

interface Finished {
  readonly bytes: Uint8Array
  /** Pages of other files that have no place in this one. */
  readonly lost: readonly InsertedPage[]
}

/** @param pdf as printed */
export async function finishPdf(pdf: PdfObjects, map: PageMap, finishing: Finishing): Promise<Finished> {
  const changes = new PdfChanges(pdf)
  markArtifacts(pdf, changes)
  writeMetadata(pdf, changes, map, finishing)
  mendDestinations(pdf, changes, map, finishing.margins)
  const structure = readStructure(pdf, changes)
  if (structure) {
    tagFigures(structure)
    tagLists(structure)
    const calls = tagNotes(structure, finishing.footnotes)
    tidyOutline(structure, finishing.bookmarkDepth, calls)
    mapRoles(structure)
  }
  const lost = await insertPages(pdf, changes, finishing.inserted)
  return { bytes: changes.write(), lost }
}
