import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../scripts/host.ts'

let place = ''
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'naskah-host-'))
})
afterEach(() => rm(place, { recursive: true }))

const at = (name: string) => join(place, name)
const text = async (name: string) => readFile(at(name), 'utf8')

describe('writeAll on disk', () => {
  it('writes all files, makes their folders and leaves nothing else', async () => {
    await writeFile(at('a.pdf'), 'lama')
    await diskHost().writeAll([
      { path: at('a.pdf'), data: 'baru' },
      { path: at('sub/b.html'), data: new Uint8Array([0x78]) },
    ])
    expect([await text('a.pdf'), await text('sub/b.html')]).toEqual(['baru', 'x'])
    expect(await readdir(place)).toEqual(['a.pdf', 'sub'])
    expect(await readdir(at('sub'))).toEqual(['b.html'])
  })

  it.each([
    ['before', ['c.json', 'a.pdf', 'b.html']],
    ['between', ['a.pdf', 'c.json', 'b.html']],
    ['behind', ['a.pdf', 'b.html', 'c.json']],
  ])('changes nothing when a file cannot be replaced %s the others', async (_where, names) => {
    await writeFile(at('a.pdf'), 'lama')
    await mkdir(at('c.json'))
    const files = names.map((name) => ({ path: at(name), data: 'baru' }))
    await expect(diskHost().writeAll(files)).rejects.toThrow()
    expect(await text('a.pdf')).toBe('lama')
    expect(await readdir(place)).toEqual(['a.pdf', 'c.json'])
  })

  it('changes nothing when a draft cannot be written', async () => {
    await writeFile(at('a.pdf'), 'lama')
    await writeFile(at('berkas'), '')
    const files = ['a.pdf', 'berkas/b.html'].map((name) => ({ path: at(name), data: 'baru' }))
    await expect(diskHost().writeAll(files)).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ })
    expect(await text('a.pdf')).toBe('lama')
    expect(await readdir(place)).toEqual(['a.pdf', 'berkas'])
  })

  it('says which permission is missing', async ({ skip }) => {
    if (process.platform === 'win32' || process.getuid?.() === 0) skip()
    await chmod(place, 0o500)
    const failed = diskHost().writeAll([{ path: at('a.pdf'), data: 'x' }])
    await expect(failed).rejects.toMatchObject({ code: 'EACCES' })
    await chmod(place, 0o700)
  })

  it('replaces a link, not what it points to', async ({ skip }) => {
    await writeFile(at('asli'), 'asli')
    await symlink(at('asli'), at('a.pdf')).catch(() => skip())
    await diskHost().writeAll([{ path: at('a.pdf'), data: 'baru' }])
    expect([await text('asli'), await text('a.pdf')]).toEqual(['asli', 'baru'])
  })
})

describe('the clock', () => {
  it('is what SOURCE_DATE_EPOCH says', () => {
    expect(diskHost(place, { SOURCE_DATE_EPOCH: '1700000000' }).now().toISOString()).toBe(
      '2023-11-14T22:13:20.000Z',
    )
    expect(Math.abs(diskHost(place, {}).now().getTime() - Date.now())).toBeLessThan(5000)
  })
})

describe('both hosts', () => {
  const files = { 'bab2.md': 'dua', 'bab10.md': 'sepuluh', 'front/a.md': 'a' }
  const hosts = {
    disk: async () => {
      await mkdir(at('front'))
      for (const [name, data] of Object.entries(files)) await writeFile(at(name), data)
      return diskHost(place, {})
    },
    memory: async () => memoryHost(files, place),
  }

  describe.each(Object.entries(hosts))('%s', (_name, make) => {
    it('lists in the order people count', async () => {
      const host = await make()
      expect(await host.list(place)).toEqual([
        { name: 'bab2.md', kind: 'file' },
        { name: 'bab10.md', kind: 'file' },
        { name: 'front', kind: 'folder' },
      ])
      await expect(host.list(at('tidak-ada'))).rejects.toMatchObject({ code: 'ENOENT' })
    })

    it('tells files from folders and from nothing', async () => {
      const host = await make()
      const kinds = ['bab2.md', 'front', 'fron', 'tidak-ada'].map((name) => host.kind(at(name)))
      expect(await Promise.all(kinds)).toEqual(['file', 'folder', undefined, undefined])
    })

    it('reads what was written', async () => {
      const host = await make()
      await host.writeAll([{ path: at('baru/x.md'), data: 'é' }])
      expect([...(await host.read(at('baru/x.md')))]).toEqual([0xc3, 0xa9])
      await expect(host.read(at('tidak-ada'))).rejects.toMatchObject({ code: 'ENOENT' })
    })

    it('follows a path that goes up', async () => {
      const host = await make()
      expect(new TextDecoder().decode(await host.read(resolve(place, 'front/../bab2.md')))).toBe('dua')
    })
  })

  it('in memory keeps the root', async () => {
    const host = memoryHost({ '/a.md': 'a' }, '/')
    expect(await host.list('/')).toEqual([{ name: 'a.md', kind: 'file' }])
  })
})
