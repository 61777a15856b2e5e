/** Notes of what breaks badly: code, tables, pictures, words and scripts without blanks. */
import { beforeAll, describe, expect, it } from 'vitest'
import { MARGINS, type NotePages, notePages } from './notes-pages.ts'
import { dice, words } from './random-thesis.ts'
import { hanText } from './random-thesis-oddities.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const roll = dice(31)
/** A paragraph of about so many lines. */
const lines = (count: number) => words(roll, Math.round(count * 8.5))
const indented = (text: string) => text.replace(/^(?=.)/gm, '    ')
/** A chapter whose note is called where less than half of a page is left. */
const chapter = (name: string, content: string) =>
  `# ${name}\n\n${lines(14)} K${name}k[^a] ${lines(16)}\n\n[^a]: N${name}n Catatan.\n\n${indented(content)}\n\n    Z${name}z.`

const THAI = 'การวิเคราะห์ความสัมพันธ์ระหว่างประเทศ'
const HAN_SIGNS = 3000
const WORD_LETTERS = 9000
/** Paragraphs without blanks, a note behind every so many signs. */
const called = (name: string, part: () => string) =>
  Array.from(
    { length: 24 },
    (_, at) => `${part()}K${name}${at}k^[N${name}${at}n ${part()} Z${name}${at}z.]`,
  ).join('')

/** Of a table that would fit a page, but not with all its notes. */
function shortRows(): string {
  const row = (_: unknown, at: number) =>
    `| ${words(roll, 5)} | Kpendek${at}k^[Npendek${at}n ${words(roll, 90)}.] |`
  return Array.from({ length: 7 }, row).join('\n')
}

/** The last row stands on a page of its own, below it what is left of a note of the row before. */
function lastRows(): string {
  const row = (call: string) => `| ${words(roll, 120)}${call} | x |`
  const called = (name: string, count: number) => ` K${name}k^[N${name}n ${words(roll, count)} Z${name}z.]`
  return [row(''), row(called('panjang', 600)), row(called('terakhir', 20))].join('\n')
}

const FILES = {
  '1.md': chapter(
    'kode',
    `\`\`\`\n${Array.from({ length: 30 }, (_, at) => `${'  '.repeat(at % 4)}kode${at}baris`).join('\n')}\n\`\`\``,
  ),
  '2.md': chapter(
    'sel',
    `| a | b |\n|---|---|\n${Array.from({ length: 30 }, (_, at) => `| sel${at}baris | ${words(roll, 3)} |`).join('\n')}`,
  ),
  '3.md': chapter('gambar', '![Judul Ggambarg](tinggi.svg)'),
  '7.md': `# Pendek\n\n: Judul\n\n| a | b |\n|---|---|\n${shortRows()}`,
  '8.md': `# Terakhir\n\n: Judul {.landscape}\n\n| a | b |\n|---|---|\n${lastRows()}`,
  'tinggi.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="450"><rect width="400" height="450" fill="#ddd"/></svg>',
  '4.md': chapter('kata', 'q'.repeat(WORD_LETTERS)),
  '5.md': chapter('han', hanText(roll, HAN_SIGNS)),
  '6.md': `# Aksara\n\n${called('cina', () => hanText(roll, 40 + roll(30)))}\n\n${called('tai', () => THAI.repeat(2 + roll(2)))}`,
}

let printed: PrintedThesis
let pages: NotePages

beforeAll(async () => {
  printed = await printThesis(FILES)
  pages = notePages(printed.pages)
}, 60_000)

/** What stands at the feet of the pages from where a note begins to where it ends. */
function footText(name: string): string {
  const [first, last] = [pages.pageWith(`N${name}n`), pages.pageWith(`Z${name}z`)]
  const feet = Array.from({ length: last - first + 1 }, (_, at) => pages.foot(first + at))
  return feet.flatMap((foot) => foot.map(({ text }) => text)).join('\n')
}

describe('a note that breaks badly', () => {
  it.each(['kode', 'sel', 'gambar', 'kata', 'han'])(
    'begins on the page of its call, and goes on at the feet of the next: %s',
    (name) => {
      const [call, last] = [pages.pageWith(`K${name}k`), pages.pageWith(`Z${name}z`)]
      expect(call).toBeGreaterThan(-1)
      expect(pages.pageWith(`N${name}n`)).toBe(call)
      expect(last).toBeGreaterThan(call)
      for (let at = call; at <= last; at++) expect(pages.foot(at).length, `page ${at}`).toBeGreaterThan(0)
      expect(footText(name)).toContain(`Z${name}z`)
    },
  )

  it.each(['kode', 'sel'])('keeps its lines in their order: %s', (name) => {
    const found = [...footText(name).matchAll(new RegExp(`${name}(\\d+)baris`, 'g'))].map(([, at]) =>
      Number(at),
    )
    expect(found).toEqual(Array.from({ length: 30 }, (_, at) => at))
  })

  it('keeps a picture and its caption whole', () => {
    expect(pages.pageWith('Ggambarg')).toBe(pages.pageWith('Zgambarz'))
  })

  it('loses no letter of a word of 9,000', () => {
    expect(footText('kata').match(/q/g)).toHaveLength(WORD_LETTERS)
  })

  it('loses no sign of a text without blanks', () => {
    expect(footText('han').match(/\p{Script=Han}|，/gu)).toHaveLength(HAN_SIGNS)
  })

  it.each(['cina', 'tai'])('is on the page of its call in a text without blanks: %s', (name) => {
    const calls = Array.from({ length: 24 }, (_, at) => pages.pageWith(`K${name}${at}k`))
    expect(new Set(calls).size).toBeGreaterThan(1)
    expect(Array.from({ length: 24 }, (_, at) => pages.pageWith(`N${name}${at}n`))).toEqual(calls)
  })

  it('is on the page of its row, where a table fits a page only without its notes', () => {
    const all = Array.from({ length: 7 }, (_, at) => at)
    expect(all.map((at) => pages.pageWith(`Npendek${at}n`))).toEqual(
      all.map((at) => pages.pageWith(`Kpendek${at}k`)),
    )
  })

  it('goes on below the last row of a table', () => {
    const page = pages.pageWith('Kterakhirk')
    expect(page).toBeGreaterThan(pages.pageWith('Kpanjangk'))
    expect(pages.foot(page).length).toBeGreaterThan(0)
    expect(pages.pageWith('Nterakhirn')).toBe(page)
  })

  it('ends at the foot of the page, and is as planned', () => {
    expect(printed.diagnostics).toEqual([])
    for (const [at, page] of printed.pages.entries()) {
      const last = pages.foot(at).at(-1)
      if (!last) continue
      const above = page.height - MARGINS.bottom - last.baseline
      expect(above, `page ${at}`).toBeGreaterThan(0)
      // Half a line: a table's rim is below its last words.
      expect(above, `page ${at}`).toBeLessThan(0.4)
    }
  })
})
