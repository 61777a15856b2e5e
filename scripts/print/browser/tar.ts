/** Reads the small tar archives (ustar) that come with the npm browser. */

interface TarEntry {
  /** Relative, with `/`. */
  readonly path: string
  /** Permission bits. */
  readonly mode: number
  readonly data: Uint8Array
}

const BLOCK = 512

/**
 * The plain files of an archive, in order; folders are left out, they follow from the paths.
 *
 * @throws when the archive is cut off, holds links or devices, or a path that leads out of its folder
 */
export function readTar(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = []
  let at = 0
  while (at + BLOCK <= archive.length) {
    const header = archive.subarray(at, at + BLOCK)
    at += BLOCK
    const path = text(header, 0, 100)
    // Two empty blocks end the archive.
    if (path === '') break
    const [type, size] = [text(header, 156, 1), octal(header, 124, 12)]
    if (at + size > archive.length) throw new Error(`tar: ${path} is cut off`)
    if (type === '0' || type === '') {
      if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`tar: unsafe path ${path}`)
      entries.push({ path, mode: octal(header, 100, 8) & 0o777, data: archive.subarray(at, at + size) })
    } else if (type !== '5') throw new Error(`tar: ${path} is of type ${type}, neither file nor folder`)
    at += Math.ceil(size / BLOCK) * BLOCK
  }
  return entries
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end))
}

function octal(header: Uint8Array, start: number, length: number): number {
  const value = Number.parseInt(text(header, start, length).trim() || '0', 8)
  if (Number.isNaN(value)) throw new Error('tar: a number is not octal')
  return value
}
