/** Words that no line ends between: "hlm. 5", "Rp 50.000", "Pasal 21", "17 Agustus", "B. J. Habibie". */
import type { Element, ElementContent, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { span } from './elements.ts'

const NUMBER = '(?:\\d[\\d.,–-]*(?<=\\d)[A-Za-z]?|[IVXLC]+)(?![\\p{L}\\d])'
const MONTHS =
  'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|' +
  'January|February|March|May|June|July|August|October|December'

/** Each is a whole that holds together; of a longer chain, two blanks at most. */
const WHOLES: readonly string[] = [
  // What is counted, before its number.
  `(?:hlm|hal|h|pp?|no|No|vol|Vol|Jl|Jln|cet|ed)\\. ${NUMBER}`,
  `(?:[Nn]omor|[Pp]asal|[Aa]yat|[Bb]ab|BAB|[Ss]ubbab|[Tt]abel|[Gg]ambar|[Gg]rafik|[Bb]agan|[Ll]ampiran|[Pp]ersamaan|[Hh]alaman|[Jj]ilid|[Vv]olume) \\(?${NUMBER}\\)?`,
  // Money, measures, days.
  `(?:Rp|US\\$|USD|IDR|\\$|€|£)\\.? \\d[\\d.,]*`,
  `\\d[\\d.,]* (?:%|km|m|cm|mm|kg|g|ha|l|km²|m²|m³|°C|juta|ribu|miliar|triliun|persen)(?![\\p{L}\\d])`,
  `\\d{1,2} (?:${MONTHS})(?!\\p{L})`,
  // Names: titles and initials stay with what follows, "dkk." with what comes before.
  `(?:Prof|Dr|dr|Drs|Dra|Ir|H|Hj|Tn|Ny|Sdr)\\. \\p{Lu}[\\p{L}.]*`,
  `\\p{Lu}\\. (?:\\p{Lu}\\. )?\\p{Lu}[\\p{L}’'-]+`,
  `\\p{Lu}[\\p{L}’'-]+ (?:dkk\\.|et al\\.)`,
]
const WHOLE = new RegExp(`(?<![\\p{L}\\d.])(?:${WHOLES.join('|')})`, 'gu')
/** What is set as it is written. */
const LEFT_ALONE = new Set(['pre', 'code', 'svg', 'style', 'math'])

/** Wraps each such whole in a span that holds together, in place. */
export function keepWholes(tree: Root | Element): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && (LEFT_ALONE.has(node.tagName) || isUnbroken(node))) return SKIP
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

/** What holds together already, and numbers of headings and captions, which begin their lines. */
function isUnbroken({ properties }: Element): boolean {
  const { className } = properties
  return Array.isArray(className) && (className.includes('unbroken') || className.includes('number'))
}
