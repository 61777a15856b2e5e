/**
 * Finishes the PDF the browser wrote: title, author, dates, language, page labels, and destinations at the right
 * height. All in one incremental update, so that what the browser wrote stays as it is, byte for byte.
 */
import { createHash } from 'node:crypto'
import type { PageMap } from '../../model.ts'
import { DESTINATION, destinationsObject, objectText, type PdfObjects, readPdf } from './reader.ts'

export interface PdfMetadata {
  readonly title: string
  readonly author: string
  readonly keywords: readonly string[]
  /** BCP 47, e.g. `id`. */
  readonly language: string
  readonly date: Date
  /** Of the page, in pt. */
  readonly topMargin: number
}

export function finishPdf(bytes: Uint8Array, map: PageMap, metadata: PdfMetadata): Uint8Array {
  const pdf = readPdf(bytes)
  const date = pdfDate(metadata.date)
  const body = withFixedDates(bytes, pdf, date)
  const xmp = pdf.size
  const updates: [number, Buffer][] = [
    [pdf.root, latin1(catalogue(pdf, xmp, map, metadata.language))],
    [pdf.info, latin1(information(pdf.info, metadata, date))],
    [xmp, xmpStream(xmp, metadata)],
    ...destinations(pdf, metadata.topMargin),
  ]
  return append(body, pdf, updates)
}

/** The browser reckons the height of a link's target from the page area and not from the paper: links landed too high. */
function destinations(pdf: PdfObjects, topMargin: number): [number, Buffer][] {
  const number = destinationsObject(pdf)
  if (number === undefined) return []
  const mended = objectText(pdf, number).replace(
    DESTINATION,
    (whole, _name, _page, _x, y: string) =>
      `${whole.slice(0, whole.length - y.length)}${Math.max(0, Number(y) - topMargin).toFixed(2)}`,
  )
  return [[number, latin1(`${mended.trimEnd()}\nendobj\n`)]]
}

/** The dates are the only thing in which two runs of the browser differ. */
function withFixedDates(bytes: Uint8Array, pdf: PdfObjects, date: string): Buffer {
  const body = Buffer.from(bytes)
  const from = pdf.offsets.get(pdf.info) ?? 0
  const fixed = objectText(pdf, pdf.info).replace(/D:\d{14}[^)]*/g, (found) =>
    date.padEnd(found.length).slice(0, found.length),
  )
  body.write(fixed, from, 'latin1')
  return body
}

function catalogue(pdf: PdfObjects, xmp: number, map: PageMap, language: string): string {
  const own = objectText(pdf, pdf.root)
    .replace(/\/Lang\s*\([^)]*\)/, '')
    .trimEnd()
  const added = `/Lang (${language}) /Metadata ${xmp} 0 R /PageLabels << /Nums [ ${pageLabels(map)} ] >> /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >>`
  return `${own.replace(/>>$/, '')}${added} >>\nendobj\n`
}

const ROMAN = /^[ivxlcdm]+$/

/** The labels a viewer shows beside its page field: runs of i, ii … and 1, 2 …; an uncounted page has none. */
export function pageLabels({ pages }: PageMap): string {
  const runs: string[] = []
  let style = ''
  for (const [at, { label }] of pages.entries()) {
    const next = label === '' ? ' ' : ROMAN.test(label) ? '/r' : /^\d+$/.test(label) ? '/D' : '/R'
    if (next === style && (next === ' ' || label !== '1')) continue
    style = next
    runs.push(`${at} << ${next === ' ' ? '' : `/S ${next} /St ${labelStart(pages, at)}`} >>`)
  }
  return runs.join(' ')
}

/** A run begins with the number its first page has among the pages of its style. */
function labelStart(pages: PageMap['pages'], at: number): number {
  const label = pages[at]?.label ?? ''
  if (/^\d+$/.test(label)) return Number(label)
  let start = 1
  for (let before = at - 1; before >= 0 && /^[ivxlcdm]+$/i.test(pages[before]?.label ?? ''); before--) start++
  return start
}

function information(number: number, metadata: PdfMetadata, date: string): string {
  const fields = [
    `/Title ${utf16(metadata.title)}`,
    `/Author ${utf16(metadata.author)}`,
    `/Keywords ${utf16(metadata.keywords.join(', '))}`,
    '/Creator (Naskah)',
    '/Producer (Skia/PDF)',
    `/CreationDate (${date})`,
    `/ModDate (${date})`,
  ]
  return `${number} 0 obj\n<< ${fields.join(' ')} >>\nendobj\n`
}

function xmpStream(number: number, { title, author, keywords, language, date }: PdfMetadata): Buffer {
  const when = `${date.toISOString().slice(0, 19)}Z`
  const subjects = keywords.map((keyword) => `<rdf:li>${escapeXml(keyword)}</rdf:li>`).join('')
  const xml = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language><dc:subject><rdf:Bag>${subjects}</rdf:Bag></dc:subject><xmp:CreatorTool>Naskah</xmp:CreatorTool><xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate><pdf:Producer>Skia/PDF</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
  const data = Buffer.from(xml)
  const head = `${number} 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${data.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')])
}

function append(body: Buffer, pdf: PdfObjects, updates: readonly [number, Buffer][]): Buffer {
  const parts: Buffer[] = [body, Buffer.from('\n')]
  let position = body.length + 1
  const rows = updates.map(([number, data]) => {
    const row = { number, offset: position }
    parts.push(data)
    position += data.length
    return row
  })
  rows.sort((a, b) => a.number - b.number)
  const table = rows.map(
    ({ number, offset }) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  const id = createHash('md5')
    .update(body)
    .update(Buffer.concat(updates.map(([, data]) => data)))
    .digest('hex')
    .toUpperCase()
  const trailer = `trailer\n<< /Size ${pdf.size + 1} /Root ${pdf.root} 0 R /Info ${pdf.info} 0 R /Prev ${pdf.crossReference} /ID [<${id}><${id}>] >>`
  parts.push(Buffer.from(`xref\n${table.join('')}${trailer}\nstartxref\n${position}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** `D:20240131120000+00'00'` */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+00'00'`
}

function utf16(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
