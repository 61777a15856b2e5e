/** A `.csl` file of somebody else: what is said when it is not what it should be. */
import { describe, expect, it } from 'vitest'
import { BUILT_IN_STYLES, loadStyle } from '../../../../scripts/resolve/citations/index.ts'

const INFO = '<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>'
const HEAD =
  '<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">'
const CITATION = '<citation><layout><text variable="title"/></layout></citation>'
const LIST = '<bibliography><layout><text variable="title"/></layout></bibliography>'
const dependent = (parent: string) =>
  `${HEAD}\n<info>\n<link rel="self" href="http://www.zotero.org/styles/jurnal"/>\n<link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/>\n</info>\n</style>`

function told(text: string) {
  const { value, diagnostics } = loadStyle({ path: 'gaya/kampus.csl', text })
  return {
    value,
    said: diagnostics.map((one) => `${one.file}:${one.place?.start.line} ${one.ruleId}`),
    diagnostics,
  }
}

it('takes a whole style as it is', () => {
  const text = `${HEAD}\n<!-- < & --> <![CDATA[<x>]]>${INFO}${CITATION}${LIST}\n</style>\n`
  expect(told(text)).toMatchObject({ value: text, said: [] })
})

describe('says what the file is instead', () => {
  it.each([
    ['nothing', '', '1 citation/style-not-csl'],
    ['text', 'Gaya kampus kami', '1 citation/style-not-csl'],
    ['JSON', '{"style": "apa"}', '1 citation/style-not-csl'],
    ['other XML', '<?xml version="1.0"?>\n<svg></svg>', '2 citation/style-not-csl'],
    [
      'a web page',
      '<!DOCTYPE html>\n<html><body><style>p{}</style></body></html>',
      '1 citation/style-is-html',
    ],
    [
      'a page of XHTML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
      '1 citation/style-is-html',
    ],
    [
      'a locale',
      '<?xml version="1.0"?>\n\n<locale xml:lang="id-ID"><terms/></locale>',
      '3 citation/style-is-locale',
    ],
    ['a style that cites nothing', `${HEAD}${INFO}${LIST}</style>`, '2 citation/style-without-citation'],
    [
      'a citation without a layout',
      `${HEAD}${INFO}\n<citation/>${LIST}</style>`,
      '3 citation/style-without-citation',
    ],
  ])('%s', (_, text, said) => {
    expect(told(text)).toMatchObject({ value: undefined, said: [`gaya/kampus.csl:${said}`] })
  })
})

describe('says where the file breaks', () => {
  it.each([
    [
      'cut off',
      `${HEAD}\n${INFO}\n<macro name="a">\n<group>\n<text variable="ti`,
      '6',
      '<group> dari baris 5 tidak ditutup',
    ],
    ['cut off between tags', `${HEAD}\n${INFO}\n<citation>\n`, '4', '<citation> dari baris 4 tidak ditutup'],
    [
      'closed wrongly',
      `${HEAD}\n<macro name="a"><group>\n</macro>`,
      '4',
      '<group> dari baris 3 ditutup oleh </macro>',
    ],
    ['closed twice', `${HEAD}\n</style>\n</style>`, '4', '</style> menutup apa yang tidak dibuka'],
    ['a bare <', `${HEAD}\n<text value="a < b"/></style>`, '3', '<style> dari baris 2 tidak ditutup'],
  ])('%s', (_, text, line, words) => {
    const { value, said, diagnostics } = told(text)
    expect(value).toBeUndefined()
    expect(said).toEqual([`gaya/kampus.csl:${line} citation/style-broken`])
    expect(diagnostics[0]?.message.id).toContain(words)
  })

  it('at any place it is cut', () => {
    const whole = `${HEAD}${INFO}${CITATION}${LIST}</style>`
    for (let end = 1; end < whole.length; end++) {
      expect.soft(told(whole.slice(0, end)).value, whole.slice(0, end)).toBeUndefined()
    }
  })
})

describe('a dependent style', () => {
  it('names its parent, and the built-in style that is like it', () => {
    const { value, said, diagnostics } = told(dependent('harvard-cite-them-right'))
    expect(value).toBeUndefined()
    expect(said).toEqual(['gaya/kampus.csl:5 citation/dependent-style'])
    expect(diagnostics[0]?.message.id).toContain('“harvard-cite-them-right”')
    expect(diagnostics[0]?.hint?.id).toMatch(/zotero\.org\/styles\/harvard-cite-them-right .*“harvard”/)
    expect(told(dependent('nature')).diagnostics[0]?.hint?.en).toBe(
      'Download zotero.org/styles/nature and use that file.',
    )
  })

  it('of a built-in style is that style', () => {
    const { value, said } = told(dependent('ieee'))
    expect(value).toBe(loadStyle('ieee').value)
    expect(said).toEqual(['gaya/kampus.csl:5 citation/parent-style'])
  })
})

it('warns of a style without a list', () => {
  const { value, said } = told(`${HEAD}${INFO}${CITATION}</style>`)
  expect(value).toContain('<citation>')
  expect(said).toEqual(['gaya/kampus.csl:2 citation/style-without-list'])
})

it('knows its own styles by name, in any case, and guesses at others', () => {
  for (const name of BUILT_IN_STYLES) expect(loadStyle(name.toUpperCase()).value).toContain('<citation')
  expect(loadStyle('chicago').diagnostics[0]?.expected).toBe('chicago-author-date')
  expect(loadStyle('footnotes').diagnostics[0]?.hint?.id).toContain('“footnote”')
})

it('reads hostile files in time', () => {
  const start = performance.now()
  for (const piece of ['<', '<a ', '<!--', '<a b="', '<a>', '</a>', '<![CDATA[', '<?', '<a b=c ']) {
    told(`<style>${piece.repeat(50_000)}`)
  }
  expect(performance.now() - start).toBeLessThan(5_000)
})
