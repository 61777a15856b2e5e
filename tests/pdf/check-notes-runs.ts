/** Every run of text of a page by itself, as pdfjs reads it: lines that stand on each other are not joined. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { DRAWN_WORD } from './random-thesis-oddities.ts'

/** Lengths in pt from the paper's left and top edge. */
export interface SetRun {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

export interface SetPage {
  readonly height: number
  /** From top to bottom, without the words of drawings. */
  readonly runs: readonly SetRun[]
}

export async function readRuns(document: PDFDocumentProxy): Promise<SetPage[]> {
  const pages: SetPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item): SetRun[] => {
      if (!('str' in item) || item.str.trim() === '' || item.str.includes(DRAWN_WORD)) return []
      const [, , , size = 0, left = 0, y = 0] = item.transform as number[]
      return [{ text: item.str, left, right: left + item.width, baseline: height - y, size }]
    })
    pages.push({ height, runs: runs.sort((a, b) => a.baseline - b.baseline || a.left - b.left) })
  }
  return pages
}
