/** Which letters a font file really has: the table `cmap` of WOFF 2 (https://www.w3.org/TR/WOFF2/). */
import { brotliDecompressSync } from 'node:zlib'

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
  return cmap ? readCharacters(tables.subarray(...cmap)) : new Set()
}

function readCharacters(cmap: Buffer): Set<number> {
  const points = new Set<number>()
  for (let record = 0, count = cmap.readUInt16BE(2); record < count; record++) {
    const start = cmap.readUInt32BE(8 + record * 8)
    const format = cmap.readUInt16BE(start)
    if (format === 4) readSegments(cmap, start, points)
    if (format === 12) readGroups(cmap, start, points)
  }
  return points
}

function readSegments(cmap: Buffer, start: number, points: Set<number>): void {
  const doubled = cmap.readUInt16BE(start + 6)
  const ends = start + 14
  const starts = ends + doubled + 2
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = cmap.readUInt16BE(ends + segment)
    const first = cmap.readUInt16BE(starts + segment)
    const delta = cmap.readUInt16BE(starts + doubled + segment)
    const rangeAt = starts + 2 * doubled + segment
    const range = cmap.readUInt16BE(rangeAt)
    for (let point = first; point <= last && point !== 0xffff; point++) {
      const listed = range === 0 ? point : cmap.readUInt16BE(rangeAt + range + (point - first) * 2)
      if (!(range !== 0 && listed === 0) && ((listed + delta) & 0xffff) !== 0) points.add(point)
    }
  }
}

function readGroups(cmap: Buffer, start: number, points: Set<number>): void {
  for (let group = 0, count = cmap.readUInt32BE(start + 12); group < count; group++) {
    const at = start + 16 + group * 12
    for (let point = cmap.readUInt32BE(at); point <= cmap.readUInt32BE(at + 4); point++) points.add(point)
  }
}
