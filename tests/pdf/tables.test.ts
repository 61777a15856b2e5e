/** Tables and figures in print: the finished file has on each page what was planned, or the build fails. */
import { expect, it } from 'vitest'
import { printThesis } from './thesis.ts'

const SVG = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${height}"><rect width="300" height="${height}" fill="#ccd"/></svg>`
const words = (count: number) => 'kata panjang sekali dan lagi '.repeat(Math.ceil(count / 5))

/** Rows in groups of three that share their first cell, which span more than a page. */
function gridOfGroups(groups: number): string {
  const border = `+${'-'.repeat(14)}+${'-'.repeat(20)}+`
  const lines = [border, `| ${'Kelompok'.padEnd(12)} | ${'Nilai'.padEnd(18)} |`, border.replaceAll('-', '=')]
  for (let group = 0; group < groups; group++) {
    for (let row = 0; row < 3; row++) {
      lines.push(
        `| ${(row === 0 ? `Grup ${group}` : '').padEnd(12)} | ${`nilai ${group}-${row}`.padEnd(18)} |`,
      )
      if (row < 2) lines.push(`|${' '.repeat(14)}+${'-'.repeat(20)}+`)
    }
    lines.push(border)
  }
  return lines.join('\n')
}

const FILES = {
  'a.svg': SVG(200),
  'b.svg': SVG(320),
  'data.csv': `No;Nama;Nilai\n${Array.from({ length: 70 }, (_, at) => `${at + 1};Nama ${at + 1};${at},5`).join('\n')}\n`,
  '1.md': `# Hasil

Lihat @fig:dua, @fig:dua-b, @tbl:data dan @tbl:lebar.

<div id="fig:dua">
![Sebelum^[Catatan bagian.]](a.svg){#fig:dua-a width=45%}
![Sesudah](b.svg){#fig:dua-b width=45%}

Dua keadaan^[Catatan keseluruhan.]
</div>

Sumber: BPS
Keterangan: dua kota

${words(150)}

![Data panjang](data.csv){#tbl:data widths="10 60 30"}

Sumber: data

Tabel 1.2 Grup yang berbagi sel
${gridOfGroups(24)}

Tabel 1.3 Sel dua halaman

| a | b |
|---|---|
| x | ${words(1000)} |
| y | z |

Tabel 1.4 Tiga puluh kolom {#tbl:lebar .landscape}

|${Array.from({ length: 30 }, (_, at) => ` k${at} `).join('|')}|
|${'---|'.repeat(30)}
|${Array.from({ length: 30 }, (_, at) => ` ${at * 100} `).join('|')}|

<table>
<caption>Gabung</caption>
<tr><th rowspan="2">Negara</th><th colspan="2">Tahun^[Catatan kepala.]</th></tr>
<tr><th>2019</th><th>2020</th></tr>
<tr><td>Indonesia</td><td>1</td><td>2</td></tr>
</table>
`,
}

it('prints subfigures, merged cells, data over pages and tables as wide as a page', async () => {
  const { document, pages, map, diagnostics } = await printThesis(FILES)
  expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['pdf/narrow-table'])
  const texts = pages.map(({ lines }) => lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()))
  const pageOf = (part: string) => texts.findLastIndex((lines) => lines.some((line) => line.includes(part)))
  const figure = map.anchors.get('gambar-11')?.page
  const [target] = (await document.getDestination('gambar-11b')) ?? []
  expect(await document.getPageIndex(target)).toBe(figure)
  for (const part of ['(a) Sebelum', '(b) Sesudah', 'Dua keadaan', 'Keterangan: dua kota', 'Catatan bagian.'])
    expect([part, pageOf(part)]).toEqual([part, figure])
  const rows = texts.flat().flatMap((line) => /^(\d+) Nama \1 \d+,5$/.exec(line)?.[1] ?? [])
  expect(rows.map(Number)).toEqual(Array.from({ length: 70 }, (_, at) => at + 1))
  const wide = map.anchors.get('tabel-14')?.page ?? -1
  expect(map.pages.map(({ landscape }) => landscape).indexOf(true)).toBe(wide)
})
