/**
 * Drawings of earlier builds, each in a file named by all it was made from. Whoever finds one need not draw. A file that
 * is not whole, or not the user's own, is as good as none; a folder that cannot be used makes no build fail.
 */
import { createHash, randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface DrawingCache {
  /** @param key lower-case letters and digits */
  get(key: string): Promise<string | undefined>
  put(key: string, drawing: string): Promise<void>
  /** Drops what was not used for longest, where there is more than the limits allow. */
  prune(): Promise<void>
}

export interface CacheLimits {
  readonly files: number
  readonly bytes: number
}

const LIMITS: CacheLimits = { files: 500, bytes: 50_000_000 }
const ENDING = '.drawing'
/** What a killed process left goes after this long. */
const ABANDONED_MS = 3_600_000

/** @param folder made when it is first written to */
export function cacheIn(folder: string, limits: CacheLimits = LIMITS): DrawingCache {
  const fileOf = (key: string) => join(folder, `${key}${ENDING}`)
  return {
    async get(key) {
      try {
        const path = fileOf(key)
        const { uid, mode } = await stat(folder)
        const file = await lstat(path)
        const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
        if (!isOurs || !file.isFile() || file.uid !== uid) return undefined
        const text = await readFile(path, 'utf8')
        const drawing = text.slice(text.indexOf('\n') + 1)
        if (text !== sealed(drawing)) return undefined
        // Its time tells when it was last of use.
        await utimes(path, new Date(), new Date()).catch(() => undefined)
        return drawing
      } catch {
        return undefined
      }
    },
    async put(key, drawing) {
      const draft = join(folder, `.${key}.${randomBytes(6).toString('hex')}`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(draft, sealed(drawing), { mode: 0o600 })
        await rename(draft, fileOf(key))
      } catch {
        await rm(draft, { force: true }).catch(() => undefined)
      }
    },
    async prune() {
      const files = await filesIn(folder)
      const now = Date.now()
      const drawings = files.filter(({ path }) => path.endsWith(ENDING)).sort((a, b) => b.used - a.used)
      const gone = files.filter(({ path, used }) => !path.endsWith(ENDING) && now - used > ABANDONED_MS)
      let bytes = 0
      for (const [at, drawing] of drawings.entries()) {
        bytes += drawing.bytes
        if (at >= limits.files || bytes > limits.bytes) gone.push(drawing)
      }
      await Promise.all(gone.map(({ path }) => rm(path, { force: true }).catch(() => undefined)))
    },
  }
}

/** With its own hash before it: half a file shows. */
function sealed(drawing: string): string {
  return `${createHash('sha256').update(drawing).digest('hex')}\n${drawing}`
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
