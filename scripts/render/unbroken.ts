/** Words that no line ends between: "hlm. 5", "Rp 50.000", "Pasal 21", "17 Agustus", "B. J. Habibie". */

import type { Element, ElementContent, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { hasClass } from './classes.ts'
import { span } from './elements.ts'

const NUMBER = '(?:\\d[\\d.,–-]*(?<=\\d)[A-Za-z]?|[IVXLC]+)(?![\\p{L}\\d])'
const MONTHS =
  'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|' +
  'January|February|March|May|June|July|August|October|December'
const LARGE = '(?:ribu|juta|miliar|triliun)'
const TITLES = '(?:Prof|Dr|dr|Drs|Dra|Ir|KH|H|Hj|Tn|Ny|Sdr)'
const NAME = "\\p{Lu}[\\p{L}’'-]+"

/** Each is a whole that holds together: two blanks at most, so that lines can still be filled. */
const WHOLES: readonly string[] = [
  // What is counted, before its number.
  `(?:[Nn]o\\.|Nomor|nomor) ${NUMBER}(?: Tahun(?!\\p{L}))?`,
  `(?:hlm|hal|h|pp?|vol|Vol|cet|ed)\\. ${NUMBER}`,
  `(?:[Pp]asal|[Aa]yat|[Bb]ab|BAB|[Ss]ubbab|[Tt]abel|[Gg]ambar|[Gg]rafik|[Bb]agan|[Ll]ampiran|[Pp]ersamaan|[Hh]alaman|[Jj]ilid|[Vv]olume) \\(?${NUMBER}\\)?`,
  // Money, measures, days, and from where to where.
  `(?:Rp|US\\$|USD|IDR|\\$|€|£)\\.? \\d[\\d.,]*(?<=\\d)(?: ${LARGE}(?!\\p{L}))?`,
  `(?:Rp|US\\$|\\$|€|£)\\d[\\d.,]*(?<=\\d) ${LARGE}(?!\\p{L})`,
  `\\d[\\d.,]*(?<=\\d) s\\.d\\. \\d[\\d.,]*(?<=\\d)`,
  `\\d[\\d.,]* (?:%|km|m|cm|mm|kg|g|ha|l|km²|m²|m³|°C|${LARGE}|persen)(?![\\p{L}\\d])`,
  `(?:\\d{1,2}[–-])?\\d{1,2} (?:${MONTHS})(?!\\p{L})`,
  // Names: titles and initials stay with what follows, "dkk." with what comes before.
  `${TITLES}\\. (?:(?:${TITLES}|\\p{Lu})\\. )?${NAME}`,
  `\\p{Lu}\\. (?:\\p{Lu}\\. )?${NAME}`,
  `(?:Jl|Jln)\\. ${NAME}`,
  `${NAME} (?:dkk\\.|et al\\.)`,
]
const WHOLE = new RegExp(`(?<![\\p{L}\\d.])(?:${WHOLES.join('|')})`, 'gu')
/** What is set as it is written, and cells, which are narrow. */
const LEFT_ALONE = new Set(['pre', 'code', 'svg', 'style', 'math', 'td', 'th'])

/** Wraps each such whole in a span that holds together, in place. */
export function keepWholes(tree: Root | Element): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && (LEFT_ALONE.has(node.tagName) || holdsAlready(node))) return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return undefined
    const parts = wrapWholes(node)
    if (parts.length === 0) return undefined
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

/** @returns nothing where there is no such whole */
function wrapWholes({ value }: Text): ElementContent[] {
  const parts: ElementContent[] = []
  let end = 0
  for (const match of value.matchAll(WHOLE)) {
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) })
    parts.push(span('unbroken', [match[0]]))
    end = match.index + match[0].length
  }
  if (end > 0 && end < value.length) parts.push({ type: 'text', value: value.slice(end) })
  return parts
}

/** Numbers of headings and captions are followed by a blank of their own. */
function holdsAlready(node: Element): boolean {
  return hasClass(node, 'unbroken') || hasClass(node, 'number')
}
