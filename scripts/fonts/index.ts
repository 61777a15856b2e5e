/** Which files of which fonts a text needs, and which of its letters no font has. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Host } from '../host.ts'
import { FONT_PACKAGES, type FontPackage } from './packages.ts'
import { inRanges, parseRanges, type Ranges, subtractRanges } from './ranges.ts'

export { FONT_FAMILY, TEXT_FAMILIES } from './packages.ts'

/** A file of a font, as its style sheet describes it. */
export interface FontFace {
  readonly family: string
  /** Absolute. */
  readonly file: string
  readonly weight: string
  readonly style: string
  /** As CSS has it; empty for a file that is taken for whatever is in it. */
  readonly unicodeRange: string
  /** Further descriptors of the face, as CSS. */
  readonly descriptors: string
}

interface NeededFaces {
  readonly faces: readonly FontFace[]
  /** Letters that no font has, in the order they occur. */
  readonly missing: readonly string[]
}

/**
 * @param text everything that is written
 * @param elements names of the elements there are
 */
export async function neededFaces(
  host: Host,
  text: string,
  elements: ReadonlySet<string>,
): Promise<NeededFaces> {
  const faces: FontFace[] = []
  const letters = [...new Set(text)].filter(isDrawn)
  let wanted = letters
  for (const font of FONT_PACKAGES) {
    if (font.use !== 'text') {
      if (!elements.has(font.use.element)) continue
      const own = await facesOf(host, font)
      const used = own.filter(
        ({ ranges }) => font.whole || letters.some((one) => inRanges(ranges, pointOf(one))),
      )
      faces.push(...used.map(({ face }) => face))
      continue
    }
    if (wanted.length === 0) continue
    const own = await facesOf(host, font)
    const has = (letter: string) => own.some(({ ranges }) => inRanges(ranges, pointOf(letter)))
    const taken = wanted.filter(has)
    faces.push(
      ...own
        .filter(({ ranges }) => taken.some((one) => inRanges(ranges, pointOf(one))))
        .map(({ face }) => face),
    )
    wanted = wanted.filter((letter) => !has(letter))
  }
  return { faces: withoutParts(faces), missing: wanted }
}

/** A file that is taken whole is not taken for a part of it as well. */
function withoutParts(faces: readonly FontFace[]): FontFace[] {
  const whole = new Set(faces.flatMap(({ file, unicodeRange }) => (unicodeRange === '' ? [file] : [])))
  return faces.filter(({ file, unicodeRange }) => unicodeRange === '' || !whole.has(file))
}

/**
 * The files of a font and what each is taken for, in the order of style sheets, of which the last is asked first for a letter: before the file of a and of a macron
 * comes that of ā, or it would be put together of the two, one beside the other.
 */
export async function facesOf(
  host: Host,
  font: FontPackage,
): Promise<{ readonly face: FontFace; readonly ranges: Ranges }[]> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${font.package}/package.json`))
  const sheets = await Promise.all(font.sheets.map((name) => host.read(join(folder, name))))
  const [only, lacks] = [parseRanges(font.range ?? ''), parseRanges(font.lacks ?? '')]
  const faces = sheets.flatMap((sheet) =>
    [...new TextDecoder().decode(sheet).matchAll(/@font-face\s*{([^}]*)}/g)].flatMap(([, body = '']) => {
      const value = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(body)?.[1]?.trim() ?? ''
      const file = /url\(\.?\/?([^)]+\.woff2)\)/.exec(body)?.[1] ?? ''
      const said = parseRanges(value('unicode-range'))
      const taken = font.range === undefined ? said : font.whole ? only : intersection(said, only)
      const ranges = subtractRanges(taken, lacks)
      if (ranges.length === 0 && !font.whole) return []
      const face = {
        family: font.family,
        file: join(folder, file),
        weight: value('font-weight'),
        style: value('font-style'),
        unicodeRange: font.whole && !font.range ? '' : cssRange(font.blank ? [...BLANKS, ...ranges] : ranges),
        descriptors: font.blank ? LINE_OF_TEXT : '',
      }
      return [{ face, ranges }]
    }),
  )
  return faces.toReversed()
}

/** Of two fonts with a blank the first says how high lines are: as high as those of Tinos, whichever it is. */
const LINE_OF_TEXT = 'ascent-override:89.11%;descent-override:21.63%;line-gap-override:4.25%'
const BLANKS: Ranges = [
  [0x20, 0x20],
  [0xa0, 0xa0],
]

function intersection(some: Ranges, others: Ranges): Ranges {
  return some.flatMap(([from, to]) =>
    others.flatMap(([low, high]) =>
      low <= to && high >= from ? [[Math.max(from, low), Math.min(to, high)] as const] : [],
    ),
  )
}

function cssRange(ranges: Ranges): string {
  const hex = (point: number) => point.toString(16).toUpperCase()
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',')
}

/** Blanks, control and joining signs are drawn by no font. */
function isDrawn(letter: string): boolean {
  return /\p{Co}/u.test(letter) || !/[\p{C}\p{Z}\p{Variation_Selector}]/u.test(letter)
}

function pointOf(letter: string): number {
  return letter.codePointAt(0) ?? 0
}
