/** What is kept: whole or not at all, the user's own, and never too many. */
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheIn } from '../../../scripts/cache/index.ts'

let base: string
let folder: string

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'naskah-test-'))
  folder = join(base, 'naskah/drawings')
})
afterEach(() => rm(base, { recursive: true, force: true }))

const DAY_S = 86_400
const fileOf = (key: string) => join(folder, `${key}.cached`)

describe('a cache', () => {
  it('gives back what was put, and nothing else', async () => {
    const cache = cacheIn(folder)
    expect(await cache.get('a1')).toBeUndefined()
    await cache.put('a1', '<svg>é\n</svg>')
    expect(await cache.get('a1')).toBe('<svg>é\n</svg>')
    expect(await cache.get('b2')).toBeUndefined()
    expect(await readdir(folder)).toEqual(['a1.cached'])
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('does not trust what is cut off, changed, a link, or where others may write', async () => {
    const cache = cacheIn(folder)
    await cache.put('a1', '<svg></svg>')
    const whole = await readFile(fileOf('a1'), 'utf8')
    for (const text of ['', whole.slice(0, -1), whole.replace('<svg>', '<svg onload="x">')]) {
      await writeFile(fileOf('a1'), text)
      expect(await cache.get('a1')).toBeUndefined()
    }
    await writeFile(fileOf('a1'), whole)
    expect(await cache.get('a1')).toBe('<svg></svg>')
    await symlink(fileOf('a1'), fileOf('c3'))
    expect(await cache.get('c3')).toBeUndefined()
    await chmod(folder, 0o777)
    expect(await cache.get('a1')).toBeUndefined()
  })

  it('fails no build where it cannot write', async () => {
    await writeFile(join(base, 'naskah'), 'a file')
    const cache = cacheIn(folder)
    await cache.put('a1', '<svg></svg>')
    await cache.prune()
    expect(await cache.get('a1')).toBeUndefined()
  })

  it('drops what was unused for longest, by number and by size, and drafts that nobody finished', async () => {
    const cache = cacheIn(folder, { files: 3, bytes: 1000 })
    for (const [at, key] of ['a', 'b', 'c', 'd'].entries()) {
      await cache.put(key, 'x')
      await utimes(fileOf(key), 0, Date.now() / 1000 - (10 - at) * DAY_S)
    }
    // Used again: the oldest is now the youngest.
    await cache.get('a')
    await writeFile(join(folder, '.e.123'), 'half')
    await utimes(join(folder, '.e.123'), 0, 1000)
    await writeFile(join(folder, '.f.456'), 'being written')
    await cache.prune()
    expect((await readdir(folder)).sort()).toEqual(['.f.456', 'a.cached', 'c.cached', 'd.cached'])
    await cache.put('g', 'y'.repeat(900))
    await cache.prune()
    expect((await readdir(folder)).filter((name) => name.endsWith('.cached'))).toEqual(['g.cached'])
  })
})
