/** How the citations of a style look, read from its CSL. */

/** `numeric`: a number or a label stands for the work. `note`: the citation is a note. */
export type CitationFormat = 'author-date' | 'numeric' | 'note'

/** @param style CSL XML */
export function formatOf(style: string): CitationFormat {
  if (/<style\b[^>]*\bclass\s*=\s*["']note["']/.test(style)) return 'note'
  const named = /<category\b[^>]*\bcitation-format\s*=\s*["']([^"']*)["']/.exec(style)?.[1]
  if (named !== undefined) return named === 'numeric' || named === 'label' ? 'numeric' : 'author-date'
  const citation = /<citation[\s>].*?<\/citation>/s.exec(style)?.[0] ?? ''
  return /variable\s*=\s*["']citation-(?:number|label)["']/.test(citation) ? 'numeric' : 'author-date'
}
