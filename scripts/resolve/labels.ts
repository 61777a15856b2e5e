/** The index of everything that has a number or a label: chapters, sections, appendices, figures, tables … */
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { Place, Section } from '../model.ts'
import { duplicateLabel } from './messages.ts'
import {
  kindName,
  PREFIXES,
  REFERENCE_KINDS,
  type ReferenceKind,
  type ReferenceNames,
} from './reference-kinds.ts'
import { labelPrefix } from './reference-messages.ts'
import { appendixLabel } from './typed-labels.ts'

/** A thing that can be referred to. */
export interface Target {
  /** Its anchor. */
  readonly id: string
  /** The author's label, e.g. `tbl:tip`. */
  readonly label: string | undefined
  /** Undefined for a heading without a number. */
  readonly kind: ReferenceKind | undefined
  /** The number by itself: "III", "1.7", "2.1"; the title, in quotes, where there is none. */
  readonly number: string
  /** What the number is made of, so that numbers are put in order; empty where there is none. */
  readonly counters: readonly number[]
  /** How the text names it: "Bab III", "subbab 1.7", "Tabel 2.1". */
  readonly name: string
  readonly file: string
  readonly place: Place | undefined
}

export interface LabelIndex {
  /** By label as written, e.g. `tbl:tip`. */
  readonly labelled: ReadonlyMap<string, Target>
  /** In reading order, with a label or without. */
  readonly targets: readonly Target[]
  /** Every anchor of the thesis. */
  readonly ids: ReadonlySet<string>
}

/** Collects what trees hold that are numbered; a label used twice is reported at its second place. */
export function indexLabels(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
  names: ReferenceNames,
  reservedIds: Iterable<string> = [],
): LabelIndex {
  const labelled = new Map<string, Target>()
  const targets: Target[] = []
  const ids = new Set<string>(reservedIds)
  for (const { tree, file } of files) {
    visit(tree, (node) => {
      const anchor = node.data && 'hProperties' in node.data ? node.data.hProperties?.id : undefined
      if (typeof anchor === 'string') ids.add(anchor)
      const facts = factsOf(node)
      if (!facts) return
      const name = facts.kind ? `${kindName(facts.kind, names)} ${facts.number}` : facts.number
      const target: Target = { ...facts, name, file: file.path, place: node.position }
      targets.push(target)
      ids.add(target.id)
      const { label, kind } = target
      if (label === undefined) return
      checkPrefix(label, kind, names, file, node.position)
      const first = labelled.get(label)
      if (!first) labelled.set(label, target)
      else {
        const at = `${first.file}:${first.place?.start.line ?? 1}`
        tell(file, duplicateLabel, { label, first: at }, { place: node.position })
      }
    })
  }
  return { labelled, targets, ids }
}

type TargetFacts = Omit<Target, 'name' | 'file' | 'place'>

/** What a node is to those who refer to it. A new node with a number has its line here. */
function factsOf(node: Nodes): TargetFacts | undefined {
  if (node.type === 'heading' && node.data?.section) return sectionFacts(node.data.section, node.data.label)
  if (node.type === 'captioned' && node.data?.id) {
    const { id, number = '', counters = [] } = node.data
    return { id, label: node.label, kind: node.kind, number, counters }
  }
  if (node.type === 'subfigure' && node.data?.id) {
    const { id, number = '' } = node.data
    return { id, label: node.label, kind: 'figure', number, counters: [] }
  }
  if (node.type === 'math' && node.data?.id) {
    const { id, number = '', counters = [] } = node.data
    return { id, label: node.label, kind: 'equation', number, counters }
  }
  if (node.type === 'fencedDiv' && node.data?.id) {
    return { id: node.data.id, label: node.label, kind: undefined, number: `“${node.label}”`, counters: [] }
  }
  return undefined
}

function sectionFacts(section: Section, label: string | undefined): TargetFacts {
  const { id, number, counters, path = number } = section
  if (number === '') return unnumberedFacts(section, label)
  const kind = section.appendix ? 'appendix' : counters.length === 1 ? 'chapter' : 'section'
  const numeral = kind === 'section' ? path : (number.split(' ').at(-1) ?? number)
  return { id, label, kind, number: numeral, counters }
}

/** "Lampiran 2. Kuesioner" typed under a heading without numbers has one all the same. */
function unnumberedFacts({ id, title }: Section, label: string | undefined): TargetFacts {
  const typed = appendixLabel(title)
  if (!typed) return { id, label, kind: undefined, number: `“${title}”`, counters: [] }
  const numeral = typed.text.split(' ').at(-1) ?? ''
  return { id, label, kind: 'appendix', number: numeral, counters: typed.numbers }
}

/** `{#fig:x}` on a table works, and misleads. */
function checkPrefix(
  label: string,
  kind: ReferenceKind | undefined,
  names: ReferenceNames,
  file: VFile,
  place: Place | undefined,
): void {
  const prefix = label.split(':')[0] ?? ''
  if (!label.includes(':') || !PREFIXES.includes(prefix)) return
  const expected = REFERENCE_KINDS[kind ?? 'section'].prefixes
  if (expected.includes(prefix)) return
  const better = `${expected[0]}:${label.slice(prefix.length + 1)}`
  const what = kind ? kindName(kind, names) : ''
  tell(file, labelPrefix, { label, what, better }, { place, expected: better })
}
