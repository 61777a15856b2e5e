import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { indonesianLocale } from '../../../../scripts/resolve/citations/locale-id.ts'
import { here } from './render.ts'

const names = (await readFile(here('csl-1.0.2-terms.txt'), 'utf8')).trim().split('\n')
const terms = new Map(
  [...indonesianLocale().matchAll(/<term name="([^"]+)"(?: form="([^"]+)")?(?:\/>|>([^<]*)<\/term>)/g)].map(
    ([, name, form, text = '']) => [form === undefined ? `${name}` : `${name}|${form}`, text],
  ),
)

it('has every term of CSL 1.0.2 in every form, and none besides', () => {
  expect([...terms.keys()].sort()).toEqual([...names].sort())
})

it('leaves no term in English, and empty only what needs no word', () => {
  const { 'en-US': english }: { 'en-US': string } = createRequire(import.meta.url)(
    '@citation-js/plugin-csl/lib/locales.json',
  )
  const same = [...terms].filter(([name, text]) => {
    const [bare, form] = name.split('|')
    const head = form === undefined ? `<term name="${bare}">` : `<term name="${bare}" form="${form}">`
    return /[a-z]{2}/.test(text) && english.includes(`${head}${text}</term>`)
  })
  // Latin, loanwords, and months that are written alike.
  expect(same.map(([, text]) => text).sort()).toEqual(
    [
      'April',
      'Apr.',
      'Feb.',
      'Jan.',
      'Jul.',
      'Jun.',
      'Mar.',
      'November',
      'Nov.',
      'September',
      'Sep.',
      'album',
      'anon.',
      'ed.',
      'film',
      'ibid.',
      'internet',
      'loc. cit.',
      'op. cit.',
      'video',
    ].sort(),
  )
  const empty = [...terms].filter(([, text]) => text === '').map(([name]) => name)
  expect(empty.filter((name) => !name.startsWith('ordinal'))).toEqual([
    'timestamp',
    'author',
    'composer',
    'container-author',
    'original-author',
    'recipient',
    'reviewed-author',
  ])
})

it('says what campuses expect', () => {
  const expected = {
    and: 'dan',
    'et-al': 'dkk.',
    in: 'dalam',
    'no date|short': 't.t.',
    'page|short': 'hlm.',
    'chapter|short': 'bab',
    'volume|short': 'vol.',
    'issue|short': 'no.',
    'edition|short': 'ed.',
    accessed: 'diakses',
    online: 'daring',
    'article-locator': 'pasal',
    verse: 'ayat',
    'month-08': 'Agustus',
    'season-01': 'musim semi',
    'long-ordinal-03': 'ketiga',
    'translator|short': 'penerj.',
    'editor|verb': 'disunting oleh',
  }
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, terms.get(name)]))).toEqual(expected)
})
