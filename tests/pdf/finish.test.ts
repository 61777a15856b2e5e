/** A document printed by a real browser and finished: is it to other readers what it is to ours? */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { diskHost } from '../../scripts/host.ts'
import type { PageMap } from '../../scripts/model.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { pdfFacts } from '../../scripts/print/pdf/facts.ts'
import { type Finishing, finishPdf } from '../../scripts/print/pdf/finish.ts'
import { type PdfObjects, readPdf } from '../../scripts/print/pdf/reader.ts'
import { pageTexts } from '../../scripts/print/pdf/text.ts'

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

/** Word's own wording: what is read between which parts. */
const AREA = area(note(1, 'Catatan judul.'), note(2, 'Catatan <em>dua</em>'))

const FOOTNOTES = [1, 2, 3, 4].map((number) => ({
  call: `call.${number}`,
  note: `note.${number}`,
  number: `${number}`,
}))
const MARGINS = { top: 4 * PT_PER_CM, bottom: 3 * PT_PER_CM, left: () => 4 * PT_PER_CM }
const FINISHING: Finishing = {
  title: 'Judul “uji”',
  author: 'Penulis',
  keywords: ['kata', 'kunci'],
  language: 'id',
  date: new Date(1_700_000_000_000),
  margins: MARGINS,
  footnotes: FOOTNOTES,
  bookmarkDepth: 3,
}

let printed: Uint8Array
let map: PageMap
let finished: Uint8Array
let ours: PdfObjects
let theirs: PDFDocumentProxy

beforeAll(async () => {
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
    printed = await launched.page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
  } finally {
    await launched.close()
  }
  const pages = readPdf(printed).pages.map((_, at) => ({
    label: `${at + 1}`,
    position: undefined,
    section: '',
    landscape: at === 2,
    blank: false,
    letters: [],
    baselines: [],
  }))
  map = { pages, anchors: new Map(), slots: [], lateNotes: new Set() }
  finished = finishPdf(readPdf(printed), map, FINISHING)
  ours = readPdf(finished)
  theirs = await getDocument({ data: new Uint8Array(finished), verbosity: 0 }).promise
}, 30_000)

afterAll(() => theirs?.destroy())

const letters = (text: string) => [...text.replace(/\s+/g, '')].sort().join('')

describe('the file', () => {
  it('has every object where its table says, and every reference leads to one', () => {
    for (const [number, offset] of ours.offsets) {
      expect(ours.text.startsWith(`${number} 0 obj\n`, offset), `object ${number}`).toBe(true)
    }
    const plain = ours.text.replace(/ stream\n[\s\S]*?endstream/g, '')
    for (const [, number] of plain.matchAll(/(\d+) 0 R\b/g))
      expect(ours.offsets.has(Number(number)), number).toBe(true)
  })

  it('opens without a complaint', async () => {
    const complaints = vi.spyOn(console, 'log')
    const document = await getDocument({ data: new Uint8Array(finished), verbosity: 1 }).promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await Promise.all([page.getOperatorList(), page.getStructTree(), page.getAnnotations()])
    }
    await document.destroy()
    expect(complaints.mock.calls).toEqual([])
    complaints.mockRestore()
  })

  it('is the same when it is finished again', () => {
    expect(Buffer.compare(finishPdf(readPdf(printed), map, FINISHING), finished)).toBe(0)
  })

  it('is the same when the browser has counted its nodes from elsewhere', () => {
    const name = /\(node(\d{8})\)/g
    const text = Buffer.from(printed).toString('latin1')
    expect(text.match(name)?.length).toBeGreaterThan(4)
    const later = text.replace(
      name,
      (_, number: string) => `(node${String(Number(number) + 7).padStart(8, '0')})`,
    )
    expect(Buffer.compare(finishPdf(readPdf(Buffer.from(later, 'latin1')), map, FINISHING), finished)).toBe(0)
  })

  it('does not keep what was replaced', () => {
    expect(finished.length).toBeLessThan(printed.length * 1.15)
    expect(ours.text.match(/xref\n/g)).toHaveLength(2)
  })

  it('says whose work it is', async () => {
    const { info } = await theirs.getMetadata()
    expect(info).toMatchObject({
      Title: 'Judul “uji”',
      Author: 'Penulis',
      Keywords: 'kata, kunci',
      Language: 'id',
    })
    expect(ours.text).toContain(
      '<rdf:li xml:lang="x-default">Judul “uji”'.replace(/[“”]/g, (sign) =>
        Buffer.from(sign).toString('latin1'),
      ),
    )
  })
})

