/** "Lanjutan Tabel 1.1" over the rest of a table on the next page, for the campuses that ask for it. */
import { describe, expect, it } from 'vitest'
import type { Profile } from '../../scripts/schema/profile.ts'
import { type PrintedThesis, printThesis } from './thesis.ts'

const profile = (own: Profile): Profile => ({
  ...own,
  captions: { ...own.captions, table: { ...own.captions.table, continuation: 'Lanjutan {label} {number}' } },
})

const rows = (count: number, cell: (row: number) => string) =>
  Array.from({ length: count }, (_, at) => `| Baris ${at + 1} | ${cell(at + 1)} |`).join('\n')

const table = (count: number, cell = (row: number) => `isi ${'kata '.repeat(row % 9)}`) =>
  `Tabel 1.1 Daftar panjang\n\n| Nomor | Isi baris |\n|---|---|\n${rows(count, cell)}\n\nSumber: contoh.`

function errors({ diagnostics }: PrintedThesis) {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.id)
}

/** The texts of the lines of each page, without what stands in its margins. */
function linesOf(pdf: PrintedThesis): string[][] {
  return pdf.pages.map((page) => page.lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()))
}

describe('a table that goes on', () => {
  it('says so on every further page, above its head, and loses no row', async () => {
    const pdf = await printThesis({ '1.md': `# Bab\n\n${table(120)}\n\nSesudahnya.` }, { profile })
    expect(errors(pdf)).toEqual([])
    const pages = linesOf(pdf)
    const continued = pages.filter((lines) => lines.includes('Lanjutan Tabel 1.1'))
    expect(continued.length).toBeGreaterThan(2)
    for (const lines of continued) {
      const at = lines.indexOf('Lanjutan Tabel 1.1')
      expect(at).toBeLessThan(2)
      expect(lines[at + 1]).toBe('Nomor Isi baris')
      expect(lines[at + 2]).toMatch(/^Baris \d+/)
    }
    const found = pages.flat().flatMap((line) => /^Baris (\d+)/.exec(line)?.[1] ?? [])
    expect(found.map(Number)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
    expect(pages.flat().filter((line) => line === 'Nomor Isi baris')).toHaveLength(continued.length + 1)
  })

  it('does so with notes in its cells and joined rows, and with columns as wide as before', async () => {
    const noted = table(70, (row) =>
      row % 8 === 0 ? `panjang sekali ${'isi '.repeat(20)}[^${row}]` : 'pendek',
    )
    const notes = Array.from({ length: 70 }, (_, at) => `[^${at + 1}]: Catatan baris ${at + 1}.`)
    const pdf = await printThesis(
      { '1.md': `# Bab\n\n${noted}\n\n${notes.filter((_, at) => (at + 1) % 8 === 0).join('\n')}` },
      { profile },
    )
    expect(errors(pdf)).toEqual([])
    const starts = pdf.pages.flatMap(({ lines }) =>
      lines.flatMap(({ text, left }) => (/^Baris|^Nomor/.test(text) ? [Math.round(left * 10)] : [])),
    )
    expect(new Set(starts).size).toBeLessThanOrEqual(2)
    const pages = linesOf(pdf).flat()
    expect(pages.filter((line) => line === 'Lanjutan Tabel 1.1').length).toBeGreaterThan(1)
    for (let row = 8; row <= 70; row += 8) expect(pages.join(' ')).toContain(`Catatan baris ${row}.`)
  })

  it('leaves other tables and other profiles alone', async () => {
    const short = await printThesis({ '1.md': `# Bab\n\n${table(5)}` }, { profile })
    expect(linesOf(short).flat().join(' ')).not.toContain('Lanjutan')
    const other = await printThesis({ '1.md': `# Bab\n\n${table(80)}` })
    expect(linesOf(other).flat().join(' ')).not.toContain('Lanjutan')
  })
})
