/** A font of the computer that a thesis asks for by name. */

/** What the style sheets call it. */
export const OWN_FAMILY = 'NaskahOwnFont'

interface Style {
  readonly weight: number
  readonly slant: 'normal' | 'italic'
  /** What the font's own names of this style end with. */
  readonly names: readonly string[]
}

const REGULAR: Style = { weight: 400, slant: 'normal', names: ['', 'Regular', 'Roman', 'Book'] }
const STYLES: readonly Style[] = [
  REGULAR,
  { weight: 700, slant: 'normal', names: ['Bold'] },
  { weight: 400, slant: 'italic', names: ['Italic', 'Oblique'] },
  { weight: 700, slant: 'italic', names: ['Bold Italic', 'Bold Oblique'] },
]

/**
 * Its `@font-face` rules. By `local()` a font of that very name is found, and none that the system takes for it: on Linux
 * Liberation Serif answers to "Times New Roman".
 */
export function ownFontFaces(family: string): string {
  return STYLES.map(
    (style) =>
      `@font-face{font-family:${OWN_FAMILY};font-weight:${style.weight};font-style:${style.slant};src:${sources(family, style)}}`,
  ).join('\n')
}

/** Where its upright letters are, as CSS. */
export function ownFontSource(family: string): string {
  return sources(family, REGULAR)
}

/** By its full name, "Georgia Bold Italic", and by its PostScript name, "Georgia-BoldItalic". */
function sources(family: string, { names }: Style): string {
  const bare = family.replace(/["\\]/g, '')
  const all = names.flatMap((name) =>
    name === '' ? [bare] : [`${bare} ${name}`, `${bare.replaceAll(' ', '')}-${name.replaceAll(' ', '')}`],
  )
  return all.map((name) => `local("${name}")`).join(',')
}
