/** The citation styles that come with the program, and those of others. */
import { readFileSync } from 'node:fs'
import { diagnose, nearest } from '../../../diagnostics.ts'
import type { Language, Outcome, SourceFile } from '../../../model.ts'
import { templatePath } from '../../../templates.ts'
import { unknownStyle } from '../messages.ts'
import { apaStyle } from './apa.ts'
import { foreignStyle } from './csl-file.ts'
import { type Edit, edit } from './edits.ts'

/** Names of the built-in styles. All but APA are files of `templates/citation-styles/`. */
export const BUILT_IN_STYLES: readonly string[] = [
  'apa',
  'harvard',
  'ieee',
  'chicago-author-date',
  'footnote',
  'footnote-modern',
]

/** Between the last two names: the word ("dan", in English "and") or the sign. */
export type Conjunction = 'dan' | '&'

export interface StyleOptions {
  /** As the campus asks; the style's own when absent. */
  readonly and?: Conjunction | undefined
}

/**
 * A style as CSL XML.
 * @param asked the name of a built-in style, a file, or the text of one (`<style …>`)
 * @param language APA in Indonesian says "dan", "hlm.", "bab 2" and puts the day before the month; the other built-in
 * styles speak both languages by themselves
 */
export function loadStyle(
  asked: string | SourceFile,
  language: Language = 'id',
  { and }: StyleOptions = {},
): Outcome<string | undefined> {
  if (typeof asked === 'string' && !asked.includes('<style')) return builtInStyle(asked, language, and)
  const { text, path } = typeof asked === 'string' ? { text: asked, path: undefined } : asked
  const { value, diagnostics } = foreignStyle(text, path, BUILT_IN_STYLES)
  if (value === undefined || 'text' in value) return { value: value?.text, diagnostics }
  const parent = builtInStyle(value.parent, language, and)
  return { value: parent.value, diagnostics: [...diagnostics, ...parent.diagnostics] }
}

function builtInStyle(
  asked: string,
  language: Language,
  and: Conjunction | undefined,
): Outcome<string | undefined> {
  const name = asked.toLowerCase()
  if (!BUILT_IN_STYLES.includes(name)) {
    const near = nearest(name, BUILT_IN_STYLES)
    return {
      value: undefined,
      diagnostics: [
        diagnose(unknownStyle, { name: asked, known: BUILT_IN_STYLES, near }, { expected: near[0] }),
      ],
    }
  }
  return name === 'apa' ? apaStyle(language, and) : ownStyle(name, language, and)
}

/** One of our own. A shipped file that is missing is a fault of the program, so it may throw. */
function ownStyle(name: string, language: Language, and: Conjunction | undefined): Outcome<string> {
  const file = name === 'footnote-modern' ? 'footnote' : name
  const style = readFileSync(templatePath('citation-styles', `${file}.csl`), 'utf8')
  const spoken = language === 'id' ? style.replaceAll(NO_COMMA, COMMA_FROM_THREE) : style
  const joined = and === '&' ? spoken.replaceAll('and="text"', 'and="symbol"') : spoken
  return edit(joined, name === 'footnote-modern' ? [AGAIN_BY_TITLE] : [])
}

/** English Harvard has no comma before "and"; EYD has one before "dan" from three names on. */
const NO_COMMA = 'delimiter-precedes-last="never"'
const COMMA_FROM_THREE = 'delimiter-precedes-last="contextual"'

/** The two styles of notes differ in how they name a work again, and in nothing else. */
const AGAIN_BY_TITLE: Edit = {
  what: 'short titles for op. cit.',
  from: '<text macro="again-in-latin"/>',
  to: '<text macro="again-by-title"/>',
  times: 1,
}
