/** What the codes of a font mean, from its ToUnicode map (ISO 32000-1, 9.10.3). */
import { objectText, type PdfObjects } from './reader.ts'
import { streamData } from './streams.ts'

/** From the bytes a show operator paints, so many as `length` says, to the letters they stand for. */
export type Decoder = (codes: Uint8Array, length: number) => string

/** @param number of the font's object */
export function fontDecoder(pdf: PdfObjects, number: number): Decoder {
  const font = objectText(pdf, number)
  const map = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1]
  const data = map === undefined ? undefined : streamData(pdf, Number(map))
  const letters = data ? readToUnicode(Buffer.from(data).toString('latin1')) : []
  // A composite font has two bytes a glyph (Identity-H), every other font one.
  return /\/Subtype\s*\/Type0\b/.test(font)
    ? (codes, length) => {
        let text = ''
        for (let at = 0; at + 1 < length; at += 2) {
          text += letters[((codes[at] as number) << 8) | (codes[at + 1] as number)] ?? ''
        }
        return text
      }
    : (codes, length) => {
        let text = ''
        for (let at = 0; at < length; at++) text += letters[codes[at] as number] ?? ''
        return text
      }
}

/** The letters of each code. */
export function readToUnicode(map: string): string[] {
  const letters: string[] = []
  for (const [, kind, rows = ''] of map.matchAll(/begin(bfchar|bfrange)\s([\s\S]*?)\bend\1/g)) {
    if (kind === 'bfchar') {
      for (const [, code = '', text = ''] of rows.matchAll(/<(\w+)>\s*<(\w*)>/g)) {
        letters[Number.parseInt(code, 16)] = utf16(text)
      }
      continue
    }
    for (const row of rows.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:<(\w*)>|\[([^\]]*)\])/g)) {
      const [, first = '', last = '', start, each] = row
      const from = Number.parseInt(first, 16)
      const to = Number.parseInt(last, 16)
      const texts =
        each === undefined ? [] : [...each.matchAll(/<(\w*)>/g)].map(([, text = '']) => utf16(text))
      for (let code = from; code <= to; code++) {
        letters[code] =
          start === undefined ? (texts[code - from] ?? '') : following(utf16(start), code - from)
      }
    }
  }
  return letters
}

/** A range counts in the last letter of what its first code stands for. */
function following(text: string, steps: number): string {
  const points = [...text]
  const last = points.pop()?.codePointAt(0)
  return last === undefined ? '' : points.join('') + String.fromCodePoint(last + steps)
}

export function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}