describe('the words', () => {
  it('are those that pdfjs reads, where pdfjs reads them', async () => {
    const texts = pageTexts(ours)
    expect(texts).toHaveLength(theirs.numPages)
    let compared = 0
    for (const [index, { runs, width, height }] of texts.entries()) {
      const page = await theirs.getPage(index + 1)
      const viewport = page.getViewport({ scale: 1 })
      expect([width, height]).toEqual([viewport.width, viewport.height])
      const { items } = await page.getTextContent({ disableNormalization: true })
      const words = items.flatMap((item) => ('str' in item ? [item] : []))
      expect(letters(runs.map(({ text }) => text).join(''))).toBe(
        letters(words.map(({ str }) => str).join('')),
      )
      for (const { str, transform } of words) {
        const [, , , size, x, y] = transform as [number, number, number, number, number, number]
        const near = runs.filter(
          (run) => Math.abs(run.y - (height - y)) < 0.1 && Math.abs(run.size - size) < 0.1,
        )
        // pdfjs leaves out the blank that words begin with.
        const run =
          near.find((other) => Math.abs(other.x - x) < 0.1) ?? near.find(({ text }) => text.startsWith(' '))
        if (str.trim() !== '')
          expect(run?.text.trimStart().slice(0, str.length), str).toBe(
            str.slice(0, run?.text.trimStart().length),
          )
        compared++
      }
    }
    expect(compared).toBeGreaterThan(60)
  })

  it('are the same before and after', () => {
    expect(pdfFacts(ours).texts).toEqual(pdfFacts(readPdf(printed)).texts)
  })
})

describe('links', () => {
  it('lead to the height of their targets', () => {
    const { destinations, texts } = pdfFacts(ours)
    const pages = ['satu', 'call.2', 'note.2', 'note.3'].map((name) => destinations.get(name)?.page)
    expect(pages).toEqual([0, 0, 0, 1])
    const { x = 0, y = 0 } = destinations.get('note.3') ?? {}
    const height = texts[1]?.height ?? 0
    const line = texts[1]?.runs.find(({ text, size }) => text === '3' && size < 10)
    expect(x).toBeCloseTo(MARGINS.left(), 0)
    expect(line?.y).toBeGreaterThan(height - y)
    expect(line?.y).toBeLessThan(height - y + 24)
  })
})

describe('bookmarks', () => {
  it('go to the depth of the contents, with their blanks and without the calls of notes', async () => {
    const shown: string[] = []
    const walk = (items: Awaited<ReturnType<typeof theirs.getOutline>>, indent: string) => {
      for (const { title, items: kids } of items ?? []) {
        shown.push(indent + title)
        walk(kids, `${indent}  `)
      }
    }
    walk(await theirs.getOutline(), '')
    expect(shown).toEqual([
      'BAB I PENDAHULUAN',
      '  1.1 Judul yang panjang sekali sehingga terlipat ke baris kedua dan lintas-batas',
      '    1.1.1 Anak',
      '  1.2 “Kutipan” – é',
      'BAB II',
      'LAMPIRAN',
      'AKHIR',
    ])
  })
})

interface TreeNode {
  readonly role?: string
  readonly alt?: string
  readonly id?: string
  readonly type?: string
  readonly children?: readonly TreeNode[]
}

/** What pdfjs tells of a marked sequence; its types leave the tag out. */
interface Mark {
  readonly type: string
  readonly id?: string
  readonly tag?: string
}

/** The tree of a page as `Role(…)`, without groups that mean nothing; what is painted as its words. */
async function tree(number: number): Promise<string> {
  const page = await theirs.getPage(number)
  const words = new Map<string, string>()
  let mark: string | undefined
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item)
      mark !== undefined && words.set(mark, (words.get(mark) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    else if (item.type === 'beginMarkedContentProps') mark = item.id
    else if (item.type === 'endMarkedContent') mark = undefined
  }
  const write = ({ role, alt, id, type, children = [] }: TreeNode): string => {
    if (type === 'content') return words.get(id ?? '')?.trim() ?? ''
    if (type !== undefined) return ''
    const inner = children.map(write).filter(Boolean).join(' ')
    if (role === 'NonStruct' || role === 'Root' || role === 'Document') return inner
    return `${role}(${alt === undefined ? inner : `“${alt}”`})`
  }
  return write((await page.getStructTree()) as TreeNode)
}

