/** The table `cmap` of a font: from code points to glyphs, in the two formats the fonts here have. */

export function readCharacters(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let record = 0, count = cmap.readUInt16BE(2); record < count; record++) {
    const start = cmap.readUInt32BE(8 + record * 8)
    const format = cmap.readUInt16BE(start)
    if (format === 4) readSegments(cmap, start, glyphs)
    if (format === 12) readGroups(cmap, start, glyphs)
  }
  return glyphs
}

function readSegments(cmap: Buffer, start: number, glyphs: Map<number, number>): void {
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
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(point, glyph)
    }
  }
}

function readGroups(cmap: Buffer, start: number, glyphs: Map<number, number>): void {
  for (let group = 0, count = cmap.readUInt32BE(start + 12); group < count; group++) {
    const at = start + 16 + group * 12
    const [first, last, glyph] = [0, 4, 8].map((field) => cmap.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ]
    for (let point = first; point <= last; point++) glyphs.set(point, glyph + point - first)
  }
}
