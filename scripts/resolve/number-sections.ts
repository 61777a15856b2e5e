/**
 * The unified plugin that numbers chapters and sections: BAB I, 1.1 … 1.7.1.1.
 * Labels typed by hand are understood, taken off, and compared with the computed ones.
 */
import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import { toLetters, toRoman } from '../numerals.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
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
  /** 1.1 and 1.1.1; I.1 and I.1.1; or A. and 1., each under the other. Default "decimal". */
  readonly numbering?: 'decimal' | 'roman' | 'letters'
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
interface SectionCount {
  /** By depth: chapters, sections, … */
  readonly counters: number[]
  /** Headings deeper than this stand under an unnumbered one. 1 before the first chapter, infinite in a chapter. */
  unnumberedBelow: number
}

/** The count before a chapter. @param start the number the chapter will get */
export function startCount(start = 1): SectionCount {
  return { counters: [start - 1, 0, 0, 0, 0, 0], unnumberedBelow: 1 }
}

/**
 * Numbers the headings of a tree in place (`heading.data.section`) and takes off the numbers typed by hand.
 * Where no number is computed, a typed one stays: it is all there is.
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
  const headings = tree.children.filter((node): node is Heading => isHeading(node))
  const labels = typedLabels(headings)

  for (const [at, heading] of headings.entries()) {
    const { depth } = heading
    const label = depth <= maxDepth ? labels[at] : undefined
    const data = heading.data ?? {}
    heading.data = data
    // For pandoc people type "BAB I" and {-}: it is a chapter all the same.
    if (depth === 1 && label) delete data.unnumbered
    const isPart =
      depth === 1 &&
      unnumbered.has(
        titleOf(heading)
          .slice(label?.length ?? 0)
          .toLowerCase(),
      )
    if (isPart) data.unnumbered = true
    if (depth <= count.unnumberedBelow)
      count.unnumberedBelow = data.unnumbered === true ? depth : Number.POSITIVE_INFINITY
    const counts = count.unnumberedBelow === Number.POSITIVE_INFINITY && depth <= maxDepth
    if (counts) {
      counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
      counters.fill(0, depth)
    }
    const numbers = counts ? counters.slice(0, depth) : []
    const number = numberText(numbers, options)
    if (label && (counts || isPart)) {
      dropLeadingText(heading.children, label.length)
      data.typedNumber = label.text
    }
    const title = titleOf(heading)
    if (label && counts && !agrees(label, numbers)) {
      const facts = { typed: label.text, computed: number, title }
      tell(file, typedNumber, facts, { place: heading.position, expected: number })
    }
    const id = slugger.slug(slug(title) === '' ? number || 'bagian' : title)
    data.section = { id, number, ...pathOf(numbers, options), counters: numbers, title, depth }
    // So that any chain that makes HTML has the anchor, and the number for a style sheet.
    data.hProperties = { ...data.hProperties, id, ...(number ? { dataNumber: number } : {}) }
  }
}

function titleOf(heading: Heading): string {
  return inlineText(heading.children).replace(/\s+/g, ' ').trim()
}

function numberText(numbers: readonly number[], options: NumberSectionsOptions): string {
  const [chapter] = numbers
  if (chapter === undefined) return ''
  if (numbers.length > 1) return sectionNumber(numbers, options.numbering)
  return `${options.chapterLabel ?? 'BAB'} ${chapterNumeral(chapter, options)}`
}

/** By depth below the chapter, from the outermost. */
const LETTERED: readonly ((step: number) => string)[] = [
  (step) => `${toLetters(step)}.`,
  (step) => `${step}.`,
  (step) => `${toLetters(step).toLowerCase()}.`,
  (step) => `${step})`,
  (step) => `${toLetters(step).toLowerCase()})`,
]

function chapterNumeral(chapter: number, { numeral }: NumberSectionsOptions): string {
  return numeral === 'arabic' ? String(chapter) : toRoman(chapter)
}

