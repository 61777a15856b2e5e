/** "Sumber: …" and "Keterangan: …" below a figure or table: one paragraph each, or lines of one paragraph. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { SourceLine } from '../model.ts'
import { joinLines, splitLines } from './figure-lines.ts'
import { inlineText } from './heading-text.ts'

const SOURCE = /^\s*\(?(?:Sumber(?:\s+(?:data|gambar|tabel|foto))?|Sources?)\s*:/i
const NOTE = /^\s*\(?(?:Keterangan|Ket\.?|Catatan|Notes?)\s*:\s*(?=\S|$)/i

/** A source or a note that stands under the thing it is about. "Keterangan:" alone, before a list, is none. */
export function isSourceLine(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== 'paragraph') return false
  const text = inlineText(node.children)
  if (SOURCE.test(text)) return true
  const mark = NOTE.exec(text)
  // A citation has no text of its own here.
  return mark !== null && (mark[0].length < text.length || node.children.some((child) => !isWords(child)))
}

function isWords({ type }: PhrasingContent): boolean {
  return type === 'text' || type === 'strong' || type === 'emphasis' || type === 'break'
}

interface SourceLines {
  readonly lines: SourceLine[]
  /** How many nodes they were. */
  readonly count: number
}

/** All sources and notes that follow one another from a place in a list of nodes; nothing is taken off it. */
export function sourceLinesAt(nodes: readonly RootContent[], at: number, file: VFile): SourceLines {
  const lines: SourceLine[] = []
  let next = at
  for (let node = nodes[next]; isSourceLine(node); node = nodes[++next]) {
    lines.push(...separate(node, file).map(sourceLine))
  }
  return { lines, count: next - at }
}

/** "Sumber: …⏎Keterangan: …" is two lines; what follows either on a line of its own goes on with it. */
function separate(paragraph: Paragraph, file: VFile): Paragraph[] {
  const groups: Paragraph[][] = []
  for (const line of splitLines(paragraph, file)) {
    if (groups.length === 0 || isSourceLine(line)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups.length > 1 ? groups.map(joinLines) : [paragraph]
}

function sourceLine({ children, position }: Paragraph): SourceLine {
  return { type: 'sourceLine', children, data: { hName: 'p' }, ...(position ? { position } : {}) }
}
