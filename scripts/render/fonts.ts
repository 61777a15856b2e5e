/** The fonts of the page, embedded: Tinos has the widths of Times New Roman, so lines break as they do in Word. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Host } from '../host.ts'

/** The family name the style sheets use. */
export const FONT_FAMILY = 'Tinos'

/** A font that comes with the program. */
interface FontPackage {
  /** As the style sheets call it. */
  readonly family: string
  readonly package: string
  /** The sheets of its weights and slants. */
  readonly sheets: readonly string[]
  /** Without it, in every document. */
  readonly only?: { readonly element: string }
  /** Its files have more letters than their sheets say. */
  readonly whole?: true
}

const PACKAGES: readonly FontPackage[] = [
  // It stands in for the font of the profile.
  {
    family: FONT_FAMILY,
    package: '@fontsource/tinos',
    sheets: ['400.css', '400-italic.css', '700.css', '700-italic.css'],
  },
  // As wide as Courier New.
  {
    family: 'Cousine',
    package: '@fontsource/cousine',
    sheets: ['400.css', '400-italic.css', '700.css', '700-italic.css'],
    only: { element: 'code' },
  },
  // Goes with Times, and has what browsers need to draw math.
  {
    family: 'STIX Two Math',
    package: '@fontsource/stix-two-math',
    sheets: ['400.css'],
    only: { element: 'math' },
    whole: true,
  },
]

interface FontFace {
  readonly file: string
  readonly weight: string
  readonly style: string
  readonly unicodeRange: string
}

/**
 * `@font-face` rules with their files inside, for the scripts that really occur in a text.
 * @param text everything the document shows
 * @param elements names of its elements
 */
export async function embeddedFonts(
  host: Host,
  text: string,
  elements: ReadonlySet<string>,
): Promise<string> {
  const used = codePoints(text)
  const wanted = PACKAGES.filter(({ only }) => only === undefined || elements.has(only.element))
  const rules = await Promise.all(wanted.map((font) => fontRules(host, font, used)))
  return rules.flat().join('\n')
}

async function fontRules(host: Host, font: FontPackage, used: readonly number[]): Promise<string[]> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${font.package}/package.json`))
  const sheets = await Promise.all(font.sheets.map((name) => host.read(join(folder, name))))
  const faces = sheets.flatMap((sheet) => parseSheet(new TextDecoder().decode(sheet)))
  const needed = font.whole ? faces : faces.filter((face) => covers(face.unicodeRange, used))
  return Promise.all(
    needed.map(async (face) => {
      const data = Buffer.from(await host.read(join(folder, face.file))).toString('base64')
      const range = font.whole ? '' : `;unicode-range:${face.unicodeRange}`
      return `@font-face{font-family:"${font.family}";font-style:${face.style};font-weight:${face.weight};src:url(data:font/woff2;base64,${data}) format("woff2")${range}}`
    }),
  )
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
