import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../scripts/host.ts'
import { thisMachine } from '../../../scripts/print/browser/machine.ts'
import {
  type NpmChromium,
  npmChromium,
  npmChromiumEnvironment,
  unpackNpmChromium,
} from '../../../scripts/print/browser/npm-chromium.ts'
import { writeArchives } from './archive.ts'

let base: string
let chromium: NpmChromium

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'naskah-test-'))
  const folder = join(base, 'cache/naskah/chromium-1-abc')
  chromium = { archives: join(base, 'bin'), folder, program: join(folder, 'chromium') }
  await writeArchives(chromium.archives)
})
afterEach(() => rm(base, { recursive: true, force: true }))

const FILES = ['chromium', 'fonts/A/A.ttf', 'fonts/fonts.conf', 'lib/libnss3.so', 'manifest.json']

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const besides = async () => (await readdir(join(base, 'cache/naskah'))).filter((name) => name.startsWith('.'))

// The browser is for Linux; what guards its folder are Unix permissions.
describe.runIf(process.platform !== 'win32')('unpackNpmChromium', () => {
  it('unpacks the program, the libraries and a font, for the user alone', async () => {
    await unpackNpmChromium(chromium)
    expect(await filesOf(chromium.folder)).toEqual(FILES)
    expect(await readFile(chromium.program, 'utf8')).toBe('#!/bin/sh\n')
    expect((await stat(chromium.program)).mode & 0o777).toBe(0o700)
    expect((await stat(chromium.folder)).mode & 0o777).toBe(0o700)
    expect(await readFile(join(chromium.folder, 'fonts/fonts.conf'), 'utf8')).not.toContain('/tmp')
    expect(await besides()).toEqual([])
  })

  it('leaves a whole folder as it is', async () => {
    await unpackNpmChromium(chromium)
    const { mtimeMs } = await stat(chromium.program)
    await rm(chromium.archives, { recursive: true })
    await unpackNpmChromium(chromium)
    expect((await stat(chromium.program)).mtimeMs).toBe(mtimeMs)
  })

  it.each<[string, () => Promise<void>]>([
    ['a program cut off', () => truncate(chromium.program, 3)],
    ['a library gone', () => rm(join(chromium.folder, 'lib/libnss3.so'))],
    ['no manifest', () => rm(join(chromium.folder, 'manifest.json'))],
    ['half a manifest', () => truncate(join(chromium.folder, 'manifest.json'), 5)],
    ['others allowed to write', () => chmod(chromium.folder, 0o777)],
    [
      'a link in the place of the program',
      async () => {
        await rm(chromium.program)
        await writeFile(join(base, 'foreign'), '#!/bin/sh\n')
        await symlink(join(base, 'foreign'), chromium.program)
      },
    ],
  ])('repairs a folder with %s', async (_, damage) => {
    await unpackNpmChromium(chromium)
    await damage()
    await unpackNpmChromium(chromium)
    expect(await filesOf(chromium.folder)).toEqual(FILES)
    expect(await readFile(chromium.program, 'utf8')).toBe('#!/bin/sh\n')
    expect((await stat(chromium.folder)).mode & 0o777).toBe(0o700)
    expect(await besides()).toEqual([])
  })

  it('may run several times at once, over a half unpacked folder', async () => {
    await mkdir(chromium.folder, { recursive: true })
    await writeFile(chromium.program, 'half')
    await Promise.all(Array.from({ length: 6 }, () => unpackNpmChromium(chromium)))
    expect(await filesOf(chromium.folder)).toEqual(FILES)
    expect(await besides()).toEqual([])
  })

  it('leaves nothing when it fails', async () => {
    await truncate(join(chromium.archives, 'al2023.tar.br'), 10)
    await expect(unpackNpmChromium(chromium)).rejects.toThrow()
    expect(await readdir(join(base, 'cache/naskah'))).toEqual([])
  })

  it('sweeps what a killed process left long ago, and no other', async () => {
    const [old, recent] = ['.chromium-1-abc.old', '.chromium-1-abc.new'].map((name) =>
      join(base, 'cache/naskah', name),
    ) as [string, string]
    await mkdir(old, { recursive: true })
    await mkdir(recent)
    await utimes(old, 0, 0)
    await unpackNpmChromium(chromium)
    expect(await besides()).toEqual(['.chromium-1-abc.new'])
  })
})

describe('npmChromiumEnvironment', () => {
  it('puts its libraries before those of the user, and its font only where there is no other', async () => {
    const bare = { ...memoryHost({}), env: { LD_LIBRARY_PATH: '/own/lib' } }
    const env = await npmChromiumEnvironment(bare, chromium)
    expect(env.LD_LIBRARY_PATH).toBe(`${join(chromium.folder, 'lib')}:/own/lib`)
    expect(env.FONTCONFIG_FILE).toBe(join(chromium.folder, 'fonts/fonts.conf'))
    const withFonts = memoryHost({ '/etc/fonts/fonts.conf': '' })
    expect(Object.keys(await npmChromiumEnvironment(withFonts, chromium))).toEqual(['LD_LIBRARY_PATH'])
  })
})

describe('npmChromium', () => {
  const linux = { platform: 'linux', arch: 'x64', home: '/home/ayu' } as const

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'lives in the cache of the user',
    async () => {
      const here = await npmChromium({ ...diskHost(), env: {} }, linux)
      expect(here?.program).toMatch(
        /^\/home\/ayu\/\.cache\/naskah\/chromium-\d+\.\d+\.\d+-[0-9a-f]{8}\/chromium$/,
      )
      const there = await npmChromium({ ...diskHost(), env: { XDG_CACHE_HOME: '/var/own' } }, linux)
      expect(there?.folder).toMatch(/^\/var\/own\/naskah\//)
      const relative = await npmChromium({ ...diskHost(), env: { XDG_CACHE_HOME: 'own' } }, linux)
      expect(relative?.folder).toMatch(/^\/home\/ayu\/\.cache\//)
    },
  )

  it('is for x86-64 Linux alone', async () => {
    expect(
      await npmChromium(diskHost(), { ...thisMachine(), platform: 'linux', arch: 'arm64' }),
    ).toBeUndefined()
    expect(
      await npmChromium(diskHost(), { ...thisMachine(), platform: 'darwin', arch: 'x64' }),
    ).toBeUndefined()
  })
})