function sectionNumber(
  numbers: readonly number[],
  numbering: NumberSectionsOptions['numbering'] = 'decimal',
): string {
  const [chapter = 0, ...below] = numbers
  if (numbering === 'letters') return LETTERED[below.length - 1]?.(below.at(-1) ?? 0) ?? ''
  return numbering === 'roman' ? [toRoman(chapter), ...below].join('.') : numbers.join('.')
}

/** What a text calls a section whose heading shows its last step alone: "I.A.1". */
function pathOf(numbers: readonly number[], options: NumberSectionsOptions): { path?: string } {
  const [chapter = 0, ...below] = numbers
  if (options.numbering !== 'letters' || below.length === 0) return {}
  const steps = below.map((step, at) => LETTERED[at]?.(step).replace(/[.)]$/, '') ?? '')
  return { path: [chapterNumeral(chapter, options), ...steps].join('.') }
}

/** "1.2" agrees with [1, 2]; "b." and "2." with any section that is the second of its siblings. */
function agrees(typed: TypedLabel, numbers: readonly number[]): boolean {
  if (typed.numbers.length === numbers.length)
    return typed.numbers.every((number, at) => number === numbers[at])
  return typed.numbers.length === 1 && typed.numbers[0] === numbers.at(-1)
}

/** The label each heading carries. A letter counts as one only where its siblings carry letters in order. */
function typedLabels(headings: readonly Heading[]): (TypedLabel | undefined)[] {
  const labels = headings.map(({ depth, children }) =>
    depth === 1 ? chapterLabel(inlineText(children)) : sectionLabel(inlineText(children), depth),
  )
  return labels.map((label, at) =>
    label?.scheme === 'letter' && !lettersInOrder(headings, labels, at) ? undefined : label,
  )
}

/**
 * True in a run of siblings that begins with "a" and carries letters up to here. An "A." whose next sibling carries no
 * letter is the initial of a name ("A. Hasjmy").
 */
function lettersInOrder(
  headings: readonly Heading[],
  labels: readonly (TypedLabel | undefined)[],
  at: number,
): boolean {
  const depth = headings[at]?.depth ?? 0
  let first = at
  for (let index = at - 1; index >= 0; index--) {
    const other = headings[index]
    if (!other || other.depth < depth) break
    if (other.depth > depth) continue
    if (labels[index]?.scheme !== 'letter') return false
    first = index
  }
  if (labels[first]?.numbers[0] !== 1) return false
  const next = headings.findIndex((other, index) => index > first && other.depth <= depth)
  return next < 0 || headings[next]?.depth !== depth || labels[next]?.scheme === 'letter'
}

/**
 * Word habit: the label stands in a heading of its own. `# BAB I` + `# PENDAHULUAN` becomes one heading, and so does
 * `# BAB I` + `## PENDAHULUAN`, whose sections then move up one level unless they stand on the title's own.
 */
function joinChapterHeadings(tree: Root): void {
  for (let at = 0; at < tree.children.length; at++) {
    const label = tree.children[at]
    const title = tree.children[at + 1]
    if (!isHeading(label) || label.depth !== 1 || !isHeading(title) || title.depth > 2) continue
    const text = inlineText(label.children)
    const titleText = inlineText(title.children)
    if (chapterLabel(text)?.length !== text.length || chapterLabel(titleText)) continue
    if (title.depth === 2) {
      if (sectionLabel(titleText, 2)) continue
      const below = headingsOfChapter(tree.children, at + 2)
      const siblings = below.filter((heading) => heading.depth === 2)
      if (siblings.length === 0) {
        for (const heading of below) heading.depth = Math.max(2, heading.depth - 1) as Heading['depth']
      } else if (!siblings.every((sibling) => differs(titleText, inlineText(sibling.children)))) continue
    }
    label.children.push({ type: 'text', value: ' ' }, ...title.children)
    if (title.data) label.data = { ...label.data, ...title.data }
    tree.children.splice(at + 1, 1)
  }
}

/** Is the first a chapter's title beside a section of the same level: "PENDAHULUAN" and "1.1 Latar", or "Latar"? */
function differs(title: string, section: string): boolean {
  if (sectionLabel(section, 2)?.scheme === 'decimal') return true
  return title === title.toUpperCase() && section !== section.toUpperCase()
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
