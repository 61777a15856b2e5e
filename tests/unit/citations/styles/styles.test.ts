/** All works in all styles and both languages, and our styles beside the official ones. */
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../scripts/model.ts'
import { BUILT_IN_STYLES, loadStyle } from '../../../../scripts/resolve/citations/index.ts'
import { here, type RenderedWork, readWorks, readYaml, renderInOrder, renderWorks } from './render.ts'

const works = await readWorks()
const LANGUAGES: readonly Language[] = ['id', 'en']
/** What `loadStyle` gives, when it has nothing to tell. */
function styleOf(name: string, language: Language): string {
  const { value, diagnostics } = loadStyle(name, language)
  expect(diagnostics).toEqual([])
  return value ?? ''
}
/** A style and a language are rendered once for all tests. */
const rendered = new Map(
  BUILT_IN_STYLES.flatMap((name) =>
    LANGUAGES.map((language) => [
      `${name} ${language}`,
      renderWorks(styleOf(name, language), language, works),
    ]),
  ),
)

it('has 36 works of 14 types', () => {
  expect(works.length).toBe(36)
  const kinds = works.map(({ type, editor }) => (type === 'book' && editor ? 'edited book' : type))
  expect(new Set(kinds).size).toBe(14)
})

/** To read: `all-styles.txt`. Written anew by `vitest -u`, to be reviewed as a change of every thesis. */
it('renders every work in every style and both languages', async () => {
  const width = Math.max(...[...rendered.keys()].map((name) => name.length))
  const blocks = works.map(({ id, type }, at) => {
    const rows = [...rendered].flatMap(([name, list]) => [
      `  ${name.padEnd(width)}  ${list[at]?.text}`,
      `  ${''.padEnd(width)}  ${list[at]?.list}`,
    ])
    return [`${id} (${type})`, ...rows, ''].join('\n')
  })
  const head = '# Each style: the work as cited, page 3, and below as listed. Italics between underscores.\n'
  await expect([head, ...blocks].join('\n')).toMatchFileSnapshot(here('all-styles.txt'))
})

