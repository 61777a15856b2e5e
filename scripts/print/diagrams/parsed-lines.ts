/**
 * Mermaid's parsers count the lines of what is left when front matter, directives and comments are taken off. This
 * takes them off as mermaid does and keeps in mind which line of the block each line was.
 */

const DIRECTIVE = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi
const COMMENT = /^\s*%%(?!{)./

export interface ParsedLine {
  readonly text: string
  /** Of the block, from 0. */
  readonly line: number
}

/** The lines a parser of mermaid sees of a block. */
export function parsedLines(source: string): ParsedLine[] {
  const kept: ParsedLine[] = []
  for (const line of withoutSettings(source.replace(/\r\n?/g, '\n'))) {
    if (!COMMENT.test(line.text)) kept.push(line)
    // The blank lines before a comment go with it.
    else while (kept.at(-1)?.text.trim() === '') kept.pop()
  }
  const first = kept.findIndex(({ text }) => text.trim() !== '')
  return first < 0
    ? []
    : kept.slice(first).map((line, at) => (at === 0 ? { ...line, text: line.text.trimStart() } : line))
}

/** A directive goes, and the end of its line stays. */
function withoutSettings(text: string): ParsedLine[] {
  const matter = frontMatter(text)
  const rest = text.slice(matter.length)
  let line = matter.split('\n').length - 1
  const lines = [{ text: '', line }]
  const keep = (part: string) => {
    const [first = '', ...others] = part.split('\n')
    const last = lines.at(-1)
    if (last?.text === '') last.line = line
    if (last) last.text += first
    for (const other of others) lines.push({ text: other, line: ++line })
  }
  let end = 0
  for (const { 0: directive, index } of rest.matchAll(DIRECTIVE)) {
    keep(rest.slice(end, index))
    line += directive.split('\n').length - 1
    end = index + directive.length
  }
  keep(rest.slice(end))
  return lines
}

/** From its first `---` to the line behind its second; empty when there is none. */
function frontMatter(text: string): string {
  const lines = text.split('\n')
  const indent = /^(\s*)---\s*$/.exec(lines[0] ?? '')?.[1]
  if (indent === undefined) return ''
  const end = lines.findIndex(
    (line, at) => at > 1 && line.startsWith(`${indent}---`) && line.trim() === '---',
  )
  return end < 0 || end === lines.length - 1 ? '' : `${lines.slice(0, end + 1).join('\n')}\n`
}
