/**
 * What earlier builds made, each text in a file named by all it was made from. Whoever finds one need not make it. A file
 * that is not whole, or not the user's own, is as good as none; a folder that cannot be used makes no build fail.
 */
import { createHash, randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export { cacheFolder } from './folder.ts'

export interface Cache {
  /** @param key lower-case letters and digits */
  get(key: string): Promise<string | undefined>
  put(key: string, text: string): Promise<void>
  /** Drops what was not used for longest, where there is more than the limits allow. */
  prune(): Promise<void>
}

/**
 * What was made of the same facts by the same program before, or what is made now, which is kept.
 * @param program what makes it: a new version makes it anew
 * @param facts all that decides what is made; as JSON
 * @param make its result must be what JSON can hold
 */
export async function recallOrMake<Made>(
  cache: Cache,
  { program, facts }: { readonly program: string | Uint8Array; readonly facts: unknown },
  make: () => Promise<Made>,
): Promise<Made> {
  const key = createHash('sha256').update(program).update(JSON.stringify(facts)).digest('hex')
  const known = await cache.get(key)
  if (known !== undefined) return JSON.parse(known) as Made
  const made = await make()
  await cache.put(key, JSON.stringify(made))
  await cache.prune()
  return made
}

export interface CacheLimits {
  readonly files: number
  readonly bytes: number
}

const LIMITS: CacheLimits = { files: 500, bytes: 50_000_000 }
const ENDING = '.cached'
/** What a killed process left goes after this long. */
const ABANDONED_MS = 3_600_000

/** @param folder made when it is first written to */
export function cacheIn(folder: string, limits: CacheLimits = LIMITS): Cache {
  const fileOf = (key: string) => join(folder, `${key}${ENDING}`)
  return {
    async get(key) {
      try {
        const path = fileOf(key)
        const { uid, mode } = await stat(folder)
        const file = await lstat(path)
        const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
        if (!isOurs || !file.isFile() || file.uid !== uid) return undefined
        const whole = await readFile(path, 'utf8')
        const text = whole.slice(whole.indexOf('\n') + 1)
        if (whole !== sealed(text)) return undefined
        // Its time tells when it was last of use.
        await utimes(path, new Date(), new Date()).catch(() => undefined)
        return text
      } catch {
        return undefined
      }
    },
    async put(key, text) {
      const draft = join(folder, `.${key}.${randomBytes(6).toString('hex')}`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(draft, sealed(text), { mode: 0o600 })
        await rename(draft, fileOf(key))
      } catch {
        await rm(draft, { force: true }).catch(() => undefined)
      }
    },
    async prune() {
      const files = await filesIn(folder)
      const now = Date.now()
      const kept = files.filter(({ path }) => path.endsWith(ENDING)).sort((a, b) => b.used - a.used)
      const gone = files.filter(({ path, used }) => !path.endsWith(ENDING) && now - used > ABANDONED_MS)
      let bytes = 0
      for (const [at, file] of kept.entries()) {
        bytes += file.bytes
        if (at >= limits.files || bytes > limits.bytes) gone.push(file)
      }
      await Promise.all(gone.map(({ path }) => rm(path, { force: true }).catch(() => undefined)))
    },
  }
}

/** With its own hash before it: half a file shows. */
function sealed(text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}\n${text}`
}

async function filesIn(folder: string) {
  const names = await readdir(folder).catch(() => [])
  const found = names.map(async (name) => {
    const path = join(folder, name)
    const file = await lstat(path).catch(() => undefined)
    return file?.isFile() ? [{ path, bytes: file.size, used: file.mtimeMs }] : []
  })
  return (await Promise.all(found)).flat()
}
