/** `\ref{tbl:x}` and its like, as those write who know LaTeX: to Markdown they are plain text. */
import type { PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Place } from '../model.ts'
import type { Target } from './labels.ts'
import type { ReferenceNames } from './reference-kinds.ts'
import { reference } from './reference-text.ts'
import { matchesIn } from './source-places.ts'

/** `Tabel~\ref{…}`: the tie is LaTeX's, too. */
const COMMAND = /(~?)\\(ref|eqref|pageref|autoref|[cC]ref)\{([\p{L}\d][^\s{}\\]{0,200})\}/gu

/**
 * Replaces the commands by references, in place.
 * @param find tells what a label names; undefined for nothing, which it has told
 */
export function linkLatexReferences(
  tree: Root,
  file: VFile,
  find: (label: string, place: Place | undefined) => Target | undefined,
  names: ReferenceNames,
): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('ref{'))
      return undefined
    const nodes: PhrasingContent[] = []
    let end = 0
    for (const { match, place, escaped } of matchesIn(node, COMMAND, file)) {
      const [whole, tie = '', command = '', label = ''] = match
      if (escaped) continue
      const target = find(label, place)
      if (!target) continue
      const before = `${node.value.slice(end, match.index)}${tie ? '\u00a0' : ''}`
      const [open, close] = command === 'eqref' ? ['(', ')'] : ['', '']
      const page = command === 'pageref'
      const numberOnly = !/^(?:autoref|cref)$/i.test(command)
      const item = {
        label,
        target,
        page,
        numberOnly,
        capital: command === 'Cref',
        prefix: '',
        suffix: '',
        place,
      }
      nodes.push(...text(before + open), reference(item, numberOnly, names), ...text(close))
      end = match.index + whole.length
    }
    if (nodes.length === 0) return undefined
    nodes.push(...text(node.value.slice(end)))
    parent.children.splice(index, 1, ...nodes)
    return [SKIP, index + nodes.length]
  })
}

function text(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
