/** A document printed by a real browser and finished: is it to other readers what it is to ours? */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pdfFacts } from '../../scripts/print/pdf/facts.ts'
import { finishPdf } from '../../scripts/print/pdf/finish.ts'
import { readPdf } from '../../scripts/print/pdf/reader.ts'
import { pageTexts } from '../../scripts/print/pdf/text.ts'
import { FINISHING, type FinishedFile, finishedFile, MARGINS } from './finish-file.ts'

let file: FinishedFile

beforeAll(async () => {
  file = await finishedFile()
}, 30_000)

afterAll(() => file?.theirs.destroy())

const letters = (text: string) => [...text.replace(/\s+/g, '')].sort().join('')

describe('the file', () => {
  it('has every object where its table says, and every reference leads to one', () => {
    for (const [number, offset] of file.ours.offsets) {
      expect(file.ours.text.startsWith(`${number} 0 obj\n`, offset), `object ${number}`).toBe(true)
    }
    const plain = file.ours.text.replace(/ stream\n[\s\S]*?endstream/g, '')
    for (const [, number] of plain.matchAll(/(\d+) 0 R\b/g))
      expect(file.ours.offsets.has(Number(number)), number).toBe(true)
  })

  it('opens without a complaint', async () => {
    const complaints = vi.spyOn(console, 'log')
    const document = await getDocument({ data: new Uint8Array(file.finished), verbosity: 1 }).promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await Promise.all([page.getOperatorList(), page.getStructTree(), page.getAnnotations()])
    }
    await document.destroy()
    expect(complaints.mock.calls).toEqual([])
    complaints.mockRestore()
  })

  it('is the same when it is file.finished again', async () => {
    const { bytes } = await finishPdf(readPdf(file.printed), file.map, FINISHING)
    expect(Buffer.compare(bytes, file.finished)).toBe(0)
  })

  it('is the same when the browser has counted its nodes from elsewhere', async () => {
    const name = /\(node(\d{8})\)/g
    const text = Buffer.from(file.printed).toString('latin1')
    expect(text.match(name)?.length).toBeGreaterThan(4)
    const later = text.replace(
      name,
      (_, number: string) => `(node${String(Number(number) + 7).padStart(8, '0')})`,
    )
    const { bytes } = await finishPdf(readPdf(Buffer.from(later, 'latin1')), file.map, FINISHING)
    expect(Buffer.compare(bytes, file.finished)).toBe(0)
  })

  it('does not keep what was replaced', () => {
    expect(file.finished.length).toBeLessThan(file.printed.length * 1.15)
    expect(file.ours.text.match(/xref\n/g)).toHaveLength(2)
  })

  it('says whose work it is', async () => {
    const { info } = await file.theirs.getMetadata()
    expect(info).toMatchObject({
      Title: 'Judul “uji”',
      Author: 'Penulis',
      Keywords: 'kata, kunci',
      Language: 'id',
    })
    expect(file.ours.text).toContain(
      '<rdf:li xml:lang="x-default">Judul “uji”'.replace(/[“”]/g, (sign) =>
        Buffer.from(sign).toString('latin1'),
      ),
    )
  })
})

describe('the words', () => {
  it('are those that pdfjs reads, where pdfjs reads them', async () => {
    const texts = pageTexts(file.ours)
    expect(texts).toHaveLength(file.theirs.numPages)
    let compared = 0
    for (const [index, { runs, width, height }] of texts.entries()) {
      const page = await file.theirs.getPage(index + 1)
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
    expect(pdfFacts(file.ours).texts).toEqual(pdfFacts(readPdf(file.printed)).texts)
  })
})

describe('links', () => {
  it('lead to the height of their targets', () => {
    const { destinations, texts } = pdfFacts(file.ours)
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
    const walk = (items: Awaited<ReturnType<typeof file.theirs.getOutline>>, indent: string) => {
      for (const { title, items: kids } of items ?? []) {
        shown.push(indent + title)
        walk(kids, `${indent}  `)
      }
    }
    walk(await file.theirs.getOutline(), '')
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
