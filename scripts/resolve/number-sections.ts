/**
 * The unified plugin that numbers chapters and sections: BAB I, 1.1 … 1.7.1.1.
 * Labels typed by hand are understood, taken off, and compared with the computed ones.
 */
import GithubSlugger from 'github-slugger'
import type { Heading, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { Section } from '../model.ts'
import { toRoman } from '../roman.ts'
import { dropLeadingText } from './heading-text.ts'
import { typedNumber } from './messages.ts'
import { chapterLabel, sectionLabel, type TypedLabel } from './typed-labels.ts'

export interface NumberSectionsOptions {
  /** The number of the first chapter in the tree. Default 1. */
  readonly start?: number
  /** Headings deeper than this get an id but no number; 4 numbers 1.7.1.1. Default 4. */
  readonly maxDepth?: number
  /** The word before a chapter's number. Default "BAB". */
  readonly chapterLabel?: string
  /** Default "roman". */
  readonly numeral?: 'roman' | 'arabic'
  /** Titles of level 1 that are no chapters (preface, contents …), compared without case. */
  readonly unnumbered?: Iterable<string>
  /** Makes the ids; hand in one slugger to keep ids unique over several files. */
  readonly slugger?: GithubSlugger
}

/** The unified plugin; several files are numbered through by {@link numberSections}. */
export const remarkNumberSections: Plugin<[NumberSectionsOptions?], Root> =
  (options = {}) =>
  (tree, file) =>
    numberSections(tree, file, options)

/** Where the counting stands: handed from file to file. */
export interface SectionCount {
  /** By depth: chapters, sections, … */
  readonly counters: number[]
  /** False before the first chapter and below an unnumbered one (a preface). */
  inChapter: boolean
}

/** The count before a chapter. @param start the number the chapter will get */
export function startCount(start = 1): SectionCount {
  return { counters: [start - 1, 0, 0, 0, 0, 0], inChapter: false }
}

/** A heading as the counting sees it. */
interface Numbered {
  readonly heading: Heading
  readonly typed: TypedLabel | undefined
}

/**
 * Numbers the headings of a tree in place (`heading.data.section`) and takes off the numbers typed by hand.
 * @param count where the files before have got to; moved on in place
 */
export function numberSections(
  tree: Root,
  file: VFile,
  options: NumberSectionsOptions,
  count: SectionCount = startCount(options.start),
): void {
  const { counters } = count
  const slugger = options.slugger ?? new GithubSlugger()
  const maxDepth = options.maxDepth ?? 4
  const unnumbered = new Set([...(options.unnumbered ?? [])].map((title) => title.toLowerCase()))
  joinChapterHeadings(tree)

  for (const { heading, typed } of takeTypedLabels(tree, maxDepth)) {
    const { depth } = heading
    const title = plainText(heading).replace(/\s+/g, ' ').trim()
    const data = heading.data ?? {}
    heading.data = data
    if (depth === 1 && unnumbered.has(title.toLowerCase())) data.unnumbered = true
    if (depth === 1) count.inChapter = data.unnumbered !== true
    const counts = count.inChapter && data.unnumbered !== true && depth <= maxDepth
    if (counts) {
      counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
      counters.fill(0, depth)
    }
    const numbers = counts ? counters.slice(0, depth) : []
    const number = numberText(numbers, options)
    if (typed) {
      data.typedNumber = typed.text
      if (counts && !agrees(typed, numbers)) {
        tell(
          file,
          typedNumber,
          { typed: typed.text, computed: number, title },
          { place: heading.position, expected: number },
        )
      }
    }
    const section: Section = { id: slugger.slug(title), number, counters: numbers, title, depth }
    data.section = section
  }
}

function numberText(numbers: readonly number[], options: NumberSectionsOptions): string {
  const [chapter] = numbers
  if (chapter === undefined) return ''
  if (numbers.length > 1) return numbers.join('.')
  const numeral = options.numeral === 'arabic' ? String(chapter) : toRoman(chapter)
  return `${options.chapterLabel ?? 'BAB'} ${numeral}`
}

/** "1.2" agrees with [1, 2]; "b." and "2." with any section that is the second of its siblings. */
function agrees(typed: TypedLabel, numbers: readonly number[]): boolean {
  if (typed.numbers.length === numbers.length)
    return typed.numbers.every((number, at) => number === numbers[at])
  return typed.numbers.length === 1 && typed.numbers[0] === numbers.at(-1)
}

/** Takes the labels off all headings. A letter counts as a label only where its siblings carry letters in order. */
function takeTypedLabels(tree: Root, maxDepth: number): Numbered[] {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const labels = headings.map((heading) => {
    const text = plainText(heading)
    if (heading.depth === 1) return chapterLabel(text)
    return heading.depth <= maxDepth + 1 ? sectionLabel(text, heading.depth) : undefined
  })
  return headings.map((heading, at) => {
    const label = labels[at]
    const typed = label?.scheme === 'letter' && !lettersInOrder(headings, labels, at) ? undefined : label
    if (typed) dropLeadingText(heading.children, typed.length)
    return { heading, typed }
  })
}

/** True when the heading's letter follows from its place: the first sibling is "a", the one after "a" is "b". */
function lettersInOrder(
  headings: readonly Heading[],
  labels: readonly (TypedLabel | undefined)[],
  at: number,
): boolean {
  const depth = headings[at]?.depth ?? 0
  let before = 0
  for (let index = at - 1; index >= 0; index--) {
    const other = headings[index]
    if (!other || other.depth < depth) break
    if (other.depth > depth) continue
    if (labels[index]?.scheme !== 'letter') return false
    before++
  }
  return labels[at]?.numbers[0] === before + 1
}

/**
 * Word habit: the label stands in a heading of its own. `# BAB I` + `# PENDAHULUAN` becomes one heading, and so does
 * `# BAB I` + `## PENDAHULUAN`, whose sections then move up one level.
 */
function joinChapterHeadings(tree: Root): void {
  for (let at = 0; at < tree.children.length; at++) {
    const label = tree.children[at]
    const title = tree.children[at + 1]
    if (!isHeading(label) || label.depth !== 1 || !isHeading(title) || title.depth > 2) continue
    const text = plainText(label)
    if (chapterLabel(text)?.length !== text.length || chapterLabel(plainText(title))) continue
    if (title.depth === 2) {
      if (sectionLabel(plainText(title), 2)) continue
      const below = headingsOfChapter(tree.children, at + 2)
      if (below.some((heading) => heading.depth === 2)) continue
      for (const heading of below) heading.depth = Math.max(2, heading.depth - 1) as Heading['depth']
    }
    label.children.push({ type: 'text', value: ' ' }, ...title.children)
    if (title.data) label.data = { ...label.data, ...title.data }
    tree.children.splice(at + 1, 1)
  }
}

function headingsOfChapter(nodes: readonly RootContent[], from: number): Heading[] {
  const found: Heading[] = []
  for (const node of nodes.slice(from)) {
    if (!isHeading(node)) continue
    if (node.depth === 1) break
    found.push(node)
  }
  return found
}

function isHeading(node: RootContent | undefined): node is Heading {
  return node?.type === 'heading'
}
