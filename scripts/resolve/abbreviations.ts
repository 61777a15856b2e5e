/**
 * The unified plugin that takes `*[IOM]: International Organization for Migration` out of the text, as PHP Markdown Extra
 * has it. To Markdown it is a line of a paragraph.
 */
import type { Paragraph, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Abbreviation } from '../model.ts'
import { splitLines } from './figure-lines.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'

const DEFINITION = /^\*\[([^[\]]{1,60})\]:\s*(?=\S)/

export const remarkAbbreviations: Plugin<[], Root> = () => takeAbbreviations

/** Moves the definitions of a file to `tree.data.abbreviations`, in place. */
export function takeAbbreviations(tree: Root, file: VFile): void {
  const found: Abbreviation[] = []
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph' || !inlineText(node.children).includes('*[')) return [node]
    const lines = splitLines(node, file)
    const kept = lines.filter((line) => {
      const abbreviation = definitionIn(line, file)
      if (abbreviation) found.push(abbreviation)
      return !abbreviation
    })
    return kept.length === lines.length ? [node] : joined(kept)
  })
  if (found.length > 0) tree.data = { ...tree.data, abbreviations: found }
}

function definitionIn(line: Paragraph, file: VFile): Abbreviation | undefined {
  const match = DEFINITION.exec(inlineText(line.children))
  const [first] = line.children
  if (!match?.[1] || first?.type !== 'text' || isEscaped(line, file)) return undefined
  dropLeadingText(line.children, match[0].length)
  const long = inlineText(line.children).replace(/\s+/g, ' ').trim()
  const content = line.children
  return { short: match[1].trim(), long, content, file: file.path, place: line.position }
}

/** `\*[IOM]: …` is meant to be read. */
function isEscaped({ position }: Paragraph, file: VFile): boolean {
  const offset = position?.start.offset
  return offset !== undefined && String(file.value)[offset] === '\\'
}

/** What stood on the other lines stays a paragraph. */
function joined(lines: readonly Paragraph[]): Paragraph[] {
  const [first, ...others] = lines
  if (!first) return []
  const rest = others.flatMap(({ children }) => [{ type: 'text' as const, value: '\n' }, ...children])
  const end = lines.at(-1)?.position?.end
  const position = first.position && end ? { start: first.position.start, end } : first.position
  return [{ ...first, children: [...first.children, ...rest], ...(position ? { position } : {}) }]
}
