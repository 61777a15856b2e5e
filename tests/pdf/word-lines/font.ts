/** The widths of letters, read from the font files themselves: what no browser had a hand in. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { readCharacters } from '../../cmap.ts'

export type Style = 'regular' | 'italic' | 'bold'

export interface FontMetrics {
  /** Of a letter, in em. Throws for a letter the font does not have. */
  advance(letter: string): number
  /** What the font's designer puts above and below the baseline and between two lines, in em. */
  readonly ascender: number
  readonly descender: number
  readonly lineGap: number
}

const FILES: Record<Style, string> = {
  regular: 'tinos-latin-400-normal.woff',
  italic: 'tinos-latin-400-italic.woff',
  bold: 'tinos-latin-700-normal.woff',
}

export async function tinos(): Promise<Record<Style, FontMetrics>> {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/tinos/package.json'))
  const read = async (style: Style) => parse(await readFile(join(folder, 'files', FILES[style])))
  return { regular: await read('regular'), italic: await read('italic'), bold: await read('bold') }
}

function parse(woff: Buffer): FontMetrics {
  const tables = readTables(woff)
  const table = (tag: string) => {
    const found = tables.get(tag)
    if (!found) throw new Error(`the font has no table ${tag}`)
    return found
  }
  const em = table('head').readUInt16BE(18)
  const hhea = table('hhea')
  const hmtx = table('hmtx')
  // Glyphs after the last entry have the width of the last one.
  const lastMetric = hhea.readUInt16BE(34) - 1
  const glyphs = readCharacters(table('cmap'))
  return {
    advance(letter) {
      const glyph = glyphs.get(letter.codePointAt(0) ?? 0)
      if (glyph === undefined) throw new Error(`the font has no “${letter}”`)
      return hmtx.readUInt16BE(Math.min(glyph, lastMetric) * 4) / em
    },
    ascender: hhea.readInt16BE(4) / em,
    descender: -hhea.readInt16BE(6) / em,
    lineGap: hhea.readInt16BE(8) / em,
  }
}

/** WOFF 1: a directory of tables, each deflated where that makes it smaller. */
function readTables(woff: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let at = 0, count = woff.readUInt16BE(12); at < count; at++) {
    const entry = 44 + at * 20
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field))
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0))
    tables.set(woff.toString('latin1', entry, entry + 4), packed === size ? bytes : inflateSync(bytes))
  }
  return tables
}
