/** The check of the finished file can fail: faults are planted between the layout and the print, and each is caught. */
import { beforeAll, describe, expect, it } from 'vitest'
import { pageGeometry } from '../../scripts/print/geometry.ts'
import { inspect } from '../../scripts/print/inspect/index.ts'
import { fillNumbers, layOutDocument, openDocument } from '../../scripts/print/layout.ts'
import { pdfFacts } from '../../scripts/print/pdf/facts.ts'
import { readPdf } from '../../scripts/print/pdf/reader.ts'
import { dice, words } from './random-thesis.ts'
import { sharedBrowser } from './shared-browser.ts'
import { type RenderedThesis, renderFiles } from './thesis.ts'

const browser = sharedBrowser()
let thesis: RenderedThesis

beforeAll(async () => {
  const roll = dice(4)
  const text = (notes: string) => `${words(roll, 90)}${notes} ${words(roll, 60)}.`
  thesis = await renderFiles({
    '1.md': `# Pendahuluan\n\n## Latar\n\n${text('[^a]')}\n\n${text('')}\n\n${text('')}\n\n${text('[^b]')}\n\n${text('')}\n\n## Tujuan\n\n${text('')}\n\n[^a]: Catatan pertama.\n[^b]: Catatan kedua.`,
    '2.md': `# Isi\n\n${text('[^c]')}\n\n[^c]: Catatan ketiga.`,
    '3.md': `# Angka\n\n| Tahun | Nilai |\n|---|---|\n| lama | 1987 |\n| baru | 2024 |\n\n${text('[^d]')}\n\n${text('')}\n\n${text('')}\n\n[^d]: ${words(roll, 700)}.`,
  })
})

/** The rules that a file breaks which was tampered with after it was laid out. */
async function caught(plant: () => void): Promise<string[]> {
  const { host, page, profile } = thesis
  const tab = browser().page
  const geometry = pageGeometry(profile)
  await openDocument(tab, host, page, profile, geometry)
  const { value: map } = await layOutDocument(tab, page, profile, geometry, false)
  await fillNumbers(tab, map, page, profile)
  await tab.evaluate(plant)
  const printed = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  const faults = inspect(pdfFacts(readPdf(printed)), map, page, profile)
  return [...new Set(faults.map(({ ruleId }) => ruleId))].sort()
}

describe('the check', () => {
  it('finds nothing in a file that is as planned', async () => {
    expect(await caught(() => undefined)).toEqual([])
  })

  it('finds a shift of 1 mm', async () => {
    const rules = await caught(() => {
      const paragraph = document.querySelectorAll<HTMLElement>('.run > p')[1]
      if (paragraph) paragraph.style.paddingTop = '1mm'
    })
    expect(rules).toContain('pdf/line-moved')
  })

  it('finds a shift of 1 mm before a heading', async () => {
    const rules = await caught(() => {
      const heading = document.getElementById('tujuan')
      if (!heading) throw new Error('no heading')
      heading.style.paddingTop = `calc(${getComputedStyle(heading).paddingTop} + 1mm)`
    })
    expect(rules).toContain('pdf/line-moved')
  })

  it('finds two numbers of the contents that were swapped', async () => {
    const rules = await caught(() => {
      const places = [...document.querySelectorAll('[data-page-of]')]
      const [a, b] = [places.at(-2), places.at(-1)]
      if (!a || !b || a.textContent === b.textContent) throw new Error('nothing to swap')
      ;[a.textContent, b.textContent] = [b.textContent, a.textContent]
    })
    expect(rules).toEqual(['pdf/list-number'])
  })

  it('finds two numbers in the margins that were swapped', async () => {
    const rules = await caught(() => {
      const sheet = document.getElementById('page-numbers')
      if (!sheet?.textContent?.includes('"2" "3"')) throw new Error('nothing to swap')
      sheet.textContent = sheet.textContent.replace('"2" "3"', '"3" "2"')
    })
    expect(rules).toEqual(['pdf/margins'])
  })

  it('finds a line that is lost', async () => {
    const rules = await caught(() => {
      const text = [...document.querySelectorAll('.run > p')].at(-1)?.lastChild
      if (!(text instanceof Text)) throw new Error('no text')
      text.data = text.data.slice(0, -80)
    })
    expect(rules).toContain('pdf/text')
  })

  it('finds words that stand there twice', async () => {
    const rules = await caught(() => {
      const text = [...document.querySelectorAll('.run > p')].at(-1)?.lastChild
      if (!(text instanceof Text)) throw new Error('no text')
      text.data += text.data.slice(-20)
    })
    expect(rules).toContain('pdf/text')
  })

  it('finds a note on another page than its call', async () => {
    const rules = await caught(() => {
      const note = document.getElementById('note.1')
      const other = document.getElementById('note.3')?.parentElement
      if (!note || !other) throw new Error('no notes')
      other.append(note)
    })
    expect(rules).toContain('pdf/note-page')
  })

  it('finds the continued part of a note on another page', async () => {
    const rules = await caught(() => {
      const part = document.querySelector('.note.continued')
      const other = document.getElementById('note.3')?.parentElement
      if (!part || !other) throw new Error('no notes')
      other.append(part)
    })
    expect(rules).toContain('pdf/text')
  })

  it('finds digits that a cell of a table has lost', async () => {
    const rules = await caught(() => {
      const cell = [...document.querySelectorAll('td')].findLast(({ textContent }) => textContent === '2024')
      if (!cell) throw new Error('no cell')
      cell.textContent = '\u00a0'
    })
    expect(rules).toEqual(['pdf/text'])
  })

  it('finds a note that is not there', async () => {
    expect(await caught(() => document.getElementById('note.2')?.remove())).toContain('pdf/lost-note')
  })

  it('finds a page too many', async () => {
    const rules = await caught(() => {
      const last = [...document.querySelectorAll<HTMLElement>('.run > p')].at(-1)
      if (last) last.style.breakBefore = 'page'
    })
    expect(rules).toContain('pdf/page-count')
  })
})
