/** A document printed by a real browser, and finished: what the tests of finishing look into. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { diskHost } from '../../scripts/host.ts'
import type { PageMap } from '../../scripts/model.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { type Finishing, finishPdf } from '../../scripts/print/pdf/finish.ts'
import { type PdfObjects, readPdf } from '../../scripts/print/pdf/reader.ts'

const PT_PER_CM = 72 / 2.54
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const call = (number: number) =>
  `<a class="note-call" id="call.${number}" href="#note.${number}" role="doc-noteref"><sup>${number}</sup></a>`
const note = (number: number, text: string) =>
  `<div class="note" id="note.${number}" role="doc-footnote"><p><a class="note-number" href="#call.${number}"><sup>${number}</sup></a> ${text}</p></div>`
const area = (...notes: string[]) =>
  `<div class="note-area"><div class="note-list">${notes.join('')}</div></div>`

/** As the page engine leaves it: an area in the middle of a paragraph (written by a script), between blocks, and in a table. */
const HTML = `<!doctype html><html lang="id"><head><title>Uji</title><style>
@page{size:A4;margin:4cm 3cm 3cm 4cm;@top-right{content:counter(page)}@bottom-center{content:"Kaki"}@top-left{content:"Judul Lari"}}
@page melintang{size:A4 landscape}
@media print{body{margin:0;font:10pt/1.2 serif;font-variant-ligatures:none}section+section{break-before:page}.lebar{page:melintang}}
.watermark{position:fixed;inset:0;z-index:-1}.note-area{float:left;width:100%}.blok{float:none}h2{width:9cm}.polos{list-style:none}
</style></head><body>
<div class="watermark" aria-hidden="true"><svg viewBox="0 0 100 100"><path d="M0 0L90 90" stroke="#ddd"/></svg></div>
<section id="bagian.satu"><h1 id="satu">BAB I<br> PENDAHULUAN${call(1)}</h1>
<p>Kata pertama${call(2)} dan <em>seterusnya</em>.</p>
<p id="belah">Alinea tiga terpotong oleh catatan di tengahnya dan berlanjut sesudahnya.</p>
<h2>1.1 Judul yang panjang sekali sehingga terlipat ke baris${call(3)} kedua dan lintas-batas</h2>
<h3>1.1.1 Anak</h3><h4>1.1.1.1 Cucu</h4><p>Isi, lihat <a href="#satu">Bab I</a>.</p><h2>1.2 “Kutipan” – é</h2>
<figure><img alt="Titik (hitam)" src="${DOT}" width="40" height="40"><figcaption>Gambar 1.1 Titik</figcaption></figure>
<figure><figcaption>Tabel 1.1 Angka${call(4)}</figcaption><table><thead><tr><th>Kepala</th><th>Nilai</th></tr></thead>
<tbody><tr><td>a</td><td>1</td></tr><tr><td colspan="2">${area(note(4, 'Catatan tabel.'))}</td></tr><tr><td>b</td><td></td></tr></tbody></table></figure>
<ul><li>butir satu</li><li>butir dua<ol><li>anak butir</li></ol></li></ul><ul class="polos"><li><p>polos</p></li></ul>
</section>
<section id="bagian.dua"><h1>BAB II</h1>
<div class="note-area blok"><div class="note-list"><div class="note continued" role="doc-footnote" lang="x-note-2"><p>terusan catatan dua.</p></div>${note(3, 'Catatan tiga.')}</div></div>
<p>Setengah <span style="opacity:.5">tembus</span> pandang.</p></section>
<section class="lebar"><h1>LAMPIRAN</h1><p>Melintang</p></section>
<section style="page-break-before:always"><h1>AKHIR</h1></section>
</body></html>`

/** The area in the middle of a paragraph. */
const AREA = area(note(1, 'Catatan judul.'), note(2, 'Catatan <em>dua</em>'))

const FOOTNOTES = [1, 2, 3, 4].map((number) => ({
  call: `call.${number}`,
  note: `note.${number}`,
  number: `${number}`,
}))
export const MARGINS = { top: 4 * PT_PER_CM, bottom: 3 * PT_PER_CM, left: () => 4 * PT_PER_CM }
export const FINISHING: Finishing = {
  title: 'Judul “uji”',
  author: 'Penulis',
  keywords: ['kata', 'kunci'],
  language: 'id',
  date: new Date(1_700_000_000_000),
  margins: MARGINS,
  footnotes: FOOTNOTES,
  bookmarkDepth: 3,
  inserted: [],
}

export interface FinishedFile {
  /** As the browser left it. */
  readonly printed: Uint8Array
  readonly map: PageMap
  readonly finished: Uint8Array
  /** The finished file as our reader has it, and as pdfjs has it: to be destroyed in the end. */
  readonly ours: PdfObjects
  readonly theirs: PDFDocumentProxy
}

export async function finishedFile(): Promise<FinishedFile> {
  const printed = await print()
  const pages = readPdf(printed).pages.map((_, at) => ({
    label: `${at + 1}`,
    position: undefined,
    section: '',
    landscape: at === 2,
    blank: false,
    letters: [],
    drawings: false,
    baselines: [],
  }))
  const map: PageMap = { pages, anchors: new Map(), slots: [], lateNotes: new Set() }
  const { bytes: finished } = await finishPdf(readPdf(printed), map, FINISHING)
  const theirs = await getDocument({ data: new Uint8Array(finished), verbosity: 0 }).promise
  return { printed, map, finished, ours: readPdf(finished), theirs }
}

async function print(): Promise<Uint8Array> {
  const { value: launched } = await launchBrowser(diskHost())
  if (!launched) throw new Error('there is no browser')
  try {
    await launched.page.setContent(HTML)
    await launched.page.evaluate((html) => {
      const text = document.querySelector('#belah')?.firstChild as Text
      const box = document.createElement('div')
      box.innerHTML = html
      text.parentNode?.insertBefore(box.firstElementChild as Element, text.splitText(22))
    }, AREA)
    return await launched.page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
  } finally {
    await launched.close()
  }
}
