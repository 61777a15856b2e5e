/** What the table of fonts says of their files is compared with the files: no letter is promised that is not there. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { type FontFace, facesOf } from '../../scripts/fonts/index.ts'
import { FONT_PACKAGES } from '../../scripts/fonts/packages.ts'
import { parseRanges } from '../../scripts/fonts/ranges.ts'
import { diskHost } from '../../scripts/host.ts'
import { charactersOf } from '../woff2.ts'

it('every font has the letters it is taken for', async () => {
  const fonts = FONT_PACKAGES.filter(({ use }) => use === 'text')
  const faces = (await Promise.all(fonts.map((font) => facesOf(diskHost(), font)))).flat()
  // Tinos in eight parts and four styles, Amiri and Thai in two, one of signs, the hundred of Noto Serif SC.
  expect(faces.length).toBeGreaterThan(120)
  const styles = new Map<string, FontFace[]>()
  for (const { face } of faces) {
    const name = `${face.family} ${face.style} ${face.weight}`
    styles.set(name, [...(styles.get(name) ?? []), face])
  }
  const lacking: string[] = []
  for (const [name, files] of styles) {
    const [said, has] = [new Set<number>(), new Set<number>()]
    for (const { file, unicodeRange } of files) {
      const characters = charactersOf(await readFile(file))
      for (const [from, to] of parseRanges(unicodeRange)) {
        for (let point = from; point <= to; point++) {
          said.add(point)
          if (characters.has(point)) has.add(point)
        }
      }
    }
    const lost = [...said].filter((point) => !has.has(point) && isLetter(point))
    lacking.push(...lost.map((point) => `${name} U+${point.toString(16).toUpperCase()}`))
  }
  expect(lacking).toEqual([])
})

/** A browser draws it as a hyphen, which has the same look. */
const HYPHEN_THAT_HOLDS = 0x2011

function isLetter(point: number): boolean {
  if (point === HYPHEN_THAT_HOLDS) return false
  return !/[\p{C}\p{Z}\p{Variation_Selector}]/u.test(String.fromCodePoint(point))
}
