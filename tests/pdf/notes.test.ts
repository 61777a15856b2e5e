/** Notes at the foot of the page: wherever they are called from, however long they are. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isNote, MARGINS, type NotePages, notePages } from './notes-pages.ts'
import { dice, words } from './random-thesis.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const roll = dice(12)
/** A paragraph of about so many lines. */
const lines = (count: number) => words(roll, Math.round(count * 8.5))
/** A note that begins and ends with marks. */
const note = (name: string, count: number) => `^[N${name}n ${words(roll, count)} Z${name}z.]`

const CHAPTERS: Readonly<Record<string, string>> = {
  '1-tempat': `# Tempat

## Judul Kjudulk${note('judul', 9)} yang diberi catatan

- Butir Kbutirk${note('butir', 7)} pertama
  - Anak Kanakk${note('anak', 7)} butir

> Kutipan Kkutipank${note('kutipan', 7)} langsung.

: Tabel Kketerangank${note('keterangan', 7)} ini

| Kepala Kkepalak${note('kepala', 6)} | b |
|---|---|
| Sel Kselk${note('sel', 7)} | d |

Dua Kdwik[^dua] dan sekali lagi Kduik[^dua].

[^dua]: Ndwin Catatan yang dipanggil dua kali Zdwiz.`,
  '2-belah': `# Belah

${lines(18)} Kbelahk${note('belah', 420)} ${lines(12)}`,
  '3-panjang': `# Panjang

${lines(5)} Kpanjangk${note('panjang', 1900)} ${lines(30)}`,
  '4-ujung': `# Ujung

${lines(20)} Kujungk${note('ujung', 700)}`,
  '5-alinea': `# Alinea

${lines(4)} Kalineak[^alinea].

[^alinea]: Nalinean Alinea pertama.

    Alinea kedua dengan *miring*.

    - butir satu
    - butir dua Zalineaz.`,
  '6-rapat': `# Rapat

${Array.from({ length: 120 }, (_, at) => `${words(roll, 12)} Krapat${at}k${note(`rapat${at}`, 9)}`).join(' ')}`,
}

let printed: PrintedThesis
let pages: NotePages

beforeAll(async () => {
  const files = Object.entries(CHAPTERS).map(([name, text]) => [`${name}.md`, text])
  printed = await printThesis(Object.fromEntries(files))
  pages = notePages(printed.pages)
}, 60_000)

const pageWith = (mark: string) => pages.pageWith(mark)
const foot = (page: number) => pages.foot(page)

describe('a note', () => {
  it.each(['judul', 'butir', 'anak', 'kutipan', 'keterangan', 'kepala', 'sel', 'dwi'])(
    'stands at the foot of the page of its call: %s',
    (name) => {
      const page = pageWith(`K${name}k`)
      expect(page).toBeGreaterThan(-1)
      const text = foot(page)
        .map((line) => line.text)
        .join(' ')
      expect(text).toContain(`N${name}n`)
      expect(text).toContain(`Z${name}z`)
    },
  )

  it('is set anew for every call, with a number of its own', () => {
    const all = printed.pages.flatMap(({ lines: own }) => own.map(({ text }) => text)).join(' ')
    expect(all.split('Ndwin').length - 1).toBe(2)
    const numbers = foot(pageWith('Kdwik')).flatMap(({ text }) => /^(\d+) N/.exec(text)?.[1] ?? [])
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
  })

  it('goes on at the foot of the next page when it does not fit, two lines at least on either', () => {
    const page = pageWith('Nbelahn')
    expect(page).toBe(pageWith('Kbelahk'))
    expect(pageWith('Zbelahz')).toBe(page + 1)
    expect(foot(page).length).toBeGreaterThanOrEqual(2)
    expect(foot(page + 1).length).toBeGreaterThanOrEqual(2)
    // The text goes on above it.
    expect(pages.bodies[page + 1]?.some((line) => !isNote(line))).toBe(true)
  })

  it('may be taller than a page, and leaves room for text on every page', () => {
    const [first, last] = [pageWith('Npanjangn'), pageWith('Zpanjangz')]
    expect(first).toBe(pageWith('Kpanjangk'))
    expect(last - first).toBeGreaterThanOrEqual(2)
    const middle = pages.bodies[first + 1] ?? []
    expect(middle.some((line) => !isNote(line))).toBe(true)
    expect(middle.filter(isNote).length).toBeGreaterThan(20)
  })

  it('goes on behind the last text of its chapter', () => {
    const [call, end] = [pageWith('Kujungk'), pageWith('Zujungz')]
    expect(pageWith('Nujungn')).toBe(call)
    expect(end).toBeGreaterThan(call)
    expect(pageWith('ALINEA')).toBe(end + 1)
  })

  it('may have several paragraphs and a list', () => {
    const text = foot(pageWith('Kalineak')).map((line) => line.text)
    expect(text[0]).toMatch(/^1 Nalinean Alinea pertama/)
    expect(text.slice(1).map((line) => line.replace('•', '').trim())).toEqual([
      'Alinea kedua dengan miring.',
      'butir satu',
      'butir dua Zalineaz.',
    ])
  })

  it('is always with its call, however many there are', () => {
    for (let at = 0; at < 120; at++)
      expect(pageWith(`Nrapat${at}n`), `note ${at}`).toBe(pageWith(`Krapat${at}k`))
  })

  it('ends at the foot of the page', () => {
    let checked = 0
    for (const [at, page] of printed.pages.entries()) {
      const last = foot(at).at(-1)
      if (!last) continue
      const above = page.height - MARGINS.bottom - last.baseline
      expect(above, `page ${at}`).toBeLessThan(0.3)
      expect(above, `page ${at}`).toBeGreaterThan(0)
      checked++
    }
    expect(checked).toBeGreaterThan(10)
  })
})

it('tells of nothing: every file is as planned', () => {
  expect(printed.diagnostics).toEqual([])
})

it('tells of a note for which its page has no room', async () => {
  const tall = Array.from({ length: 9 }, () => words(roll, 9)).join('<br>')
  const rows = `| a | b |\n|---|---|\n${`| ${tall} | ${tall}${note('x', 150)} ${note('y', 150)} ${note('z', 150)} ${note('w', 150)} ${note('v', 150)} |\n`.repeat(2)}`
  const { diagnostics, map } = await printThesis({ '1.md': `# Penuh\n\n${words(roll, 90)}\n\n${rows}` })
  expect(map.lateNotes.size).toBeGreaterThan(0)
  expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(Array(map.lateNotes.size).fill('footnote/late'))
  expect(diagnostics[0]).toMatchObject({ severity: 'warning', file: '1.md', place: { start: { line: 7 } } })
})
