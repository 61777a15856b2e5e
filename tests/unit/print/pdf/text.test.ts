import { describe, expect, it } from 'vitest'
import { readToUnicode } from '../../../../scripts/print/pdf/fonts.ts'
import { pageTexts } from '../../../../scripts/print/pdf/text.ts'
import { pageWith, stream } from './tiny-pdf.ts'

/** `text at x y size`, lengths rounded to 1/100 pt. */
function runs(...input: Parameters<typeof pageWith>): string[] {
  const [page] = pageTexts(pageWith(...input))
  const round = (length: number) => Math.round(length * 100) / 100
  return (page?.runs ?? []).map(({ text, x, y, size }) => `${text} at ${round(x)} ${round(y)} ${round(size)}`)
}

describe('the words of a page', () => {
  it('know the size of the paper, from a node above the page', () => {
    expect(pageTexts(pageWith(''))).toEqual([{ width: 200, height: 300, runs: [] }])
  })

  it('stand where they are painted, from the upper left corner', () => {
    const content =
      '.24 0 0 -.24 0 300 cm q 3.125 0 0 3.125 100 50 cm BT /F1 16 Tf 1 0 0 -1 8 20 Tm <00010002> Tj ET Q'
    expect(runs(content)).toEqual(['ab at 30 27 12'])
  })

  it('follow every way of moving on', () => {
    const content = `BT /F1 10 Tf 20 TL 1 0 0 1 50 250 Tm <0001> Tj 5 0 Td <0002> Tj T* <0003> Tj
      (\\000\\004)' 1 -30 TD [<0005>-200<0006>] TJ T* 0 0 (\\000\\007)" ET`
    expect(runs(content)).toEqual([
      'a at 50 50 10',
      'b at 55 50 10',
      'c at 55 70 10',
      'd at 55 90 10',
      'ef at 56 120 10',
      'g at 56 180 10',
    ])
  })

  it('go on where nothing has moved', () => {
    expect(runs('BT /F1 10 Tf 1 0 0 1 50 250 Tm <0001> Tj <0002> Tj ET BT <0003> Tj ET')).toEqual([
      'ab at 50 50 10',
      'c at 0 300 10',
    ])
  })

  it('come back to the state before a group', () => {
    const text = 'BT 1 0 0 1 0 0 Tm <0001> Tj ET'
    expect(runs(`/F1 10 Tf q 2 0 0 2 10 10 cm /F2 20 Tf ${text} Q ${text}`)).toEqual([
      'A at 10 290 40',
      'a at 0 300 10',
    ])
  })

  it('may stand in groups of their own, with their own fonts', () => {
    const group = (entries: string) =>
      stream('BT /F1 10 Tf 1 0 0 1 1 2 Tm <01> Tj ET', `/Subtype /Form\n/Matrix [1 0 0 1 10 20]${entries}`)
    expect(runs('q 2 0 0 2 0 0 cm /X9 Do Q', { 20: group('\n/Resources <</Font <</F1 7 0 R>>>>') })).toEqual([
      'A at 22 256 20',
    ])
    expect(runs('/X9 Do', { 20: stream('', '/Subtype /Image') })).toEqual([])
    expect(runs('/X9 Do', { 20: stream('/X9 Do', '/Subtype /Form') }), 'a group in itself').toEqual([])
  })

  it('are what a marked sequence says instead of its glyphs', () => {
    const content = `BT /F1 10 Tf /Span <</ActualText <FEFF00660069>>> BDC /P <</MCID 7>> BDC <0001> Tj 5 0 Td <0002> Tj EMC EMC
      5 0 Td <0003> Tj ET`
    expect(runs(content)).toEqual(['fi at 0 300 10', 'c at 10 300 10'])
  })

  it('know their marked content', () => {
    const content = `BT /F1 10 Tf <0001> Tj ET /P <</MCID 12 >>BDC BT <0002> Tj ET
      /Span <</ActualText <FEFF0078>>> BDC BT <0003> Tj ET EMC EMC BT <0004> Tj ET`
    const [page] = pageTexts(pageWith(content))
    expect(page?.runs.map(({ text, mcid }) => [text, mcid])).toEqual([
      ['a', undefined],
      ['b', 12],
      ['x', 12],
      ['d', undefined],
    ])
  })
})

describe('what the codes of a font mean', () => {
  it('is listed one by one, in ranges, and in ranges of lists', () => {
    const letters = readToUnicode(`2 beginbfchar
<0003> <0020>
<00A1> <006600660069>
endbfchar
2 beginbfrange
<0024> <0026> <0041>
<0030> <0031> [<D83DDE00> <0078>]
endbfrange`)
    expect([0x3, 0xa1, 0x24, 0x26, 0x30, 0x31].map((code) => letters[code])).toEqual([
      ' ',
      'ffi',
      'A',
      'C',
      '😀',
      'x',
    ])
    expect(letters[0x27]).toBeUndefined()
  })
})
