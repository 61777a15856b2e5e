/** Paths as they are written in Markdown. */
import type { Host } from '../host.ts'
import { insideFolder } from './text.ts'

/** `gambar%20satu.png` -> `gambar satu.png`; a stray percent sign stays what it is. Windows' backslashes are forgiven. */
export function decodedPath(url: string): string {
  const path = url.replaceAll('\\', '/')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The files in the folder of a path, for "did you mean". */
export async function namesBeside(host: Host, folder: string, path: string): Promise<string[]> {
  const sub = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
  const inside = await insideFolder(host, folder, sub)
  const entries = inside === undefined ? [] : await host.list(inside).catch(() => [])
  return entries
    .filter((entry) => entry.kind === 'file')
    .map((entry) => (sub === '.' ? entry.name : `${sub}/${entry.name}`))
}
