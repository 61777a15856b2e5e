/** Writes small PDF files by hand, in the form Chromium's have. */
import { type PdfObjects, readPdf } from '../../../../scripts/print/pdf/reader.ts'

/** @param objects by number, without `n 0 obj` and `endobj`; 1 is the catalogue, 2 the information */
export function tinyPdf(objects: Readonly<Record<number, string>>): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = new Map<number, number>()
  for (const [number, value] of Object.entries(objects)) {
    offsets.set(Number(number), text.length)
    text += `${number} 0 obj\n${value}\nendobj\n`
  }
  const size = Math.max(...offsets.keys()) + 1
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `trailer\n<</Size ${size}\n/Root 1 0 R\n/Info 2 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${size}\n${rows.join('')}${trailer}`, 'latin1')
}

export function stream(data: string, entries = ''): string {
  return `<<${entries}\n/Length ${data.length}>> stream\n${data}\nendstream`
}

/** A file of one page of 200 x 300 pt; its fonts are `/F1` (two bytes a glyph) and `/F2` (one byte). */
export function pageWith(content: string, more: Readonly<Record<number, string>> = {}): PdfObjects {
  const map = 'beginbfrange <0001> <001A> <0061> endbfrange 1 beginbfchar <0020> <0020> endbfchar'
  const map1 = 'beginbfrange <01> <1A> <0041> endbfrange'
  return readPdf(
    tinyPdf({
      1: '<</Type /Catalog\n/Pages 3 0 R>>',
      2: '<</Title (x)>>',
      3: '<</Type /Pages\n/Kids [4 0 R]\n/MediaBox [0 0 200 300]\n/Resources 5 0 R>>',
      4: '<</Type /Page\n/Contents 8 0 R\n/Parent 3 0 R>>',
      5: '<</Font <</F1 6 0 R\n/F2 7 0 R>>\n/XObject <</X9 20 0 R>>>>',
      6: '<</Type /Font\n/Subtype /Type0\n/ToUnicode 9 0 R>>',
      7: '<</Type /Font\n/Subtype /Type3\n/ToUnicode 10 0 R>>',
      8: stream(content),
      9: stream(map),
      10: stream(map1),
      ...more,
    }),
  )
}
