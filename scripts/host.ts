/**
 * The outside world behind one interface: files, clock, environment. The program touches disk through a host alone,
 * so that tests and other tools can run it in memory.
 */
import { randomBytes } from 'node:crypto'
import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'

interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

export interface Host {
  /** Absolute; relative arguments of commands start here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  now(): Date
  /** Rejects with Node's errors (`code: 'ENOENT'` …). */
  read(path: string): Promise<Uint8Array>
  /** Sorted by name. Rejects when there is no such folder. */
  list(path: string): Promise<FolderEntry[]>
  /** What stands at a path, or undefined when nothing does. */
  kind(path: string): Promise<'file' | 'folder' | undefined>
  /** The path with every link followed. Rejects when nothing stands there. */
  realpath(path: string): Promise<string>
  /** Writes all files or none: what stood there before stays whole until every new file is safely on disk. */
  writeAll(files: readonly { readonly path: string; readonly data: string | Uint8Array }[]): Promise<void>
}

/** The machine's own disk and clock. `SOURCE_DATE_EPOCH` (seconds) sets the clock for reproducible builds. */
export function diskHost(cwd: string = process.cwd(), env: Host['env'] = process.env): Host {
  return {
    cwd,
    env,
    now: () =>
      /^\d{1,11}$/.test(env.SOURCE_DATE_EPOCH ?? '')
        ? new Date(Number(env.SOURCE_DATE_EPOCH) * 1000)
        : new Date(),
    read: (path) => readFile(path),
    realpath: (path) => realpath(path),
    async list(path) {
      const entries = await readdir(path, { withFileTypes: true })
      return Promise.all(
        entries
          .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
          .map(async (entry): Promise<FolderEntry> => {
            const folder = entry.isSymbolicLink()
              ? await stat(join(path, entry.name)).then(
                  (found) => found.isDirectory(),
                  () => false,
                )
              : entry.isDirectory()
            return { name: entry.name, kind: folder ? 'folder' : 'file' }
          }),
      )
    },
    async kind(path) {
      const found = await stat(path).catch(() => undefined)
      if (found?.isDirectory()) return 'folder'
      // A pipe or a device would be waited for without end.
      return found?.isFile() ? 'file' : undefined
    },
    writeAll,
  }
}

/** Every draft is on disk before the first file is replaced; should a replacement fail, the ones before it go back. */
const writeAll: Host['writeAll'] = async (files) => {
  const works = files.map(({ path, data }) => {
    const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`)
    return { path, data, draft: `${beside}.tmp`, old: `${beside}.old` }
  })
  const replaced: (() => Promise<void>)[] = []
  try {
    const drafted = await Promise.allSettled(
      works.map(async ({ path, data, draft }) => {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(draft, data, { flush: true })
      }),
    )
    const failed = drafted.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
    for (const { path, draft, old } of works) {
      const existed = await keep(path, old)
      await rename(draft, path)
      replaced.unshift(() => (existed ? rename(old, path) : rm(path, { force: true })))
    }
  } catch (error) {
    for (const putBack of replaced) await putBack().catch(() => undefined)
    throw error
  } finally {
    await Promise.all(
      works.flatMap(({ draft, old }) => [rm(draft, { force: true }), rm(old, { force: true })]),
    )
  }
}

/** Gives a file a second name, so that its own can be overwritten. @returns false when there is no such file */
async function keep(path: string, old: string): Promise<boolean> {
  try {
    await link(path, old)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    // Some file systems have no links; a folder has none anywhere, and copying it fails as the write should.
    await copyFile(path, old)
    return true
  }
}

/** A host that lives in memory: paths to contents. For tests, and for tools that hold their files elsewhere. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  cwd = '/thesis',
): Host & {
  readonly files: Map<string, Uint8Array>
} {
  const bytes = (data: string | Uint8Array) =>
    typeof data === 'string' ? new TextEncoder().encode(data) : data
  const stored = new Map(Object.entries(files).map(([path, data]) => [resolve(cwd, path), bytes(data)]))
  const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
  const under = (path: string) =>
    [...stored.keys()].filter((name) => name.startsWith(path.endsWith(sep) ? path : path + sep))
  return {
    cwd,
    env: {},
    files: stored,
    now: () => new Date(0),
    async read(path) {
      const data = stored.get(resolve(cwd, path))
      if (!data) throw missing(path)
      return data
    },
    async list(path) {
      const folder = resolve(cwd, path)
      const entries = new Map<string, FolderEntry>()
      for (const name of under(folder)) {
        const [first = '', ...rest] = name
          .slice(folder.endsWith(sep) ? folder.length : folder.length + 1)
          .split(sep)
        entries.set(first, { name: first, kind: rest.length > 0 ? 'folder' : 'file' })
      }
      if (entries.size === 0) throw missing(path)
      return [...entries.values()].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    },
    async kind(path) {
      if (stored.has(resolve(cwd, path))) return 'file'
      return under(resolve(cwd, path)).length > 0 ? 'folder' : undefined
    },
    async realpath(path) {
      return resolve(cwd, path)
    },
    async writeAll(written) {
      for (const { path, data } of written) stored.set(resolve(cwd, path), bytes(data))
    },
  }
}