/** All texts of a work: its titles, names and places, the longest first. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : []
  return parts.flatMap(wordsOf).sort((one, other) => other.length - one.length)
}

describe('what every style keeps', () => {
  it.each([...rendered.keys()])('%s', (name) => {
    const list = rendered.get(name) ?? []
    const language = name.endsWith(' id') ? 'id' : 'en'
    for (const { id, text, list: entry } of list) {
      const both = `${text}\n${entry}`
      expect
        .soft(both, id)
        .not.toMatch(/undefined|NO_PRINTED_FORM|\[CSL|\( ?\)|“”|__|,,|\.\.(?!\.)|: :| {2}| [,.;]/)
      // Nothing of the other language, save in what the work says itself.
      const own = wordsOf(works.find((work) => work.id === id)).reduce(
        (rest, word) => rest.replaceAll(word, ''),
        both,
      )
      if (language === 'id')
        expect
          .soft(own, id)
          .not.toMatch(
            /\b(and|eds?\. by|edited|translated|Accessed|Retrieved|Available|pp?\. \d|n\.d\.|et al)\b/,
          )
      else
        expect
          .soft(own, id)
          .not.toMatch(/\b(dan|dkk|disunting|diterjemahkan|Diakses|Tersedia|hlm|t\.t\.|oleh)\b/)
    }
  })

  it.each([...rendered.keys()])('%s names no year of a law twice', (name) => {
    const law = rendered.get(name)?.find(({ id }) => id === 'law-numbered-title')
    expect(law?.list).not.toMatch(/2011\)|, 2011\b|\. 2011\b/)
    expect(law?.text).not.toMatch(/2011, 2011|2011 2011/)
  })
})

describe('notes name a work again', () => {
  const order = [
    ['book-two-authors:3'],
    ['book-two-authors:7'],
    ['book-two-authors:7'],
    ['book-two-authors'],
    ['book-one:1', 'edited-two:4'],
    ['book-one:9'],
    ['book-two-authors:5'],
    ['book-two-authors'],
    ['article-four-authors:2'],
    ['law-numbered-title:5'],
    ['article-four-authors:3'],
    ['law-numbered-title:6'],
    ['newspaper-online'],
    ['film'],
    ['newspaper-online'],
    // Two books of one author: the name alone would not do.
    ['book-same-author:2'],
    ['book-same-author-2:4'],
    ['book-same-author:8'],
    ['book-same-author-2'],
  ]
  const second = {
    id: 'book-same-author-2',
    type: 'book',
    author: [{ family: 'Keohane', given: 'Robert O.' }],
    title: 'After Hegemony',
    publisher: 'Princeton University Press',
    'publisher-place': 'Princeton',
    issued: { 'date-parts': [[1984]] },
  }
  it.each(['footnote', 'footnote-modern'])('%s', async (name) => {
    const blocks = LANGUAGES.map((language) => {
      const notes = renderInOrder(styleOf(name, language), language, [...works, second], order)
      return notes.map((note, at) => `${String(at + 1).padStart(2)}  ${note}`).join('\n')
    })
    await expect(`${blocks.join('\n\n')}\n`).toMatchFileSnapshot(here(`notes-${name}.txt`))
  })
})

interface Official {
  readonly style: string
  readonly updated: string
  readonly reasons: Readonly<Record<string, string>>
  readonly works: readonly (RenderedWork & { readonly why?: readonly string[] })[]
}

describe('beside the official style', () => {
  it.each(['apa', 'harvard', 'ieee', 'chicago-author-date', 'footnote'])('%s', async (name) => {
    const official = await readYaml<Official>(`official/${name}.yaml`)
    const ours = rendered.get(`${name} en`) ?? []
    expect(official.works.map(({ id }) => id)).toEqual(works.map(({ id }) => id))
    const blocks = official.works.map(({ id, text, list, why = [] }, at) => {
      const own = ours[at]
      const differs = own?.text !== text || own.list !== list
      expect
        .soft(why.length > 0, `${id} differs without a reason, or has one without differing`)
        .toBe(differs)
      if (!differs) return `### ${id}\n\nThe same: ${list}\n`
      const pair = (mine = '', theirs: string) =>
        mine === theirs
          ? []
          : [`- ours: ${mine || '(not listed)'}`, `- official: ${theirs || '(not listed)'}`]
      const reasons = why.map((key) => `- why: ${official.reasons[key] ?? `?? ${key}`}`)
      return [`### ${id}`, '', ...pair(own?.text, text), ...pair(own?.list, list), ...reasons, ''].join('\n')
    })
    const used = new Set(official.works.flatMap(({ why = [] }) => why))
    expect([...used].sort()).toEqual(Object.keys(official.reasons).sort())
    const head = [
      `# ${name} beside “${official.style}” (${official.updated})`,
      '',
      'In English, since the official styles speak no Indonesian. Italics between underscores.',
      '',
    ].join('\n')
    await expect([head, ...blocks].join('\n')).toMatchFileSnapshot(here(`compared/${name}.md`))
  })
})

it('joins names by the sign where the campus asks for it', () => {
  const names = (name: string, language: Language, and: 'dan' | '&') =>
    renderWorks(loadStyle(name, language, { and }).value ?? '', language, works)
      .filter(({ id }) => id === 'book-two-authors' || id === 'book-three-authors')
      .map(({ text, list }) => [text, list.replace(/ ?[(.“]?\d{4}.*/, '')])
  expect(names('apa', 'id', '&')).toEqual(
    [
      ['Keohane & Nye, 2001, hlm. 3', 'Keohane, R. O., & Nye, J. S.'],
      ['Anggraini dkk., 2019, hlm. 3', 'Anggraini, A., Budiman, B., & Cahyono, C.'],
    ].map(([text, list]) => [`(${text})`, list]),
  )
  expect(names('apa', 'en', 'dan')).toEqual([
    ['(Keohane and Nye, 2001, p. 3)', 'Keohane, R. O., and Nye, J. S.'],
    ['(Anggraini et al., 2019, p. 3)', 'Anggraini, A., Budiman, B., and Cahyono, C.'],
  ])
  expect(names('harvard', 'id', '&')).toEqual([
    ['(Keohane & Nye, 2001, hlm. 3)', 'Keohane, R.O. & Nye, J.S.'],
    ['(Anggraini dkk., 2019, hlm. 3)', 'Anggraini, A., Budiman, B., & Cahyono, C.'],
  ])
})
