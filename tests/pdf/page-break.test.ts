/** `\newpage`: what follows begins a page, with the notes where they belong. */
import { beforeAll, describe, expect, it } from 'vitest'
import { dice, words } from './random-thesis.ts'
import { bodyLines } from './read-pdf.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const MARGINS = { top: 4, bottom: 3 }
const roll = dice(5)
/** A paragraph of about so many lines. */
const lines = (count: number) => words(roll, Math.round(count * 8.5))

const CHAPTERS = {
  '1-catatan.md': `\\newpage

# Catatan

\\newpage

Kalimat Mawalm.^[Nsatun ${words(roll, 12)}]

\\newpage

Kalimat Mduam.^[Nduan ${words(roll, 12)}]

\\newpage

\\pagebreak

## Judul Mtigam

Kalimat tanpa catatan.

\\newpage`,
  // The note is longer than its page: it goes on below the break.
  '2-panjang.md': `# Panjang

${lines(12)} Mempatm^[Npanjangn ${words(roll, 500)} Zpanjangz]

\\newpage

${lines(12)} Mlimam^[Nlimban ${words(roll, 9)}]`,
  // A page that its text fills to the last line.
  '3-penuh.md': `# Penuh

${Array.from({ length: 22 }, (_, at) => `Baris${at}x`).join('\\\n')}

\\newpage

Kalimat Menamm.

\\newpage`,
}

let printed: PrintedThesis

beforeAll(async () => {
  printed = await printThesis(CHAPTERS)
}, 60_000)

const texts = () =>
  printed.pages.map((page) =>
    bodyLines(page, MARGINS)
      .map(({ text }) => text)
      .join(' '),
  )
const pageWith = (mark: string) => texts().findLastIndex((text) => text.includes(mark))
/** Its raised numbers apart. */
function firstLine(page: number): string | undefined {
  const lines = printed.pages[page] ? bodyLines(printed.pages[page], MARGINS) : []
  return lines.find(({ size }) => size > 11)?.text
}

describe('a page break', () => {
  it('is followed by the top of the next page', () => {
    expect(pageWith('Mduam')).toBe(pageWith('Mawalm') + 1)
    expect(firstLine(pageWith('Mduam'))).toContain('Mduam')
    expect(pageWith('Mtigam')).toBe(pageWith('Mduam') + 1)
    expect(firstLine(pageWith('Mtigam'))).toContain('Mtigam')
    expect(pageWith('Menamm')).toBe(pageWith('Baris21x') + 1)
  })

  it('leaves no page empty and the chapter heading on the page of its text', () => {
    expect(texts().filter((text) => text.trim() === '')).toEqual([])
    expect(pageWith('CATATAN')).toBe(pageWith('Mawalm'))
    expect(pageWith('PANJANG')).toBe(pageWith('Mtigam') + 1)
  })

  it('leaves each note on the page of its call', () => {
    expect(pageWith('Nsatun')).toBe(pageWith('Mawalm'))
    expect(pageWith('Nduan')).toBe(pageWith('Mduam'))
    expect(pageWith('Npanjangn')).toBe(pageWith('Mempatm'))
    expect(pageWith('Zpanjangz')).toBe(pageWith('Mempatm') + 1)
    expect(pageWith('Mlimam')).toBe(pageWith('Nlimban'))
  })

  it('is where the layout has it', () => {
    expect(printed.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(printed.map.pages).toHaveLength(printed.pages.length)
  })
})
