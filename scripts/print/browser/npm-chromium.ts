/**
 * The browser that comes with npm, `@sparticuz/chromium`: four compressed files that run on a bare x86-64 Linux. The
 * package's own code is not used: it unpacks into the temporary folder that all users share and trusts what stands
 * there. Here the files go into the user's cache folder, whole or not at all, and are checked before every use.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { cacheFolder } from '../../cache/index.ts'
import type { Host } from '../../host.ts'
import type { Machine } from './machine.ts'
import { readTar } from './tar.ts'

const PACKAGE = '@sparticuz/chromium'
/** The browser itself, the libraries it needs (NSS, NSPR, expat) and a font for a system that has none. */
const ARCHIVES = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'] as const
/** Counted up whenever other files are unpacked, so that an older folder is not taken for a whole one. */
const LAYOUT = 1
const MANIFEST = 'manifest.json'
const FONTS = 'fonts/fonts.conf'
const CHUNK_BYTES = 2 ** 21
const ABANDONED_MS = 3_600_000

const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

export interface NpmChromium {
  /** Where npm put the compressed files. */
  readonly archives: string
  /** Where they are unpacked to: one folder for each version, owned by the user alone. */
  readonly folder: string
  /** The program in that folder. */
  readonly program: string
}

/** The browser that came with npm, unpacked or not; undefined where there is none or it cannot run. */
export async function npmChromium(host: Host, machine: Machine): Promise<NpmChromium | undefined> {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return undefined
  // Absent where the C library is another one (Alpine).
  if ((await host.kind('/lib64/ld-linux-x86-64.so.2')) !== 'file') return undefined
  const archives = archivesFolder()
  if (archives === undefined || (await host.kind(join(archives, ARCHIVES[0]))) !== 'file') return undefined
  const { version } = JSON.parse(await readFile(join(archives, '../package.json'), 'utf8')) as {
    version: string
  }
  const sizes = ARCHIVES.map((name) => statSync(join(archives, name)).size)
  const hash = createHash('sha256').update(`${LAYOUT} ${sizes}`).digest('hex').slice(0, 8)
  const folder = join(cacheFolder(host, machine), `chromium-${version}-${hash}`)
  return { archives, folder, program: join(folder, 'chromium') }
}

function archivesFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '../../bin')
  } catch {
    return undefined
  }
}

/**
 * Sees to it that the browser stands unpacked in its folder, about 1.5 s the first time and 2 ms from then on.
 * Two processes may do so at once: both get a whole folder.
 *
 * @throws when the folder cannot be written; nothing half unpacked stays behind
 */
export async function unpackNpmChromium({ archives, folder }: NpmChromium): Promise<void> {
  if (await isWhole(folder)) return
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  await sweep(folder)
  const draft = draftOf(folder)
  try {
    await mkdir(draft, { mode: 0o700 })
    await unpackInto(draft, archives)
    // Somebody else may have been faster.
    if (!(await isWhole(folder))) await putInPlace(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * What the unpacked browser needs in its environment, and no other process does. The system's fonts come first; the one
 * that came along serves only a system without any.
 */
export async function npmChromiumEnvironment(
  host: Host,
  { folder }: NpmChromium,
): Promise<Record<string, string>> {
  const libraries = [join(folder, 'lib'), host.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const hasFonts = (await host.kind('/etc/fonts/fonts.conf')) === 'file'
  return { LD_LIBRARY_PATH: libraries, ...(hasFonts ? {} : { FONTCONFIG_FILE: join(folder, FONTS) }) }
}

/** Every file of the manifest with its size, nobody else's and nobody else able to write there. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    const { uid, mode, isFolder } = await facts(folder)
    if (!isFolder || uid !== process.getuid?.() || (mode & 0o077) !== 0) return false
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Record<string, number>
    const checks = Object.entries(manifest).map(async ([path, size]) => {
      const file = await facts(join(folder, path))
      return file.isFile && file.uid === uid && file.size === size
    })
    return (await Promise.all(checks)).every(Boolean)
  } catch {
    return false
  }
}

async function facts(path: string) {
  const found = await lstat(path)
  return {
    uid: found.uid,
    mode: found.mode,
    size: found.size,
    isFile: found.isFile(),
    isFolder: found.isDirectory(),
  }
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  const program = join(folder, 'chromium')
  const inflated = pipeline(
    createReadStream(join(archives, 'chromium.br'), { highWaterMark: CHUNK_BYTES }),
    createBrotliDecompress({ chunkSize: CHUNK_BYTES }),
    createWriteStream(program, { mode: 0o700, flush: true }),
  )
  const packed = Promise.all(
    ['al2023.tar.br', 'fonts.tar.br'].map((name) => inflateTar(join(archives, name))),
  )
  const [entries] = await Promise.all([packed, inflated])
  const manifest: Record<string, number> = { chromium: (await lstat(program)).size }
  const conf = { path: FONTS, mode: 0o600, data: new TextEncoder().encode(FONTS_CONF) }
  for (const { path, mode, data } of [
    ...entries.flat().filter((entry) => entry.path !== 'fonts.conf'),
    conf,
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    await writeFile(join(folder, path), data, { mode: mode & 0o700 })
    manifest[path] = data.length
  }
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, undefined, 2))
}

async function inflateTar(path: string) {
  return readTar(await promisify(brotliDecompress)(await readFile(path)))
}

/** Takes the place of a folder that is not whole; when another process put a whole one there first, that one stays. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(draft, folder)
    } catch (error) {
      if (await isWhole(folder)) return
      if (attempt === 3) throw error
    }
    const grave = draftOf(folder)
    await rename(folder, grave).catch(() => undefined)
    await rm(grave, { recursive: true, force: true })
  }
}

/** Beside the folder and hidden, so that a rename puts it in place at once. */
function draftOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.${randomBytes(6).toString('hex')}`)
}

/** Removes what processes left that were killed while they unpacked. */
async function sweep(folder: string): Promise<void> {
  const parent = dirname(folder)
  for (const name of await readdir(parent)) {
    if (!name.startsWith('.chromium-')) continue
    const found = await lstat(join(parent, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) {
      await rm(join(parent, name), { recursive: true, force: true })
    }
  }
}
