/** The index of everything that can be referred to: sections, figures, tables, listings. */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { CaptionKind, Language, Place } from '../model.ts'
import { duplicateLabel } from './messages.ts'

/** A thing that carries a label. */
export interface Labelled {
  /** Its anchor. */
  readonly id: string
  /** How the text names it: "Bab III", "subbab 1.7", "Tabel 2.1". */
  readonly name: string
  /** The number by itself: "III", "1.7", "2.1"; the title where there is none. */
  readonly number: string
  readonly file: string
  readonly place: Place | undefined
}

/** By label as written, e.g. `tbl:tip`. */
export type LabelIndex = ReadonlyMap<string, Labelled>

export interface LabelNames {
  readonly language: Language
  readonly captions: Readonly<Record<CaptionKind, string>>
}

const SECTION_WORDS: Readonly<Record<Language, { chapter: string; section: string }>> = {
  id: { chapter: 'Bab', section: 'subbab' },
  en: { chapter: 'Chapter', section: 'Section' },
}

/** Collects the labels of numbered trees; a label used twice is reported at its second place. */
export function indexLabels(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
  names: LabelNames,
): LabelIndex {
  const index = new Map<string, Labelled>()
  for (const { tree, file } of files) {
    const add = (
      label: string,
      named: Pick<Labelled, 'id' | 'name' | 'number'>,
      place: Place | undefined,
    ) => {
      const first = index.get(label)
      if (!first) index.set(label, { ...named, file: file.path, place })
      else {
        const at = `${first.file}:${first.place?.start.line ?? 1}`
        tell(file, duplicateLabel, { label, first: at }, { place })
      }
    }
    visit(tree, (node) => {
      if (node.type === 'heading' && node.data?.label && node.data.section) {
        const { id, number, title, counters } = node.data.section
        const words = SECTION_WORDS[names.language]
        const numeral = counters.length === 1 ? number.split(' ').at(-1) : number
        const word = counters.length === 1 ? words.chapter : words.section
        const named = numeral
          ? { id, number: numeral, name: `${word} ${numeral}` }
          : { id, number: title, name: `“${title}”` }
        add(node.data.label, named, node.position)
      }
      if (node.type === 'captioned' && node.label && node.data?.id) {
        const { id, number = '' } = node.data
        add(node.label, { id, number, name: `${names.captions[node.kind]} ${number}` }, node.position)
      }
    })
  }
  return index
}
