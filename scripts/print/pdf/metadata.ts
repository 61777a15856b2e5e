/** Says whose work the file is: title, author, dates, language, in the catalogue and for older readers beside it. */
import type { PageMap } from '../../model.ts'
import { pageLabels } from './page-labels.ts'
import type { PdfObjects } from './reader.ts'
import type { PdfChanges } from './write.ts'
import { xmpPacket } from './xmp.ts'

export interface PdfMetadata {
  readonly title: string
  readonly author: string
  readonly keywords: readonly string[]
  /** BCP 47, e.g. `id`. */
  readonly language: string
  readonly date: Date
}

export function writeMetadata(
  pdf: PdfObjects,
  changes: PdfChanges,
  map: PageMap,
  metadata: PdfMetadata,
): void {
  const xmp = changes.stream('/Type /Metadata\n/Subtype /XML', Buffer.from(xmpPacket(metadata)))
  changes.replace(pdf.info, `${pdf.info} 0 obj\n${information(metadata)}`)
  const own = changes
    .text(pdf.root)
    .replace(/\/Lang\s*\([^)]*\)|\/ViewerPreferences\s*<<[^>]*>>/g, '')
    .trimEnd()
    .replace(/>>$/, '')
  const entries = [
    `/Lang (${metadata.language})`,
    `/Metadata ${xmp} 0 R`,
    `/PageLabels << /Nums [ ${pageLabels(map)} ] >>`,
    '/PageMode /UseOutlines',
    '/ViewerPreferences << /DisplayDocTitle true >>',
  ]
  changes.replace(pdf.root, `${own}${entries.join('\n')}>>`)
}

function information(metadata: PdfMetadata): string {
  const date = pdfDate(metadata.date)
  const fields = [
    `/Title ${textString(metadata.title)}`,
    `/Author ${textString(metadata.author)}`,
    `/Keywords ${textString(metadata.keywords.join(', '))}`,
    '/Creator (Naskah)',
    '/Producer (Skia/PDF)',
    `/CreationDate (${date})`,
    `/ModDate (${date})`,
  ]
  return `<<${fields.join('\n')}>>`
}

/** `D:20240131120000+00'00'` */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`
}

/** Text as the format writes it when it is more than ASCII. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
