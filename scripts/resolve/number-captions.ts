/** The unified plugin that numbers figures, tables and listings: Tabel 2.1, or 1, 2, 3 through the whole thesis. */
import type GithubSlugger from 'github-slugger'
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { Captioned, CaptionKind } from '../model.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { typedNumber } from './messages.ts'
import { captionLabel } from './typed-labels.ts'

export interface NumberCaptionsOptions {
  /** `chapter`: 2.1 begins anew in each chapter; `continuous`: 1, 2, 3. Default `chapter`. */
  readonly numbering?: 'chapter' | 'continuous'
  /** The word before the number. Default Tabel, Gambar and Kode. */
  readonly labels?: Readonly<Record<CaptionKind, string>>
  /** Makes ids; hand in one slugger to keep ids unique over several files. */
  readonly slugger?: GithubSlugger
}

/** Where the counting stands: handed from file to file. */
interface CaptionCount {
  chapter: number
  readonly counters: Record<CaptionKind, number>
}

const NO_CAPTIONS: Readonly<Record<CaptionKind, number>> = { figure: 0, table: 0, listing: 0 }

export function startCaptionCount(): CaptionCount {
  return { chapter: 0, counters: { ...NO_CAPTIONS } }
}

export const remarkNumberCaptions: Plugin<[NumberCaptionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    numberCaptions(tree, file, options)

/** Numbers the `captioned` nodes of a tree whose sections are numbered. @param count moved on in place */
export function numberCaptions(
  tree: Root,
  file: VFile,
  options: NumberCaptionsOptions,
  count: CaptionCount = startCaptionCount(),
): void {
  const byChapter = options.numbering !== 'continuous'
  const labels = options.labels ?? { figure: 'Gambar', table: 'Tabel', listing: 'Kode' }
  visit(tree, (node) => {
    const chapter = node.type === 'heading' && node.depth === 1 ? node.data?.section?.counters[0] : undefined
    if (chapter !== undefined) {
      count.chapter = chapter
      if (byChapter) Object.assign(count.counters, NO_CAPTIONS)
    }
    if (node.type !== 'captioned') return
    const own = ++count.counters[node.kind]
    const numbers = byChapter && count.chapter > 0 ? [count.chapter, own] : [own]
    const number = numbers.join('.')
    const name = `${labels[node.kind]} ${number}`
    takeTypedLabel(node, name, numbers, file)
    const id = options.slugger?.slug(name) ?? name.toLowerCase().replaceAll(' ', '-')
    node.data = { ...node.data, number, id, hProperties: { id, className: [node.kind] } }
    const caption = node.children.find((child) => child.type === 'caption')
    if (caption) caption.data = { ...caption.data, hProperties: { dataNumber: name } }
  })
}

function takeTypedLabel(node: Captioned, computed: string, numbers: readonly number[], file: VFile): void {
  const caption = node.children.find((child) => child.type === 'caption')
  const typed = caption && captionLabel(inlineText(caption.children))
  // “Kode 10 …” above a table is its title.
  if (!caption || !typed || (typed.kind === 'listing' && node.kind !== 'listing')) return
  dropLeadingText(caption.children, typed.length)
  if (typed.numbers.join('.') === numbers.join('.') || typed.numbers.join('.') === String(numbers.at(-1)))
    return
  const facts = {
    typed: typed.text,
    computed,
    title: inlineText(caption.children).replace(/\s+/g, ' ').trim(),
  }
  tell(file, typedNumber, facts, { place: caption.position, expected: computed })
}
