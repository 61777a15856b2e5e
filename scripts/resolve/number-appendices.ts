/** The unified plugin that numbers appendices: "Lampiran 1 Kuesioner". A label typed by hand is understood. */
import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import { romanValue, toLetters, toRoman } from '../numerals.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { typedNumber } from './messages.ts'
import { appendixLabel } from './typed-labels.ts'

export interface NumberAppendicesOptions {
  /** The number of the first appendix in the tree. Default 1. */
  readonly start?: number
  /** Default "arabic". */
  readonly numbering?: 'arabic' | 'letters' | 'roman'
  /** The word before the number. Default "Lampiran". */
  readonly label?: string
  /** Makes the ids; hand in one slugger to keep ids unique over several files. */
  readonly slugger?: GithubSlugger
}

/** The unified plugin; several files are numbered through by {@link numberAppendices}. */
export const remarkNumberAppendices: Plugin<[NumberAppendicesOptions?], Root> =
  (options = {}) =>
  (tree, file) => {
    numberAppendices(tree, file, options)
  }

/**
 * Numbers the appendices of a file in place (`heading.data.section`). A file is one appendix, titled by the heading it
 * begins with; each further heading of level 1 with a typed label ("# Lampiran 2. Surat") begins another. Other headings
 * get an anchor and no number.
 * @returns the number of the next appendix
 */
export function numberAppendices(tree: Root, file: VFile, options: NumberAppendicesOptions): number {
  const slugger = options.slugger ?? new GithubSlugger()
  let next = options.start ?? 1
  const title = openingHeading(tree)
  joinTypedHeadings(tree)
  for (const heading of tree.children.filter((node): node is Heading => node.type === 'heading')) {
    const text = inlineText(heading.children)
    const label = appendixLabel(text)
    const isTitle = heading === title || (heading.depth === 1 && label !== undefined)
    const numeral = isTitle ? numeralOf(next, options) : ''
    const number = isTitle ? `${options.label ?? 'Lampiran'} ${numeral}` : ''
    if (isTitle && label) {
      dropLeadingText(heading.children, label.length)
      heading.data = { ...heading.data, typedNumber: label.text }
    }
    const shown = inlineText(heading.children).replace(/\s+/g, ' ').trim()
    if (isTitle && label && !agrees(label.text, numeral, next)) {
      const facts = { typed: label.text, computed: number, title: shown }
      tell(file, typedNumber, facts, { place: heading.position, expected: number })
    }
    if (isTitle) heading.depth = 1
    const id = slugger.slug(slug(shown) === '' ? number || 'bagian' : shown)
    const section = { id, number, title: shown, depth: heading.depth }
    heading.data = {
      ...heading.data,
      section: isTitle ? { ...section, counters: [next], appendix: true } : { ...section, counters: [] },
      hProperties: { ...heading.data?.hProperties, id, ...(number ? { dataNumber: number } : {}) },
    }
    if (isTitle) next++
  }
  return next
}

/** The heading a file begins with; one without words is put in where there is none, for its number. */
function openingHeading(tree: Root): Heading {
  const at = tree.children.findIndex((node) => !isSilent(node))
  const first = tree.children[at]
  if (first?.type === 'heading') return first
  const position = first?.position ?? tree.position
  const heading: Heading = { type: 'heading', depth: 1, children: [], ...(position ? { position } : {}) }
  tree.children.splice(Math.max(0, at), 0, heading)
  return heading
}

/** Shows nothing. */
function isSilent(node: RootContent): boolean {
  return (
    node.type === 'yaml' ||
    node.type === 'definition' ||
    node.type === 'footnoteDefinition' ||
    node.type === 'pageBreak' ||
    (node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value.trim()))
  )
}

/** `# Lampiran 1` with its title in the heading below it becomes one heading. */
function joinTypedHeadings(tree: Root): void {
  for (let at = 0; at < tree.children.length; at++) {
    const label = tree.children[at]
    const title = tree.children[at + 1]
    if (label?.type !== 'heading' || title?.type !== 'heading' || title.depth > label.depth + 1) continue
    const text = inlineText(label.children)
    if (appendixLabel(text)?.length !== text.length || appendixLabel(inlineText(title.children))) continue
    label.children.push({ type: 'text', value: ' ' }, ...title.children)
    if (title.data) label.data = { ...label.data, ...title.data }
    tree.children.splice(at + 1, 1)
  }
}

function numeralOf(number: number, { numbering }: NumberAppendicesOptions): string {
  if (numbering === 'roman') return toRoman(number)
  return numbering === 'letters' ? toLetters(number) : String(number)
}

/** Typed "I" is the first in Roman and the ninth in letters: whichever fits is meant. */
function agrees(typed: string, numeral: string, number: number): boolean {
  const own = (typed.split(' ').at(-1) ?? '').toUpperCase()
  return (
    own === numeral.toUpperCase() ||
    [String(number), toLetters(number)].includes(own) ||
    romanValue(own) === number
  )
}
