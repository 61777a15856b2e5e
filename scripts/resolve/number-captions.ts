/** The unified plugin that numbers figures and tables: Tabel 2.1, or 1, 2, 3 through the whole thesis. */
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
  /** In appendices: `L{appendix}.{number}` gives "Tabel L1.2". Default `{appendix}.{number}`. */
  readonly appendixNumber?: string
  /** Makes ids; hand in one slugger to keep ids unique over several files. */
  readonly slugger?: GithubSlugger
}

/** Where the counting stands: handed from file to file. */
interface CaptionCount {
  chapter: number
  /** The numeral of the appendix the count is in. */
  appendix?: string | undefined
  readonly counters: Record<CaptionKind | 'equation', number>
}

export function startCaptionCount(): CaptionCount {
  return { chapter: 0, counters: { figure: 0, table: 0, listing: 0, equation: 0 } }
}

export const remarkNumberCaptions: Plugin<[NumberCaptionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    numberCaptions(tree, file, options)

/** Numbers the `captioned` nodes and labelled equations of a tree whose sections are numbered. @param count moved on in place */
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
    if (node.type === 'heading' && node.data?.section?.appendix && chapter !== undefined) {
      count.appendix = node.data.section.number.split(' ').at(-1)
      count.chapter = chapter
      Object.assign(count.counters, startCaptionCount().counters)
    } else if (chapter !== undefined) {
      count.appendix = undefined
      count.chapter = chapter
      if (byChapter) Object.assign(count.counters, startCaptionCount().counters)
    }
    if (node.type === 'math' && node.label !== undefined) {
      const { number, counters } = next('equation')
      const id = `eq-${number}`
      node.data = { ...node.data, number, counters, id: options.slugger?.slug(id) ?? id }
    }
    if (node.type !== 'captioned') return
    const { number, counters: numbers } = next(node.kind)
    const name = `${labels[node.kind]} ${number}`
    takeTypedLabel(node, name, numbers, file)
    const id = options.slugger?.slug(name) ?? name.toLowerCase().replaceAll(' ', '-')
    node.data = { ...node.data, number, counters: numbers, id, hProperties: { id, className: [node.kind] } }
    const caption = node.children.find((child) => child.type === 'caption')
    if (caption) caption.data = { ...caption.data, hProperties: { dataNumber: name } }
  })

  function next(kind: CaptionKind | 'equation'): { number: string; counters: number[] } {
    const own = ++count.counters[kind]
    const { appendix, chapter } = count
    const counters = (byChapter || appendix !== undefined) && chapter > 0 ? [chapter, own] : [own]
    if (appendix === undefined) return { number: counters.join('.'), counters }
    const pattern = options.appendixNumber ?? '{appendix}.{number}'
    return { number: pattern.replace('{appendix}', appendix).replace('{number}', String(own)), counters }
  }
}

function takeTypedLabel(node: Captioned, computed: string, numbers: readonly number[], file: VFile): void {
  const caption = node.children.find((child) => child.type === 'caption')
  const typed = caption && captionLabel(inlineText(caption.children))
  if (!caption || !typed) return
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
