/**
 * Puts pages of other PDFs where the browser printed their marks: each mark is an image of its own, and in its place
 * comes a form that shows the page. Everything in it stays what it was: text can be searched, lines are sharp.
 */
import type { InsertedPage } from '../../model.ts'
import type { PdfObjects } from './reader.ts'
import { streamData } from './streams.ts'
import type { PdfChanges } from './write.ts'

/** How Skia writes the image of a mark. */
const MARK = '/Subtype /Image\n/Width 4\n/Height 4\n'

/** @returns the pages that could not be set in */
export async function insertPages(
  pdf: PdfObjects,
  changes: PdfChanges,
  pages: readonly InsertedPage[],
): Promise<readonly InsertedPage[]> {
  if (pages.length === 0) return []
  const marks = marksIn(pdf)
  const found = pages.flatMap((page) => {
    const image = marks.get(Buffer.from(page.mark).toString('hex'))
    return image === undefined ? [] : [{ ...page, image }]
  })
  const files = new Map<Uint8Array, (InsertedPage & { readonly image: number })[]>()
  for (const page of found) files.set(page.data, [...(files.get(page.data) ?? []), page])
  const lost: InsertedPage[] = pages.filter((page) => !found.some(({ mark }) => mark === page.mark))
  for (const [data, wanted] of files) {
    // Whatever is wrong in somebody's file: what it shows is missing, and that is told.
    await insertFrom(data, wanted, changes).catch(() => lost.push(...wanted))
  }
  return lost
}

/** Object numbers of the images of marks, by their colours. */
function marksIn(pdf: PdfObjects): Map<string, number> {
  const marks = new Map<string, number>()
  for (let at = pdf.text.indexOf(MARK); at >= 0; at = pdf.text.indexOf(MARK, at + 1)) {
    const number = Number(/(\d+) 0 obj\s*<<[^>]*$/.exec(pdf.text.slice(Math.max(0, at - 80), at))?.[1])
    const colours = pdf.offsets.has(number) ? streamData(pdf, number) : undefined
    if (colours) marks.set(Buffer.from(colours).toString('hex'), number)
  }
  return marks
}

async function insertFrom(
  data: Uint8Array,
  wanted: readonly (InsertedPage & { readonly image: number })[],
  changes: PdfChanges,
): Promise<void> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const source = await PDFDocument.load(data, { updateMetadata: false })
  const target = await PDFDocument.create({ updateMetadata: false })
  // What it adds from here on has the numbers it is to have in the thesis.
  const first = changes.size
  target.context.largestObjectNumber = first - 1
  const all = wanted.map((one) => ({ ...one, from: source.getPage(one.page - 1) }))
  // A page that shows nothing has nothing to be embedded.
  const [full, empty] = [true, false].map((has) =>
    all.filter(({ from }) => (from.node.Contents() !== undefined) === has),
  )
  for (const { image } of empty ?? [])
    changes.stream('/Type /XObject /Subtype /Form /BBox [0 0 1 1]', Buffer.of(), image)
  const shown = full ?? []
  const pages = shown.map(({ from }) => from)
  const boxes = pages.map((page) => {
    const { x, y, width, height } = page.getCropBox()
    return { left: x, bottom: y, right: x + width, top: y + height }
  })
  const embedded = await target.embedPages(pages, boxes)
  await target.flush()
  for (const [reference, object] of target.context.enumerateIndirectObjects()) {
    if (reference.objectNumber < first) continue
    const bytes = new Uint8Array(object.sizeInBytes())
    object.copyBytesInto(bytes, 0)
    changes.addBytes(reference.objectNumber, bytes)
  }
  for (const [at, { image }] of shown.entries()) {
    const [form, page] = [embedded[at], pages[at]]
    if (!form || !page) continue
    const { width, height } = page.getCropBox()
    const matrix = unitSquare(width, height, page.getRotation().angle).map(decimal).join(' ')
    const entries = `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</P ${form.ref.objectNumber} 0 R>>>>`
    changes.stream(entries, Buffer.from(`q ${matrix} cm /P Do Q`), image)
  }
}

/** From a page of a size, turned clockwise as it says, to the square of 1 by 1 that an image fills. */
function unitSquare(width: number, height: number, angle: number): number[] {
  const [across, up] = [1 / width, 1 / height]
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return [0, -across, up, 0, 0, 1]
    case 180:
      return [-across, 0, 0, -up, 1, 1]
    case 270:
      return [0, across, -up, 0, 1, 0]
    default:
      return [across, 0, 0, up, 0, 0]
  }
}

function decimal(value: number): string {
  return value.toFixed(10).replace(/\.?0+$/, '')
}
