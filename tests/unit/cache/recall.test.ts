import { expect, it } from 'vitest'
import { type Cache, recallOrMake } from '../../../scripts/cache/index.ts'
import { analyse, render } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

/** In memory, with how often something was found there. */
function memory() {
  const kept = new Map<string, string>()
  const counts = { found: 0 }
  const cache: Cache = {
    async get(key) {
      const text = kept.get(key)
      if (text !== undefined) counts.found++
      return text
    },
    async put(key, text) {
      kept.set(key, text)
    },
    prune: async () => undefined,
  }
  return { cache, kept, counts }
}

it('makes once what the same program makes of the same facts', async () => {
  const { cache, kept } = memory()
  let made = 0
  const make = async () => ({ made: ++made })
  const ask = (program: string, facts: unknown) => recallOrMake(cache, { program, facts }, make)
  expect(await ask('1.0', ['a'])).toEqual({ made: 1 })
  expect(await ask('1.0', ['a'])).toEqual({ made: 1 })
  expect(await ask('1.0', ['b'])).toEqual({ made: 2 })
  expect(await ask('1.1', ['a'])).toEqual({ made: 3 })
  expect(kept.size).toBe(3)
})

const BIB = `@book{midhol, author = {Midhol, A.}, title = {Judul}, publisher = {P}, year = {2022}}
@book{tanpa, author = {Dua, B.}, title = {Tanpa Penerbit}, year = {2020}}`

/** The page, and what was said of the thesis. */
async function build(files: Readonly<Record<string, string>>, cache?: Cache) {
  const host = thesisHost(files)
  const { value, diagnostics } = await analyse(host, THESIS, { cache }, stopwatch())
  if (!value) throw new Error('the thesis cannot be read')
  const page = await render(host, value, { draft: false, cache }, stopwatch())
  return { html: page.value?.html, diagnostics: [...diagnostics, ...page.diagnostics] }
}

it('a thesis reads the same from what was kept, and says the same of its sources', async () => {
  const files = { '1.md': '# Pendahuluan\n\nKata [@midhol, hlm. 5] dan @tanpa.', 'pustaka.bib': BIB }
  const { cache, counts } = memory()
  const plain = await build(files)
  expect(plain.diagnostics.map(({ ruleId }) => ruleId)).toContain('bibliography/missing-field')
  expect(await build(files, cache)).toEqual(plain)
  expect(counts.found).toBe(0)
  expect(await build(files, cache)).toEqual(plain)
  expect(counts.found).toBe(2)
})

it.each([
  ['a source', { 'pustaka.bib': BIB.replace('2022', '2021') }, 'Midhol, 2021'],
  ['a page', { '1.md': '# Pendahuluan\n\nKata [@midhol, hlm. 6].' }, 'hlm. 6'],
  ['the style', { 'naskah.yaml': 'citation: {style: chicago-author-date}' }, 'Midhol 2022'],
])('%s that changed is set anew', async (_, changed, expected) => {
  const files = { '1.md': '# Pendahuluan\n\nKata [@midhol, hlm. 5].', 'pustaka.bib': BIB }
  const { cache } = memory()
  expect((await build(files, cache)).html).not.toContain(expected)
  expect((await build({ ...files, ...changed }, cache)).html).toContain(expected)
})
