/**
 * Pages of a PDF, set in: the browser prints a mark in their place, and the page itself is put there when the file is
 * finished (`print/pdf/inserted-pages.ts`). Where it stands and how large it is the browser alone decides.
 */
import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import type { ImageFile, InsertedPage, Language, PdfPage } from '../model.ts'
import { element } from './elements.ts'

/** Of a mark, in px: its 16 colours hold the 32 bytes that tell it from all others. */
const SIDE = 4

const SHOWN_AS: Readonly<Record<Language, (at: number, count: number) => string>> = {
  id: (at, count) => `halaman ${at} dari ${count}`,
  en: (at, count) => `page ${at} of ${count}`,
}

/** @param name what the pages are, for those who cannot see them */
export function pdfPageBoxes(image: ImageFile, name: string, language: Language): Element[] {
  const pages = image.pages ?? []
  const digest = digestOf(image)
  return pages.map((page, at) => {
    const { width, height } = page
    const alt = `${name ? `${name}, ` : ''}${SHOWN_AS[language](at + 1, pages.length)}`
    const ratio = Math.round((width / height) * 1e4) / 1e4
    const style = `width:min(100%,calc(var(--pdf-room)*${ratio}));aspect-ratio:${ratio}`
    const src = addressOf(markOf(digest, page))
    const className = width > height ? ['pdf-page', 'landscape'] : ['pdf-page']
    return element('div', { className, dataLabel: alt }, [element('img', { src, alt, style })])
  })
}

/** The pages whose marks stand in the document. @param html its sections */
export function insertedPages(images: Iterable<ImageFile>, html: readonly string[]): InsertedPage[] {
  const shown = new Set(html.flatMap((section) => section.match(MARK) ?? []))
  return [...images].flatMap((image) => {
    if (!image.pages) return []
    const digest = digestOf(image)
    const pages = image.pages.map((page) => ({
      mark: markOf(digest, page),
      data: image.data,
      page: page.number,
    }))
    return pages.filter(({ mark }) => shown.has(addressOf(mark)))
  })
}

/** The address of a mark, as it stands in HTML. */
const MARK = /data:image\/bmp;base64,[A-Za-z\d+/=]+/g

function digestOf({ data }: ImageFile): Buffer {
  return createHash('sha256').update(data).digest()
}

function addressOf(mark: Uint8Array): string {
  return `data:image/bmp;base64,${bitmap(mark).toString('base64')}`
}

/** The colours of a mark, three bytes each, row by row from the top. */
function markOf(file: Buffer, { number }: PdfPage): Uint8Array {
  const digest = createHash('sha256').update(file).update(`page ${number}`).digest()
  const colours = SIDE * SIDE
  return Uint8Array.from({ length: colours * 3 }, (_, at) => digest[at % digest.length] ?? 0)
}

/** A Windows bitmap: the simplest picture a browser reads. */
function bitmap(mark: Uint8Array): Buffer {
  const head = 54
  const file = Buffer.alloc(head + mark.length)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(head, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(SIDE, 18)
  // Negative: the rows stand from top to bottom.
  file.writeInt32LE(-SIDE, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let at = 0; at < mark.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = mark.subarray(at, at + 3)
    file.set([blue, green, red], head + at)
  }
  return file
}
