/** Reads what must be known of a PDF whose pages are set in: how many there are, and how large each is seen. */
import type { PdfPage } from '../model.ts'

/** The pages of a PDF, or why there are none. */
type Found = { readonly pages: readonly PdfPage[] } | { readonly fault: 'broken' | 'locked' }

export async function pdfPages(data: Uint8Array): Promise<Found> {
  // Half a second to load, and few theses need it.
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  try {
    const file = await PDFDocument.load(data, { ignoreEncryption: true, updateMetadata: false })
    if (file.isEncrypted) return { fault: 'locked' }
    const pages = file.getPages().map((page, at): PdfPage => {
      const { width, height } = page.getCropBox()
      const turned = Math.abs(page.getRotation().angle) % 180 === 90
      return turned ? { number: at + 1, width: height, height: width } : { number: at + 1, width, height }
    })
    return pages.length > 0 && pages.every(({ width, height }) => width > 0 && height > 0)
      ? { pages }
      : { fault: 'broken' }
  } catch {
    return { fault: 'broken' }
  }
}

/**
 * The pages that an address asks for: `surat.pdf#page=2`, `#page=1-3`; all without.
 * @returns undefined when one of them is not there
 */
export function chosenPages(pages: readonly PdfPage[], wanted: string | undefined): PdfPage[] | undefined {
  if (wanted === undefined) return [...pages]
  const [, first, last = first] = /^(\d+)(?:[-–](\d+))?$/.exec(wanted) ?? []
  const [from, to] = [Number(first), Number(last)]
  return from >= 1 && to >= from && to <= pages.length ? pages.slice(from - 1, to) : undefined
}
