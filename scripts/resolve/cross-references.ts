/**
 * The unified plugin that turns `@tbl:x`, `[@fig:a; @fig:b]` and `\ref{sec:x}` into links that read "Tabel 2.1". The
 * citation syntax reads the first two: pandoc-crossref writes both alike, and only the key's prefix tells them apart.
 */
import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../diagnostics.ts'
import type { Citation, CiteItem, LocatorLabel, Place } from '../model.ts'
import { indexLabels, type LabelIndex, type Target } from './labels.ts'
import { linkLatexReferences } from './latex-references.ts'
import { unknownLabel } from './messages.ts'
import { PREFIXES, type ReferenceNames } from './reference-kinds.ts'
import { type ReferenceItem, referenceNodes, repeatsName } from './reference-text.ts'

const LABEL = new RegExp(`^(?:(?:hlm|hal|page):)?(?:${PREFIXES.join('|')}):`, 'i')
const PAGE = /^(?:hlm|hal|page):/i

export interface CrossReferenceOptions extends Partial<ReferenceNames> {}

/** The unified plugin for a tree by itself; it runs after the numbering. */
export const remarkCrossReferences: Plugin<[CrossReferenceOptions?], Root> =
  ({ language = 'id', captions = { figure: 'Gambar', table: 'Tabel', listing: 'Kode' } } = {}) =>
  (tree, file) => {
    const names = { language, captions }
    const labels = indexLabels([{ tree, file }], names)
    linkReferences(tree, file, labels, names)
  }

/** Replaces the references of a tree by links to what they name, in place; an unknown label is an error. */
export function linkReferences(tree: Root, file: VFile, labels: LabelIndex, names: ReferenceNames): void {
  visit(tree, 'citation', (node, index, parent) => {
    if (!parent || index === undefined || !node.items.every(isReference)) return undefined
    const items = node.items.map((item) => itemOf(item, node, file, labels))
    const before = parent.children[index - 1]
    const [first] = items
    if (before?.type === 'text' && first?.prefix === '' && repeatsName(before.value, first, names)) {
      first.numberOnly = true
      before.value = `${before.value.trimEnd()}\u00a0`
    }
    const nodes: PhrasingContent[] = referenceNodes(items, names)
    parent.children.splice(index, 1, ...nodes)
    return [SKIP, index + nodes.length]
  })
  linkLatexReferences(tree, file, (label, place) => findLabel(label, place, file, labels), names)
}

/** `[@tbl:a dalam @b]` cites a work that holds a table: it stays a citation, so that nothing of it is lost. */
function isReference({ key, within }: CiteItem): boolean {
  return LABEL.test(key) && within === undefined
}

function itemOf(item: CiteItem, citation: Citation, file: VFile, labels: LabelIndex): ReferenceItem {
  const label = item.key.replace(PAGE, '')
  const place = item.place ?? citation.position
  const target = findLabel(label, place, file, labels)
  const locator = item.locator === undefined ? '' : `, ${locatorText(item)}`
  return {
    label: item.key,
    target,
    page: label !== item.key,
    numberOnly: item.suppressAuthor,
    // As in pandoc-crossref, `@Sec:x` begins a sentence.
    capital: item.key !== lowerFirst(item.key),
    prefix: item.prefix?.trim() ?? '',
    suffix: `${locator}${item.suffix ?? ''}`,
    place,
  }
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

/** What a label names; one that names nothing is told, with labels like it. */
function findLabel(
  label: string,
  place: Place | undefined,
  file: VFile,
  { labelled }: LabelIndex,
): Target | undefined {
  const found = labelled.get(label) ?? labelled.get(lowerFirst(label))
  if (found) return found
  const near = nearest(label, labelled.keys())
  tell(file, unknownLabel, { label, near }, { place, expected: near[0] })
  return undefined
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
