/** Reads a PDF back with pdfjs, in the units people measure a page with. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const PT_PER_CM = 72 / 2.54

/** A run of text on one baseline. Lengths in cm from the paper's left and top edge. */
export interface ReadLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** pt */
  readonly size: number
  /** As embedded, e.g. `Tinos-Bold`. */
  readonly fonts: readonly string[]
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly label: string
  /** From top to bottom. */
  readonly lines: readonly ReadLine[]
}

export interface ReadPdf {
  readonly document: PDFDocumentProxy
  readonly pages: readonly ReadPage[]
}

interface Run {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly font: string
}

export async function readPdfFile(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const labels = (await document.getPageLabels()) ?? []
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    // Fonts are known once the page's operators were read.
    await page.getOperatorList()
    const content = await page.getTextContent()
    const runs = content.items.flatMap((item): Run[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      const font = page.commonObjs.has(item.fontName) ? String(page.commonObjs.get(item.fontName).name) : ''
      const left = x / PT_PER_CM
      const right = (x + item.width) / PT_PER_CM
      const name = font.replace(/^[A-Z]{6}\+/, '')
      return [{ text: item.str, left, right, baseline: (height - y) / PT_PER_CM, size, font: name }]
    })
    pages.push({
      width: width / PT_PER_CM,
      height: height / PT_PER_CM,
      label: labels[number - 1] ?? '',
      lines: linesOf(runs),
    })
  }
  return { document, pages }
}

/** Runs whose baselines differ by less than 1 mm are one line; a gap wider than half a letter is a blank. */
function linesOf(runs: readonly Run[]): ReadLine[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].baseline - run.baseline) < 0.1) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => {
    row.sort((a, b) => a.left - b.left)
    let text = ''
    for (const [at, run] of row.entries()) {
      const before = row[at - 1]
      text += before && run.left - before.right > 0.05 ? ` ${run.text}` : run.text
    }
    const [first] = row
    return {
      text: text.replace(/\s+/g, ' ').trim(),
      left: Math.min(...row.map((run) => run.left)),
      right: Math.max(...row.map((run) => run.right)),
      baseline: first?.baseline ?? 0,
      size: first?.size ?? 0,
      fonts: [...new Set(row.map((run) => run.font))],
    }
  })
}

/** The text of a page without the number in its margin. */
export function bodyLines(
  page: ReadPage,
  margins: { readonly top: number; readonly bottom: number },
): ReadLine[] {
  return page.lines.filter(
    ({ baseline }) => baseline > margins.top && baseline < page.height - margins.bottom + 0.2,
  )
}
