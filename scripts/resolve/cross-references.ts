/**
 * Turns `@tbl:x` and `[@fig:x]` into references, and resolves them against the labels of the thesis.
 * The citation syntax reads them first: pandoc-crossref writes both alike, and only the key's prefix tells them apart.
 */
import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../diagnostics.ts'
import type { Citation, CrossReference } from '../model.ts'
import { indexLabels, type LabelIndex } from './labels.ts'
import { unknownLabel } from './messages.ts'

const LABEL = /^(?:sec|fig|tbl|eq|lst):/i

/** Replaces citations whose keys are all labels by `crossReference` nodes, in place. */
export function separateCrossReferences(tree: Root): void {
  visit(tree, 'citation', (node, index, parent) => {
    if (!parent || index === undefined || !node.items.every((item) => LABEL.test(item.key))) return undefined
    const references = toReferences(node)
    parent.children.splice(index, 1, ...references)
    return [SKIP, index + references.length]
  })
}

/** `[@tbl:a; @tbl:b]` -> Tabel 1.1, Tabel 1.2; a prefix or suffix stays as text. */
function toReferences(citation: Citation): PhrasingContent[] {
  const position = citation.position ? { position: citation.position } : {}
  return citation.items.flatMap((item, at): PhrasingContent[] => {
    const before = `${at > 0 ? ', ' : ''}${item.prefix ? `${item.prefix.trim()} ` : ''}`
    const reference: CrossReference = {
      type: 'crossReference',
      label: item.key,
      value: item.key,
      ...(item.place ? { position: { start: item.place.start, end: item.place.end } } : position),
    }
    return before ? [{ type: 'text', value: before }, reference] : [reference]
  })
}

/** Fills in what each reference reads as and links to; an unknown label is an error with near matches. */
export function resolveCrossReferences(tree: Root, file: VFile, labels: LabelIndex): void {
  visit(tree, 'crossReference', (node) => {
    const found = labels.get(node.label)
    if (!found) {
      const near = nearest(node.label, labels.keys())
      tell(file, unknownLabel, { label: node.label, near }, { place: node.position, expected: near[0] })
      return
    }
    node.value = found.name
    node.data = { ...node.data, target: found.id }
  })
}

/** The unified plugin for a tree by itself; it runs after the numbering. */
export const remarkCrossReferences: Plugin<[], Root> = () => (tree, file) => {
  separateCrossReferences(tree)
  const names = { language: 'id', captions: { figure: 'Gambar', table: 'Tabel' } } as const
  resolveCrossReferences(tree, file, indexLabels([{ tree, file }], names))
}
