/** The unified plugin that numbers figures and tables: Tabel 2.1, or 1, 2, 3 through the whole thesis. */
import type GithubSlugger from 'github-slugger'
import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { Captioned, CaptionKind } from '../model.ts'
import { toLetters, toRoman } from '../numerals.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { typedNumber } from './messages.ts'
import { captionLabel, spacedCaptionLabel, type TypedLabel } from './typed-labels.ts'

export interface NumberCaptionsOptions {
  /** `chapter`: 2.1 begins anew in each chapter; `continuous`: 1, 2, 3. Default `chapter`. */
  readonly numbering?: 'chapter' | 'continuous'
  /** Of the chapter in it: 2.1 or II.1. Default `arabic`. */
  readonly chapterNumeral?: 'arabic' | 'roman'
  /** True ends every caption with a full stop, false none; as typed when absent. */
  readonly endPeriod?: boolean
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
    if (node.type === 'fencedDiv' && node.label !== undefined && node.children.length > 0)
      node.data = { ...node.data, id: options.slugger?.slug(node.label) ?? node.label }
    if (node.type !== 'captioned') return
    const { number, counters: numbers } = next(node.kind)
    const name = `${labels[node.kind]} ${number}`
    takeTypedLabel(node, name, numbers, file)
    const id = options.slugger?.slug(name) ?? name.toLowerCase().replaceAll(' ', '-')
    node.data = { ...node.data, number, counters: numbers, id, hProperties: { id, className: [node.kind] } }
    const caption = node.children.find((child) => child.type === 'caption')
    if (caption) caption.data = { ...caption.data, hProperties: { dataNumber: name } }
    if (caption && options.endPeriod !== undefined) setEndPeriod(caption.children, options.endPeriod)
    numberSubfigures(node, number, name, options.slugger)
  })

  function next(kind: CaptionKind | 'equation'): { number: string; counters: number[] } {
    const own = ++count.counters[kind]
    const { appendix, chapter } = count
    const counters = (byChapter || appendix !== undefined) && chapter > 0 ? [chapter, own] : [own]
    if (appendix === undefined) {
      const numeral = options.chapterNumeral === 'roman' ? toRoman(chapter) : String(chapter)
      return { number: counters.length === 1 ? String(own) : `${numeral}.${own}`, counters }
    }
    const pattern = options.appendixNumber ?? '{appendix}.{number}'
    return { number: pattern.replace('{appendix}', appendix).replace('{number}', String(own)), counters }
  }
}

/** (a), (b) … aa after z: "2.1a". */
function numberSubfigures(
  figure: Captioned,
  number: string,
  name: string,
  slugger: GithubSlugger | undefined,
): void {
  const parts = figure.children.filter((child) => child.type === 'subfigure')
  for (const [at, part] of parts.entries()) {
    const letter = toLetters(at + 1).toLowerCase()
    const own = `${name}${letter}`
    const id = slugger?.slug(own) ?? own.toLowerCase().replaceAll(' ', '-')
    part.data = { ...part.data, id, letter, number: `${number}${letter}`, hProperties: { id } }
  }
}

/** Notes called at the end of a caption stand behind its full stop. */
function setEndPeriod(children: PhrasingContent[], wanted: boolean): void {
  const last = children.findLast(
    (child) => child.type !== 'footnoteReference' && !(child.type === 'text' && child.value.trim() === ''),
  )
  if (!last) return
  const text = inlineText([last]).trimEnd()
  if (wanted ? /[.?!…]["”’)]?$/.test(text) : !/[^.]\.$/.test(text)) return
  if (last.type === 'text') last.value = wanted ? `${text}.` : text.slice(0, -1)
  else if (wanted) {
    const { position } = last
    const stop: PhrasingContent = { type: 'text', value: '.', ...(position ? { position } : {}) }
    children.splice(children.indexOf(last) + 1, 0, stop)
  } else if ('children' in last) setEndPeriod(last.children, false)
}

function takeTypedLabel(node: Captioned, computed: string, numbers: readonly number[], file: VFile): void {
  const caption = node.children.find((child) => child.type === 'caption')
  const typed = caption && typedLabel(inlineText(caption.children), node.kind, numbers)
  if (!caption || !typed) return
  const [first] = caption.children
  const wrapped = caption.children.length === 1 && (first?.type === 'strong' || first?.type === 'emphasis')
  dropLeadingText(caption.children, typed.length)
  // Markup around the label and its title is how the author made it look like a caption.
  if (wrapped && caption.children[0] === first) caption.children = first.children
  if (isNumber(typed, numbers)) return
  const facts = {
    typed: typed.text,
    computed,
    title: inlineText(caption.children).replace(/\s+/g, ' ').trim(),
  }
  tell(file, typedNumber, facts, { place: caption.position, expected: computed })
}

/** "Tabel 2. 1" is read as the chapter's number says. */
function typedLabel(text: string, kind: CaptionKind, numbers: readonly number[]): TypedLabel | undefined {
  const typed = captionLabel(text)
  // “Kode 10 …” above a table is its title.
  if (typed?.kind === 'listing' && kind !== 'listing') return undefined
  const spaced = typed && spacedCaptionLabel(text)
  if (!spaced || spaced.numbers.join('.') === numbers.join('.')) return spaced ?? typed
  return isNumber(typed, numbers) || spaced.numbers[0] !== numbers[0] ? typed : spaced
}

function isNumber(typed: TypedLabel, numbers: readonly number[]): boolean {
  const written = typed.numbers.join('.')
  return written === numbers.join('.') || written === String(numbers.at(-1))
}
