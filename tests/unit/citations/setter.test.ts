import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { Cache } from '../../../scripts/cache/index.ts'
import { diskHost } from '../../../scripts/host.ts'
import { citationSetter, loadStyle, typeset } from '../../../scripts/resolve/citations/index.ts'

/** In memory, and told apart what was found there. */
function memory() {
  const kept = new Map<string, string>()
  const found: string[] = []
  const cache: Cache = {
    async get(key) {
      const text = kept.get(key)
      if (text !== undefined) found.push(key)
      return text
    },
    async put(key, text) {
      kept.set(key, text)
    },
    prune: async () => undefined,
  }
  return { cache, kept, found }
}

const job = (locator: string) => ({
  style: loadStyle('apa', 'id').value ?? '',
  language: 'id' as const,
  citations: [
    {
      mode: 'parenthetical' as const,
      items: [{ key: 'midhol', locator, label: 'page' as const, suppressAuthor: false }],
      in: 'text' as const,
      note: 0,
      part: 0,
    },
  ],
  works: [
    [
      'midhol',
      {
        id: 'midhol',
        type: 'book',
        title: 'Judul',
        author: [{ literal: 'Midhol' }],
        issued: { raw: '2022' },
      },
    ] as const,
  ],
})

it('answers from a thread of its own what this thread would answer', async () => {
  const setter = citationSetter(diskHost(), memory().cache)
  expect(await setter.set(job('5'))).toEqual(typeset(job('5')))
  await setter.close()
})

it('sets what was asked before once', async () => {
  const { cache, kept, found } = memory()
  const setter = citationSetter(diskHost(), cache)
  const first = await setter.set(job('5'))
  expect(await setter.set(job('5'))).toEqual(first)
  expect([kept.size, found.length]).toEqual([1, 1])
  const other = await setter.set(job('6'))
  expect(other).not.toEqual(first)
  expect(kept.size).toBe(2)
})

it('tells a style that cannot be used, as this thread does', async () => {
  const setter = citationSetter(diskHost(), memory().cache)
  const broken = { ...job('5'), style: '<style></style>' }
  expect((await setter.set(broken)).styleFault).toBe(typeset(broken).styleFault)
})

it('leaves nothing running when it is closed', async () => {
  const { cache, kept } = memory()
  const setter = citationSetter(diskHost(), cache)
  const asked = setter.set(job('5'))
  const ended = expect(asked).rejects.toThrow('ended without a result')
  // The thread starts once the program was read.
  await readFile(new URL('../../../package.json', import.meta.url))
  await new Promise((done) => setTimeout(done, 20))
  await setter.close()
  await ended
  expect(kept.size).toBe(0)
})
