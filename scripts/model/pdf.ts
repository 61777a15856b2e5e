/** The printed file, and what it really holds. */
import type { PageMap } from './pages.ts'

/** What the finished PDF really holds, read back from its bytes. */
export interface PdfFacts {
  readonly pages: number
  /** What each page shows, in the order it is painted. */
  readonly texts: readonly PageText[]
  /** Anchors that some link of the document targets. */
  readonly destinations: ReadonlyMap<string, Destination>
}

/** The words of a page. Lengths in pt from the paper's upper left corner. */
export interface PageText {
  readonly width: number
  readonly height: number
  readonly runs: readonly TextRun[]
}

/** Letters painted at once; `x` is where they begin, `y` their baseline. */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly y: number
  /** pt */
  readonly size: number
}

/** `page` counts from 0; `x` and `y` in pt from the page's lower left corner, as PDF has it. */
export interface Destination {
  readonly page: number
  readonly x: number
  readonly y: number
}

/** The finished file and what was read back from it. */
export interface Pdf {
  readonly bytes: Uint8Array
  readonly facts: PdfFacts
  readonly map: PageMap
}
