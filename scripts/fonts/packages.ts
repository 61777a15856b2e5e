/** The fonts that come with the program: another one is another entry here. */

/** The family name the style sheets use for running text. */
export const FONT_FAMILY = 'Tinos'

/** A font in an npm package. */
export interface FontPackage {
  /** As the style sheets call it. */
  readonly family: string
  readonly package: string
  /** The sheets of its weights and slants. */
  readonly sheets: readonly string[]
  /** `text`: of everything that is written, taken where those before it have no letter; else of such elements alone. */
  readonly use: 'text' | { readonly element: string }
  /** What it is taken for, as in CSS; all that its sheets say when absent. */
  readonly range?: string
  /** What its sheets say and its files lack: read off the files once, with the fonts as they are. */
  readonly lacks?: string
  /** Its files have more letters than their sheets say: taken for `range`, or for whatever is in them. */
  readonly whole?: true
  /** It has a blank of its own: signs that stand on one, as those of pauses in the Qur'an, need both in one font. */
  readonly blank?: true
}

export const FONT_PACKAGES: readonly FontPackage[] = [
  // As wide as Times New Roman, for which it stands in.
  {
    family: FONT_FAMILY,
    package: '@fontsource/tinos',
    sheets: ['400.css', '400-italic.css', '700.css', '700-italic.css'],
    use: 'text',
    lacks:
      'U+5EF,U+1C89-1C8A,U+2012,U+2015-2017,U+201B,U+201F,U+2021,U+2023-2025,U+2027,U+2030-2031,U+2034-2038,U+203B-2043,' +
      'U+2045-205E,U+20BF-20C0,U+A7AF,U+A7B8-A7DC,U+A7F1-A7F6',
  },
  // Naskh, as the Qur'an is printed.
  {
    family: 'Amiri',
    package: '@fontsource/amiri',
    sheets: ['400.css', '700.css'],
    use: 'text',
    range:
      'U+600-605,U+60C-61B,U+61E-6FF,U+750-77F,U+8A0,U+8AC,U+8D1,U+8E4-8FE,U+FB50-FBC1,U+FBD3-FD3F,U+FD50-FD8F,U+FD92-FDC7,' +
      'U+FDF0-FDFD,U+FE70-FE72,U+FE74-FEFC',
    blank: true,
  },
  {
    family: 'Noto Serif Thai',
    package: '@fontsource/noto-serif-thai',
    sheets: ['400.css', '700.css'],
    use: 'text',
    range: 'U+E01-E3A,U+E3F-E5B,U+25CC',
  },
  // Signs of math and others that are typed in running text: ≤, →, √, ✓.
  {
    family: 'STIX Two Math',
    package: '@fontsource/stix-two-math',
    sheets: ['400.css'],
    use: 'text',
    whole: true,
    range:
      'U+2010-2022,U+2025-2026,U+202F-203C,U+203E,U+2040,U+2043-2044,U+2047,U+204B-2052,U+2057,U+2070-2071,U+2074-208E,' +
      'U+2100-214F,U+2153-215E,U+2190-21EA,U+21F4-23FF,U+2460-24FF,U+25A0-26FF,U+2702,U+2709,U+2713,U+2720,U+272A,' +
      'U+2736,U+273D,U+2776-2793,U+279B,U+27C0-27C9,U+27CB-27CD,U+27D0-27FF,U+2900-2AFF,U+2B12-2B4C,U+2B50-2B54',
  },
  // Chinese in some hundred files, of which a document takes few; and signs that those before it have not.
  {
    family: 'Noto Serif SC',
    package: '@fontsource-variable/noto-serif-sc',
    sheets: ['index.css'],
    use: 'text',
    range:
      'U+2027,U+203B,U+2103,U+2116,U+2190-2194,U+2196-2199,U+2460-2471,' +
      'U+2474-249B,U+2500-2526,U+2550-2551,U+25A0-25A1,U+25B2-25B3,U+25B6-25B7,U+25BC-25BD,U+25C0-25C1,U+25C6-25C7,' +
      'U+25CB,U+25CE-25CF,U+2605-2606,U+2713,U+3000-30FF,U+3200-33FF,U+3400-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF01-FF5E',
    lacks: 'U+F941,U+F969,U+F96B,U+F96F,U+F978,U+F981,U+F997,U+F9B2,U+F9CA,U+F9D1,U+F9F7,U+FA00-FA01',
  },
  // As wide as Courier New.
  {
    family: 'Cousine',
    package: '@fontsource/cousine',
    sheets: ['400.css', '400-italic.css', '700.css', '700-italic.css'],
    use: { element: 'code' },
  },
  // Goes with Times, and has what browsers need to draw math.
  {
    family: 'STIX Two Math',
    package: '@fontsource/stix-two-math',
    sheets: ['400.css'],
    use: { element: 'math' },
    whole: true,
  },
]

/** The stack of running text: each has what those before it lack. */
export const TEXT_FAMILIES: readonly string[] = FONT_PACKAGES.filter(({ use }) => use === 'text').map(
  ({ family }) => family,
)
