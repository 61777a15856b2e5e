/** What no fixture shows: places behind escapes, chapters to come, and texts that are made to be slow. */
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { linkThesis } from '../../../scripts/resolve/index.ts'
import { numberSections } from '../../../scripts/resolve/number-sections.ts'

const NAMES = { language: 'id', captions: { figure: 'Gambar', table: 'Tabel', listing: 'Kode' } } as const

function said(text: string, expectedChapters = 0): string[] {
  const files = parseFiles([{ path: '1.md', text }])
  for (const { tree, file } of files) numberSections(tree, file, {})
  linkThesis(files, { ...NAMES, expectedChapters })
  return files.flatMap(({ file }) =>
    diagnosticsOf(file).map(
      ({ ruleId, place }) =>
        `${place?.start.line}:${place?.start.column}-${place?.end.line}:${place?.end.column} ${ruleId}`,
    ),
  )
}

describe('a chapter that is not there', () => {
  it('is told where it is named', () => {
    expect(said('# Satu\r\n\r\nIni \\*bukan\\* **itu**,\r\nmelainkan &amp; lalu Bab\r\nIX.')).toEqual([
      '4:22-5:3 reference/typed-unknown',
    ])
  })

  it('is not told while it may still be written', () => {
    expect(said('# Satu\n\nBab IV dan Bab 5.', 5)).toEqual([])
    expect(said('# Satu\n\nBab IV dan Bab 6.', 5)).toEqual(['3:12-3:17 reference/typed-unknown'])
  })
})

describe('hostile text', () => {
  it.each([
    ['references', 'Tabel 1.1 '],
    ['brackets', '( Bab I '],
    ['quotation marks', '“Bab II (2020 '],
    ['commands', '\\ref{tbl:x} '],
  ])('of many %s takes no longer than its length', (_, piece) => {
    const time = (count: number) => {
      const start = performance.now()
      said(`# Satu\n\n${piece.repeat(count)}`)
      return performance.now() - start
    }
    time(100)
    const [short, long] = [Math.max(time(400), 20), time(2400)]
    // Six times the text; thirty-six times as long would be quadratic.
    expect(long / short).toBeLessThan(20)
  })
})
