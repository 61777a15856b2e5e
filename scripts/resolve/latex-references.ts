/** `\ref{tbl:x}` and its like, as those write who know LaTeX: to Markdown they are plain text. */
import type { PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Place } from '../model.ts'
import type { Target } from './labels.ts'
import type { ReferenceNames } from './reference-kinds.ts'
import { reference } from './reference-text.ts'
import { matchesIn, replaceMatches } from './source-places.ts'

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
    const nodes = replaceMatches(node, matchesIn(node, COMMAND, file), ({ match, place, escaped }) => {
      const [, tie = '', command = '', label = ''] = match
      const target = escaped ? undefined : find(label, place)
      if (!target) return undefined
      const [open, close] = command === 'eqref' ? ['(', ')'] : ['', '']
      const page = command === 'pageref'
      const numberOnly = !/^(?:autoref|cref)$/i.test(command)
      const capital = command === 'Cref'
      const item = { label, target, page, numberOnly, capital, prefix: '', suffix: '', place }
      const before = `${tie ? '\u00a0' : ''}${open}`
      return [...text(before), reference(item, numberOnly, names), ...text(close)]
    })
    if (!nodes) return undefined
    parent.children.splice(index, 1, ...nodes)
    return [SKIP, index + nodes.length]
  })
}

function text(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
