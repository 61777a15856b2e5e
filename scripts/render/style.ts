/** The profile's values as CSS variables, for the style sheet in `templates/styles/thesis.css`. */

import { TEXT_FAMILIES } from '../fonts/index.ts'
import { OWN_FAMILY, ownFontFaces } from '../fonts/own-font.ts'
import type { Profile } from '../schema/profile.ts'
import { listMarkerCss } from './list-markers.ts'

/** A line of Courier New is so many times its size: Word's "single". */
const CODE_LINE = 1.133
/** A line of Times New Roman is 1.15 times its size: Word's "single". */
const SINGLE_LINE = 1.15

/**
 * Lengths in cm and pt as the profile has them; line spacings as Word counts them, here in pt between baselines.
 * @param ownFont a font of the computer, by name
 */
export function profileVariables(profile: Profile, ownFont?: string): string {
  const { font, line_spacing: spacing, paragraph, body_indent_cm: indent } = profile
  const chapter = profile.chapter_heading
  const line = (multiple: number, size = font.size_pt) => `${round(multiple * SINGLE_LINE * size)}pt`
  const captionSize = profile.captions.size_pt ?? font.size_pt
  const variables: Record<string, string> = {
    'font-family': familyStack(ownFont),
    'font-size': `${font.size_pt}pt`,
    'page-height': `${round(profile.paper.height_cm - profile.margins.top - profile.margins.bottom)}cm`,
    'landscape-height': `${round(profile.paper.width_cm - profile.margins.top - profile.margins.bottom)}cm`,
    'line-body': line(spacing.body),
    'line-front': line(spacing.front),
    'line-abstract': line(spacing.abstract),
    'line-quote': line(spacing.block_quote, profile.block_quote.size_pt),
    'line-caption': line(spacing.captions, captionSize),
    'caption-size': `${captionSize}pt`,
    'line-table': line(spacing.tables),
    'line-note': line(spacing.footnotes, profile.footnotes.size_pt),
    'line-contents': line(spacing.contents),
    'line-references': line(spacing.bibliography),
    'line-single': line(1),
    'quote-left': `${profile.block_quote.indent_left_cm}cm`,
    'quote-right': `${profile.block_quote.indent_right_cm}cm`,
    'quote-first-line': `${profile.block_quote.first_line_indent_cm}cm`,
    'quote-size': `${profile.block_quote.size_pt}pt`,
    'arabic-size': `${profile.arabic.size_pt}pt`,
    'line-arabic': line(profile.arabic.line_spacing, profile.arabic.size_pt),
    'code-family': '"Cousine","Courier New",Courier,monospace',
    'code-size': `${profile.code.size_pt}pt`,
    'line-code': `${round(profile.code.line_spacing * CODE_LINE * profile.code.size_pt)}pt`,
    'note-size': `${profile.footnotes.size_pt}pt`,
    'note-first-line': `${profile.footnotes.first_line_indent_cm}cm`,
    align: paragraph.align,
    'first-line': `${paragraph.first_line_indent_cm}cm`,
    'paragraph-gap': `${paragraph.space_after_pt}pt`,
    'indent-2': `${indent.level2}cm`,
    'indent-3': `${indent.level3}cm`,
    'indent-4': `${indent.level4}cm`,
    'number-2': numberWidth(indent.level2),
    'number-3': numberWidth(indent.level3 - indent.level2),
    'number-4': numberWidth(indent.level4 - indent.level3),
    'chapter-size': `${chapter.size_pt}pt`,
    'chapter-line': line(spacing.body, chapter.size_pt),
    'chapter-align': chapter.align,
    'chapter-weight': weight(chapter.bold),
    'chapter-gap': `${chapter.space_after_pt}pt`,
    'heading-size': `${profile.headings.size_pt}pt`,
    'heading-line': line(spacing.body, profile.headings.size_pt),
    'heading-align': profile.headings.align,
    'heading-weight': weight(profile.headings.bold),
    'heading-before': `${profile.headings.space_before_pt}pt`,
    'heading-after': `${profile.headings.space_after_pt}pt`,
    'caption-align': profile.captions.align,
    'caption-weight': weight(profile.captions.bold),
    logo: `${profile.cover.logo_cm}cm`,
    'cover-title-size': `${profile.cover.title_size_pt}pt`,
    hanging: `${profile.bibliography.hanging_indent_cm}cm`,
    'reference-gap': `${profile.bibliography.space_after_pt}pt`,
  }
  const lines = Object.entries(variables).map(([name, value]) => `--${name}:${value}`)
  const own = ownFont === undefined ? '' : `${ownFontFaces(ownFont)}\n`
  return `${own}:root{${lines.join(';')}}\n${listMarkerCss(profile.lists)}`
}

/** Where the text under a heading steps in, its number fills that step; otherwise it takes what it needs. */
function numberWidth(step_cm: number): string {
  return step_cm > 0 ? `${round(step_cm)}cm` : '0cm'
}

function weight(bold: boolean): string {
  return bold ? '700' : '400'
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** What a thesis asks for by name comes first, where a computer has it. */
function familyStack(ownFont: string | undefined): string {
  const families = [
    ...(ownFont === undefined ? [] : [OWN_FAMILY]),
    ...TEXT_FAMILIES,
    'Times New Roman',
    'Times',
  ]
  return `${families.map((family) => `"${family}"`).join(',')},serif`
}
