/** Where bibliographies that were read and citations that were set are kept for the next build. */
import { join } from 'node:path'
import { type Cache, cacheFolder, cacheIn } from '../cache/index.ts'
import type { Host } from '../host.ts'

/** Of a long thesis there are some 300 kB: room for what is edited in some weeks. */
const LIMITS = { files: 100, bytes: 30_000_000 }

export function citationCache(host: Host): Cache {
  return cacheIn(join(cacheFolder(host), 'citations'), LIMITS)
}
