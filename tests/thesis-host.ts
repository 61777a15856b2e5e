/** A thesis in memory; the program's own files (profiles, templates, fonts) come from disk. */
import { resolve, sep } from 'node:path'
import { diskHost, type Host, memoryHost } from '../scripts/host.ts'

/** Where the thesis seems to be. */
export const THESIS = resolve('/thesis')

export function thesisHost(files: Readonly<Record<string, string | Uint8Array>>): Host {
  const disk = diskHost()
  const memory = memoryHost(files, THESIS)
  const hostOf = (path: string) => (path === THESIS || path.startsWith(`${THESIS}${sep}`) ? memory : disk)
  return {
    ...memory,
    env: disk.env,
    read: (path) => hostOf(path).read(path),
    list: (path) => hostOf(path).list(path),
    kind: (path) => hostOf(path).kind(path),
    realpath: async (path) => path,
  }
}
