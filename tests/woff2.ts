/** Which letters a font file really has: the table `cmap` of WOFF 2 (https://www.w3.org/TR/WOFF2/). */
import { brotliDecompressSync } from 'node:zlib'
import { readCharacters } from './cmap.ts'

/** Tags that need no letters in the file, by number; others are written out. Only `cmap`, the first, is looked for. */
const WRITTEN_OUT = 63
const [GLYF, LOCA] = [10, 11]
const HEADER = 48

/** The code points a file has glyphs for. */
export function charactersOf(woff2: Buffer): Set<number> {
  let at = HEADER
  const number = () => {
    let value = 0
    for (;;) {
      const byte = woff2[at++] ?? 0
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let offset = 0
  let cmap: [number, number] | undefined
  for (let left = woff2.readUInt16BE(12); left > 0; left--) {
    const flags = woff2[at++] ?? 0
    const tag = flags & 63
    if (tag === WRITTEN_OUT) at += 4
    const size = number()
    const transformed = tag === GLYF || tag === LOCA ? flags >> 6 !== 3 : flags >> 6 !== 0
    const stored = transformed ? number() : size
    if (tag === 0) cmap = [offset, offset + stored]
    offset += stored
  }
  const tables = brotliDecompressSync(woff2.subarray(at, at + woff2.readUInt32BE(20)))
  return new Set(cmap ? readCharacters(tables.subarray(...cmap)).keys() : [])
}
