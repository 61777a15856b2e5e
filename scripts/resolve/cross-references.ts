/**
 * Turns `@tbl:x` and `[@fig:x]` into references, and resolves them against the labels of the thesis.
 * The citation syntax reads them first: pandoc-crossref writes both alike, and only the key's prefix tells them apart.
 */
import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../diagnostics.ts'
import type { Citation, CiteItem, CrossReference, LocatorLabel } from '../model.ts'
import { indexLabels, type LabelIndex } from './labels.ts'
import { unknownLabel } from './messages.ts'

const LABEL = /^(?:sec|fig|tbl|eq|lst):/i

/** Replaces citations whose keys are all labels by `crossReference` nodes, in place. */
export function separateCrossReferences(tree: Root): void {
  visit(tree, 'citation', (node, index, parent) => {
    if (!parent || index === undefined || !node.items.every(isReference)) return undefined
    const references = toReferences(node)
    parent.children.splice(index, 1, ...references)
    return [SKIP, index + references.length]
  })
}

/** `[@tbl:a dalam @b]` cites a work that holds a table: it stays a citation, so that nothing of it is lost. */
function isReference({ key, within }: CiteItem): boolean {
  return LABEL.test(key) && within === undefined
}

/** `[@tbl:a; @tbl:b]` -> Tabel 1.1, Tabel 1.2; a prefix or suffix stays as text. */
function toReferences(citation: Citation): PhrasingContent[] {
  const position = citation.position ? { position: citation.position } : {}
  return citation.items.flatMap((item, at): PhrasingContent[] => {
    const before = `${at > 0 ? ', ' : ''}${item.prefix ? `${item.prefix.trim()} ` : ''}`
    const behind = `${item.locator === undefined ? '' : `, ${locatorText(item)}`}${item.suffix ?? ''}`
    const reference: CrossReference = {
      type: 'crossReference',
      label: item.key,
      value: item.key,
      ...(item.suppressAuthor ? { data: { numberOnly: true } } : {}),
      ...(item.place ? { position: { start: item.place.start, end: item.place.end } } : position),
    }
    return [...asText(before), reference, ...asText(behind)]
  })
}

/** The citation syntax takes "baris 3" behind a key for a place in a work; a reference says it again in words. */
function locatorText({ label, locator }: CiteItem): string {
  const word = label && LOCATORS[label]
  return word ? `${word} ${locator}` : `${locator}`
}

const LOCATORS: Readonly<Partial<Record<LocatorLabel, string>>> = {
  page: 'hlm.',
  line: 'baris',
  column: 'kolom',
  part: 'bagian',
  section: 'bagian',
  paragraph: 'paragraf',
  note: 'catatan',
}

function asText(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

/** Fills in what each reference reads as and links to; an unknown label is an error with near matches. */
export function resolveCrossReferences(tree: Root, file: VFile, labels: LabelIndex): void {
  visit(tree, 'crossReference', (node) => {
    const found = labels.get(node.label) ?? labels.get(lowerFirst(node.label))
    if (!found) {
      const near = nearest(node.label, labels.keys())
      tell(file, unknownLabel, { label: node.label, near }, { place: node.position, expected: near[0] })
      return
    }
    // As in pandoc-crossref, `@Sec:x` begins a sentence and `[-@sec:x]` is the number alone.
    const name = node.label === lowerFirst(node.label) ? found.name : upperFirst(found.name)
    node.value = node.data?.numberOnly ? found.number : name
    const { id } = found
    const hChildren = [{ type: 'text' as const, value: node.value }]
    node.data = { ...node.data, target: id, hName: 'a', hProperties: { href: `#${id}` }, hChildren }
  })
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The unified plugin for a tree by itself; it runs after the numbering. */
export const remarkCrossReferences: Plugin<[], Root> = () => (tree, file) => {
  separateCrossReferences(tree)
  const names = { language: 'id', captions: { figure: 'Gambar', table: 'Tabel', listing: 'Kode' } } as const
  resolveCrossReferences(tree, file, indexLabels([{ tree, file }], names))
}
