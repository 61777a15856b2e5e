/** Where the program keeps what it can make again: a folder of the user's own, safe to delete at any time. */
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Host } from '../host.ts'

interface Machine {
  readonly platform: NodeJS.Platform
  /** The user's own folder. */
  readonly home: string
}

/** Named by `XDG_CACHE_HOME`, or where caches are on this kind of computer. */
export function cacheFolder(
  { env }: Host,
  { platform, home }: Machine = { platform: process.platform, home: homedir() },
): string {
  const named = env.XDG_CACHE_HOME ?? ''
  if (isAbsolute(named)) return join(named, 'naskah')
  const local = env.LOCALAPPDATA ?? ''
  if (platform === 'win32' && isAbsolute(local)) return join(local, 'naskah')
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'naskah') : join(home, '.cache', 'naskah')
}
