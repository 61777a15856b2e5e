/** Which files of fonts a text needs, and which of its letters none has. */
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../scripts/diagnostics.ts'
import { neededFaces } from '../../scripts/fonts/index.ts'
import { parseRanges, subtractRanges } from '../../scripts/fonts/ranges.ts'
import { diskHost } from '../../scripts/host.ts'
import { parseFiles } from '../../scripts/read/markdown/index.ts'
import { textsOfConfig, textsOfWorks } from '../../scripts/resolve/glyph-texts.ts'
import { checkGlyphs, checkOtherGlyphs } from '../../scripts/resolve/glyphs.ts'

const host = diskHost()

async function needed(text: string, ...elements: string[]) {
  const { faces, missing } = await neededFaces(host, text, new Set(elements))
  return { families: [...new Set(faces.map(({ family }) => family))], files: faces.length, missing }
}

describe('fonts', () => {
  it('are taken where they are used, and no others', async () => {
    expect(await needed('Teks biasa – “kutipan”…')).toMatchObject({ families: ['Tinos'], missing: [] })
    expect(await needed('kata السلام')).toMatchObject({ families: ['Tinos', 'Amiri'], missing: [] })
    expect(await needed('a ไทย 中国')).toMatchObject({
      families: ['Tinos', 'Noto Serif Thai', 'Noto Serif SC'],
    })
    expect(await needed('x', 'code', 'math')).toMatchObject({
      families: ['Tinos', 'Cousine', 'STIX Two Math'],
    })
  })

  it('take few of the files there are', async () => {
    expect((await needed('中国')).files).toBeLessThan(8)
    expect((await needed('x', 'code')).files).toBe(8)
  })

  it('are asked in turn: what Tinos says and has not, another has', async () => {
    expect(await needed('a ‡ ≤ →')).toMatchObject({ families: ['Tinos', 'STIX Two Math'], missing: [] })
    expect(await needed('a 、')).toMatchObject({ families: ['Tinos', 'Noto Serif SC'], missing: [] })
  })

  it('come once, whole or in part', async () => {
    expect((await needed('a ≤')).files).toBe(5)
    expect((await needed('a ≤', 'math')).files).toBe(5)
  })

  it('have the file of ā asked before those of its parts', async () => {
    const { faces } = await neededFaces(host, 'aā', new Set())
    const files = faces.filter(({ file }) => file.endsWith('-400-normal.woff2')).map(({ file }) => file)
    expect(files.map((file) => file.includes('latin-ext'))).toEqual([false, true])
  })

  it('lack what nobody has', async () => {
    expect((await needed('a🙂b ह \u{F8FF}')).missing).toEqual(['🙂', 'ह', '\u{F8FF}'])
    expect((await needed('a\u00AD\u200B\u00A0\n\t')).missing).toEqual([])
  })

  it('lack it where it is written, in a config and in works that are cited', async () => {
    const config = { title: 'Judul 🙂', author: { name: 'Ani' }, logo: '🙂.png' }
    const placeOf = (path: readonly (string | number)[]) => ({
      file: 'naskah.yaml',
      expected: path.join('.'),
    })
    const place = { start: { line: 1, column: 1 }, end: { line: 9, column: 1 } }
    const work = (key: string, title: string) =>
      [key, { key, item: { id: key, type: 'book', title }, file: 'p.bib', place }] as const
    const library = new Map([work('a', 'क्ष'), work('b', '🙂')])
    const files = parseFiles([{ path: '1.md', text: 'Lihat [@a].' }])
    const texts = [...textsOfConfig(config, placeOf), ...textsOfWorks(library, files)]
    const told = await checkOtherGlyphs(host, texts)
    expect(
      told.map(({ file, expected, message }) => [file, expected, /U\+[\dA-F]+/.exec(message.id)?.[0]]),
    ).toEqual([
      ['naskah.yaml', 'title', 'U+1F642'],
      ['p.bib', undefined, 'U+0915'],
    ])
  })

  it.each([
    ['<!-- 🙂 --> x 🙂', '1:15 U+1F642'],
    ['[x](https://a.id/🙂) *🙂*', '1:23 U+1F642'],
    ['a\n\n> `🙂`', '3:4 U+1F642'],
    ['x &#x1F642; y', '1:1 U+1F642'],
    ['$🙂$ x 👨‍👩‍👧', '1:8 U+1F468 U+200D U+1F469 U+200D U+1F467'],
    ['kata \u{F0B7} isi', '1:6 U+F0B7'],
  ])('lack the letter of %j there', async (text, expected) => {
    const files = parseFiles([{ path: '1.md', text }])
    await checkGlyphs(host, files)
    const [first] = files.flatMap(({ file }) => diagnosticsOf(file))
    const codes = first?.message.id.match(/U\+[\dA-F]+/g)?.join(' ')
    expect(`${first?.place?.start.line}:${first?.place?.start.column} ${codes}`).toBe(expected)
  })

  it('lack it at a place', async () => {
    const files = parseFiles([{ path: '1.md', text: '# Judul\n\nTeks *dan* 🙂 lagi 🙂.\n' }])
    await checkGlyphs(host, files)
    const told = files.flatMap(({ file }) => diagnosticsOf(file))
    expect(told.map(({ ruleId, place }) => `${place?.start.line}:${place?.start.column} ${ruleId}`)).toEqual([
      '3:12 text/missing-glyph',
    ])
    expect(told[0]?.message.id).toContain('U+1F642')
  })
})

describe('ranges', () => {
  it('are those of CSS, and may be taken from each other', () => {
    expect(parseRanges('U+0000-00FF, U+131')).toEqual([
      [0, 255],
      [0x131, 0x131],
    ])
    expect(
      subtractRanges(
        [[10, 20]],
        [
          [12, 13],
          [20, 30],
          [5, 10],
        ],
      ),
    ).toEqual([
      [11, 11],
      [14, 19],
    ])
  })
})
