import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { parseFiles, parseInline } from '../../../scripts/read/markdown/index.ts'
import { joinCaptions } from '../../../scripts/resolve/captions.ts'
import { indexLabels } from '../../../scripts/resolve/labels.ts'
import { type NumberCaptionsOptions, numberCaptions } from '../../../scripts/resolve/number-captions.ts'
import { numberSections } from '../../../scripts/resolve/number-sections.ts'

const TABLE = '| a |\n|---|\n| 1 |'

function number(text: string, options: NumberCaptionsOptions = {}) {
  const [chapter] = parseFiles([{ path: '01.md', text: `# Satu\n\n# Dua\n\n${text}` }])
  if (!chapter) throw new Error('nothing was parsed')
  const { tree, file } = chapter
  joinCaptions(tree, file, { parseInline })
  numberSections(tree, file, {})
  numberCaptions(tree, file, options)
  const captions: string[] = []
  visit(tree, 'captioned', ({ data, children }) => {
    const caption = children.find(({ type }) => type === 'caption')
    captions.push(`${data?.number} ${plainText(caption)}`)
  })
  const names = {
    language: 'id',
    captions: { figure: 'Gambar', table: 'Tabel', listing: 'Kode' },
    equation: '',
  } as const
  const labels = [...indexLabels([chapter], names).labelled].map(([label, { name }]) => `${label} ${name}`)
  return { tree, captions, labels, said: diagnosticsOf(file).map(({ ruleId }) => ruleId) }
}

describe('numberCaptions', () => {
  it('has the chapter in Roman numerals where the campus asks for it', () => {
    const { captions, labels, said } = number(
      `Tabel II.1 Satu {#tbl:a}\n\n${TABLE}\n\nTabel 2.2 Dua\n\n${TABLE}\n\n<div id="fig:b">\n![A](a.png){#fig:ba}\n![B](b.png)\n\nGambar II.1 Dua gambar\n</div>`,
      { chapterNumeral: 'roman' },
    )
    expect(captions).toEqual(['II.1 Satu', 'II.2 Dua', 'II.1 Dua gambar'])
    expect(labels).toEqual(['tbl:a Tabel II.1', 'fig:b Gambar II.1', 'fig:ba Gambar II.1a'])
    expect(said).toEqual([])
  })

  it.each([
    ['Tabel 2.1 Judul', 'Judul', []],
    ['Tabel 2. 1 Judul', 'Judul', []],
    ['Tabel 2-1. Judul', 'Judul', []],
    ['TABEL 2.1 Judul', 'Judul', []],
    ['Tabel 1 Judul', 'Judul', []],
    ['Tabel 1. 10 Negara', '10 Negara', []],
    ['Tabel 2. 3 Judul', 'Judul', ['numbering/typed']],
    ['Tabel 2.1.1 Judul', 'Judul', ['numbering/typed']],
    ['Tabel 5 Judul', 'Judul', ['numbering/typed']],
  ])('reads %j', (typed, title, said) => {
    expect(number(`${typed}\n\n${TABLE}`)).toMatchObject({ captions: [`2.1 ${title}`], said })
  })

  it('counts through the thesis', () => {
    expect(number(`Tabel 1. 10 Negara\n\n${TABLE}`, { numbering: 'continuous' }).captions).toEqual([
      '1 10 Negara',
    ])
  })

  it.each(['**Tabel 2.1 Judul**', '*Tabel 2.1. Judul*', '***Tabel 2.1* Judul**'])(
    'takes the markup off %s, which is how a caption was made to look like one',
    (typed) => {
      const { tree } = number(`${typed}\n\n${TABLE}`)
      visit(tree, 'caption', ({ children }) =>
        expect(children).toMatchObject([{ type: 'text', value: 'Judul' }]),
      )
    },
  )

  it('keeps the markup of a title', () => {
    const { tree } = number(`**Tabel 2.1** *Judul*\n\n${TABLE}`)
    visit(tree, 'caption', ({ children }) => expect(children).toMatchObject([{ type: 'emphasis' }]))
  })

  it.each([
    [true, 'Judul', 'Judul.'],
    [true, 'Judul.', 'Judul.'],
    [true, 'Judul?', 'Judul?'],
    [true, 'Judul *miring*', 'Judul miring.'],
    [true, 'Judul[^1]', 'Judul.'],
    [false, 'Judul.', 'Judul'],
    [false, 'Judul *miring.*', 'Judul miring'],
    [false, 'Judul[^1]', 'Judul'],
    [false, 'Dan lain-lain …', 'Dan lain-lain …'],
    [false, 'Bersambung ...', 'Bersambung ...'],
    [undefined, 'Judul.', 'Judul.'],
  ])('with end period %s: %j is %j', (endPeriod, typed, title) => {
    const options = endPeriod === undefined ? {} : { endPeriod }
    expect(number(`: ${typed}\n\n${TABLE}\n\n[^1]: x`, options).captions).toEqual([`2.1 ${title}`])
  })

  it('letters subfigures past z', () => {
    const pictures = Array.from({ length: 28 }, () => '![x](a.png)').join('\n')
    const { tree } = number(`<div id="fig:x">\n${pictures}\n\nSemua\n</div>`)
    const letters: unknown[] = []
    visit(tree, 'subfigure', ({ data }) => void letters.push(data?.letter))
    expect(letters.slice(24)).toEqual(['y', 'z', 'aa', 'ab'])
  })
})