describe('the structure', () => {
  it('has each note behind its call, with all that stands on other pages', async () => {
    const first = await tree(1)
    const notes = (number: number) => `P(Lbl(Link(${number}))`
    expect(first).toMatch(
      /^H1\(BAB I PENDAHULUAN Reference\(Link\(1\)\)\) Note\(P\(Lbl\(Link\(1\)\) Catatan judul\.\)\)/,
    )
    expect(first).toContain(
      `P(Kata pertama Reference(Link(2)) Note(${notes(2)} Catatan Span(dua))) dan Span(seterusnya) .)`,
    )
    expect(first).toContain('P(Alinea tiga terpotong oleh catatan di tengahnya dan berlanjut sesudahnya.)')
    const second = await tree(2)
    expect(second).toContain('Note(P(terusan catatan dua.))')
    expect(second).toContain(`Note(${notes(3)} Catatan tiga.))`)
    const ids = [...ours.text.matchAll(/\/ID \((note\.\d)\)/g)].map(([, id]) => id)
    expect(ids.sort()).toEqual(['note.1', 'note.2', 'note.3', 'note.4'])
    expect(ours.text).toMatch(
      /\/Limits \[\(note\.1\) \(note\.4\)\]\n\/Names \[(?:\(note\.\d\) \d+ 0 R ?){4}\]/,
    )
    expect(ours.text).not.toContain('x-note')
  })

  it('has pictures with their words, tables with their captions, lists with bodies', async () => {
    const first = await tree(1)
    expect(first).toContain('Div(Figure(“Titik (hitam)”) Caption(Gambar 1.1 Titik))')
    expect(first).toContain(
      'Div(Table(Caption(Tabel 1.1 Angka Reference(Link(4)) Note(P(Lbl(Link(4)) Catatan tabel.))) TR(TH(Kepala) TH(Nilai)) TR(TD(a) TD(1)) TR(TD(b))))',
    )
    expect(ours.text.match(/\/S \/TH\n[\s\S]*?\/Scope \/Column/g)).toHaveLength(2)
    expect(first).toMatch(
      /L\(LI\(Lbl\(.*?\) LBody\(butir satu\)\) LI\(Lbl\(.*?\) LBody\(butir dua L\(LI\(Lbl\(1\.\) LBody\(anak butir\)\)\)\)\)\)/,
    )
    expect(first).toContain('L(LI(LBody(P(polos))))')
  })

  it('leads from every mark and annotation to the element that holds it', () => {
    const parents = new Map(
      [...ours.text.matchAll(/(?<=[\s[])(\d{6}) (\d+) 0 R/g)].map(([, key, element]) => [
        key,
        Number(element),
      ]),
    )
    const annotations = [
      ...ours.text.matchAll(/(\d+) 0 obj\n<<\/Type \/Annot[\s\S]*?\/StructParent (\d+)>>/g),
    ]
    expect(annotations.length).toBeGreaterThan(8)
    for (const [, annotation, key = ''] of annotations) {
      const element = ours.text.slice(ours.offsets.get(parents.get(key) ?? -1))
      expect(element.slice(0, element.indexOf('endobj'))).toMatch(
        new RegExp(`/S /Link\\n[\\s\\S]*/Obj ${annotation} 0 R`),
      )
    }
  })

  it('leaves out what stands in the margins, and nothing else', async () => {
    const margins = /^(?:Judul Lari|Kaki|\d)$/
    for (let number = 1; number <= theirs.numPages; number++) {
      const { items } = await (await theirs.getPage(number)).getTextContent({ includeMarkedContent: true })
      const open: string[] = []
      const outside: string[] = []
      for (const item of items) {
        if ('str' in item) {
          if (open.includes('Artifact')) outside.push(item.str)
          else if (item.str.trim() !== '') expect(open, item.str).not.toEqual([])
        } else if (item.type === 'endMarkedContent') open.pop()
        else open.push((item as Mark).tag ?? '')
      }
      expect(outside.filter((text) => text.trim() !== '')).toHaveLength(3)
      for (const text of outside) expect(text.trim() === '' || margins.test(text), text).toBe(true)
    }
  })
})
