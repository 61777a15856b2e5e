/** Works nobody cites. */
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../scripts/model.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { checkCited, linkTypedCitations } from '../../../scripts/resolve/citations/index.ts'

function libraryOf(...keys: string[]): Library {
  return new Map(
    keys.map((key, at) => {
      const start = { line: at + 1, column: 1 }
      const item = { id: key, type: 'book', author: [{ family: key }], issued: { 'date-parts': [[2020]] } }
      return [key, { key, item, file: 'p.bib', place: { start, end: { ...start, column: 2 } } }]
    }),
  )
}

function told(text: string, library: Library): string[] {
  const files = parseFiles([{ path: '1.md', text }])
  const meant = linkTypedCitations(files, { library, language: 'id' })
  return checkCited(files, library, meant).map(
    ({ ruleId, file, place, message }) => `${file}:${place?.start.line} ${ruleId} ${message.en}`,
  )
}

describe('works nobody cites', () => {
  const library = libraryOf('Satu', 'Sembilan', 'Tigabelas')

  it('are told at their entry', () => {
    expect(told('Lihat @Satu dan (Sembilan, 2020).', library)).toEqual([
      'p.bib:3 citation/uncited The work “Tigabelas” is not cited in the thesis, so it is not in the list of references.',
    ])
  })

  it('are none while nothing is cited', () => {
    expect(told('Belum ada.', library)).toEqual([])
  })

  it('are not those that a mistyped key or a doubtful citation may mean', () => {
    expect(told('@Satu, @Sembilam, (Tigabelas, 2019)', library)).toEqual([])
  })

  it('are those quoted through others neither', () => {
    expect(told('[@Satu, dalam @Sembilan] dan [@Tigabelas]', library)).toEqual([])
  })

  it('of a whole collection are one message', () => {
    const many = libraryOf(...Array.from({ length: 40 }, (_, at) => `karya-${at}-${'x'.repeat(at)}`))
    expect(told('@{karya-0-}', many)).toEqual([
      'p.bib:2 citation/uncited 39 of the 40 works of this file are not cited in the thesis, so they are not in the list of references: “karya-1-x”, “karya-2-xx”, “karya-3-xxx”, “karya-4-xxxx”, “karya-5-xxxxx” …',
    ])
  })
})
