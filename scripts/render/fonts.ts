/** The fonts of the page, embedded: Tinos has the widths of Times New Roman, so lines break as they do in Word. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Host } from '../host.ts'

/** The package that stands in for a font of the profile, and the sheets of its weights and slants. */
const PACKAGE = '@fontsource/tinos'
const SHEETS = ['400.css', '400-italic.css', '700.css', '700-italic.css']

/** The family name the style sheets use. */
export const FONT_FAMILY = 'Tinos'

interface FontFace {
  readonly file: string
  readonly weight: string
  readonly style: string
  readonly unicodeRange: string
}

/**
 * `@font-face` rules with their files inside, for the scripts that really occur in a text.
 * @param text everything the document shows
 */
export function embeddedFonts(host: Host, text: string): Promise<string> {
  return embeddedFont(host, PACKAGE, FONT_FAMILY, text)
}

/**
 * The same of one family.
 * @param name of its package
 * @param text everything that is set in it
 */
export async function embeddedFont(host: Host, name: string, family: string, text: string): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  const sheets = await Promise.all(SHEETS.map((sheet) => host.read(join(folder, sheet))))
  const faces = sheets.flatMap((sheet) => parseSheet(new TextDecoder().decode(sheet)))
  const used = codePoints(text)
  const needed = faces.filter((face) => covers(face.unicodeRange, used))
  const rules = await Promise.all(
    needed.map(async (face) => {
      const data = Buffer.from(await host.read(join(folder, face.file))).toString('base64')
      return `@font-face{font-family:${family};font-style:${face.style};font-weight:${face.weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${face.unicodeRange}}`
    }),
  )
  return rules.join('\n')
}

function parseSheet(css: string): FontFace[] {
  return [...css.matchAll(/@font-face\s*{([^}]*)}/g)].map(([, body = '']) => {
    const value = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(body)?.[1]?.trim() ?? ''
    const file = /url\(\.?\/?([^)]+\.woff2)\)/.exec(body)?.[1] ?? ''
    return {
      file,
      weight: value('font-weight'),
      style: value('font-style'),
      unicodeRange: value('unicode-range'),
    }
  })
}

function codePoints(text: string): number[] {
  return [...new Set(text)].map((character) => character.codePointAt(0) ?? 0)
}

/** @param range as in CSS: `U+0000-00FF,U+0131` */
function covers(range: string, used: readonly number[]): boolean {
  const spans = range.split(',').map((span) => {
    const [from = 0, to = from] = span
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return { from, to }
  })
  return used.some((point) => spans.some(({ from, to }) => point >= from && point <= to))
}
