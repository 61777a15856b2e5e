/** The headings of all chapter files as one list, and the tree of sections they make. */
import type { Heading, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Chapter, OutlineSection, Place } from '../../model.ts'
import { isTitleOf, titleKey, typoDistance } from './titles.ts'

/** A heading as written. */
export interface HeadingRecord {
  /** Its place in {@link Manuscript.headings}. */
  readonly index: number
  readonly title: string
  /** The title for comparison, see `titleKey`. */
  readonly key: string
  /** "BAB I", "1.2", or empty. */
  readonly number: string
  /** As typed: 2 for `##`. */
  readonly depth: number
  readonly file: string
  readonly place: Place
  /** Something other than headings stands below it. */
  readonly filled: boolean
  /** False for the preface, the list of references and whatever else is no chapter, with all below it. */
  readonly inChapter: boolean
}

/** All chapter files in reading order. */
export interface Manuscript {
  readonly headings: readonly HeadingRecord[]
  /** Where each file's text ends. */
  readonly ends: ReadonlyMap<string, Place['end']>
}

/** A chapter or section with what it holds. */
export interface SectionNode {
  /** Absent for the root, and for a chapter whose heading is missing at the top of its file. */
  readonly heading: HeadingRecord | undefined
  /** 0 for the root, 1 for a chapter. */
  readonly depth: number
  readonly parent: SectionNode | undefined
  readonly children: SectionNode[]
  /** Index of its first heading. */
  readonly start: number
  /** Index of the first heading behind it. */
  end: number
}

const TOP = { line: 1, column: 1 }

/** Collects the headings of the chapters; nothing is judged yet. */
export function readHeadings(chapters: readonly Chapter[]): Manuscript {
  const headings: (HeadingRecord & { filled: boolean })[] = []
  const ends = new Map<string, Place['end']>()
  let inChapter = true
  for (const { path, tree } of chapters) {
    ends.set(path, endOf(tree))
    for (const node of tree.children) {
      if (node.type !== 'heading') {
        const current = headings.at(-1)
        if (current && isContent(node)) current.filled = true
        continue
      }
      if (node.depth === 1) inChapter = node.data?.unnumbered !== true
      headings.push(record(node, headings.length, path, inChapter))
    }
  }
  return { headings, ends }
}

/** Notes stand at the end of the tree, wherever they are written. */
function endOf({ children }: Root): Place['end'] {
  const ends = children.flatMap(({ position }) => (position ? [position.end] : []))
  return ends.toSorted((a, b) => a.line - b.line || a.column - b.column).at(-1) ?? TOP
}

function record(heading: Heading, index: number, file: string, inChapter: boolean): HeadingRecord {
  const section = heading.data?.section
  const title = section?.title ?? plainText(heading).replace(/\s+/g, ' ').trim()
  return {
    index,
    title,
    key: titleKey(title),
    number: section?.number ?? '',
    depth: heading.depth,
    file,
    place: heading.position ?? { start: TOP, end: TOP },
    filled: false,
    inChapter,
  }
}

/** Comments, definitions and metadata show nothing on the page. */
function isContent(node: RootContent): boolean {
  if (node.type === 'html') return !/^\s*(<!--[\s\S]*?-->\s*)+$/.test(node.value)
  return node.type !== 'definition' && node.type !== 'footnoteDefinition' && node.type !== 'yaml'
}

/**
 * Nests the headings by depth.
 * @param outline tells a file that continues a chapter from one whose chapter heading is missing
 * @param depths the depth to take instead of the typed one, by heading index
 */
export function buildTree(
  { headings }: Manuscript,
  outline: readonly OutlineSection[],
  depths: ReadonlyMap<number, number>,
): SectionNode {
  const depthOf = (heading: HeadingRecord) => depths.get(heading.index) ?? heading.depth
  const counted = headings.map((heading) => heading.inChapter || depths.has(heading.index))
  const root: SectionNode = node(undefined, 0, undefined, 0)
  let open = root
  const close = (depth: number, at: number) => {
    while (open.parent && open.depth >= depth) {
      open.end = at
      open = open.parent
    }
  }
  for (const heading of headings) {
    const { index, file } = heading
    const depth = depthOf(heading)
    const opensFile = headings[index - 1]?.file !== file
    const headless = depth > 1 && (open === root || opensFile)
    if (!counted[index] && !(headless && opensFile)) {
      close(1, index)
      continue
    }
    if (headless && (open === root || lacksHeading(heading, open))) {
      close(1, index)
      open = node(undefined, 1, root, index)
    }
    close(depth, index)
    open = node(heading, depth, open, index)
  }
  close(0, headings.length)
  root.end = headings.length
  return root

  /** A file without a chapter heading: does it start the chapter that the outline names next? */
  function lacksHeading(first: HeadingRecord, current: SectionNode): boolean {
    let chapter = current
    while (chapter.depth > 1 && chapter.parent) chapter = chapter.parent
    const at = outline.findIndex((section) => chapter.heading && names(section, chapter.heading))
    const [here, next] = [outline[at], outline[at + 1]]
    if (!here || !next) return false
    if (headings.some((heading) => depthOf(heading) === 1 && names(next, heading))) return false
    for (let index = first.index; index < headings.length; index++) {
      const heading = headings[index]
      if (!heading || heading.file !== first.file || depthOf(heading) === 1) break
      if (namesWithin(here, heading)) return false
    }
    return true
  }
}

function node(
  heading: HeadingRecord | undefined,
  depth: number,
  parent: SectionNode | undefined,
  start: number,
): SectionNode {
  const made: SectionNode = { heading, depth, parent, children: [], start, end: start }
  parent?.children.push(made)
  return made
}

function names(section: OutlineSection, { key }: HeadingRecord): boolean {
  return isTitleOf(section, key) || typoDistance(section, key) !== undefined
}

function namesWithin(section: OutlineSection, heading: HeadingRecord): boolean {
  return (section.sections ?? []).some((inner) => names(inner, heading) || namesWithin(inner, heading))
}

/** The section and all below it, in reading order. */
export function* walk(section: SectionNode): Generator<SectionNode> {
  yield section
  for (const child of section.children) yield* walk(child)
}

/** Nothing stands below the heading, neither text nor sections. */
export function isEmpty(section: SectionNode): boolean {
  return section.heading?.filled === false && section.children.length === 0
}

/** The zero-width place where a heading would be put in before the heading with an index. */
export function placeBefore(
  { headings, ends }: Manuscript,
  index: number,
): { file: string | undefined; place: Place } {
  const [before, behind] = [headings[index - 1], headings[index]]
  if (behind && (!before || before.file === behind.file)) {
    return { file: behind.file, place: { start: behind.place.start, end: behind.place.start } }
  }
  const file = before?.file ?? ends.keys().next().value
  const end = (file === undefined ? undefined : ends.get(file)) ?? TOP
  return { file, place: { start: end, end } }
}
