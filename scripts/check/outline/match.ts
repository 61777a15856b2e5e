/** Finds for every section of the outline the heading that means it. */
import type { OutlineSection } from '../../model.ts'
import { alignSiblings, pairInGap } from './align.ts'
import { buildTree, isEmpty, type Manuscript, type SectionNode, walk } from './headings.ts'
import { isTellingTitleOf, isTitleOf } from './titles.ts'

/** The heading found for a wanted section. */
export interface Match {
  readonly node: SectionNode
  /** `order`: among its siblings, too early or too late; `elsewhere`: under another parent. */
  readonly at: 'place' | 'order' | 'elsewhere'
  /** False when the title has to be corrected. */
  readonly exact: boolean
}

/** A parent that was found, and what was found for the sections wanted in it. */
export interface Branch {
  readonly node: SectionNode
  readonly wanted: readonly OutlineSection[]
  readonly othersAllowed: boolean
  /** By index into `wanted`; what is not here is missing. */
  readonly matches: Map<number, Match>
  readonly duplicates: Map<SectionNode, number>
}

export interface OutlineMatch {
  /** Parents before what they hold. */
  readonly branches: readonly Branch[]
  /** Every heading that means a section of the outline, once more included. */
  readonly claimed: ReadonlySet<SectionNode>
  readonly root: SectionNode
  /** The right depth of headings typed at a wrong one, by heading index. */
  readonly depths: ReadonlyMap<number, number>
}

/**
 * Matches in the order of certainty, so that a fault is told once: titles among their siblings, headings with a
 * wrong number of `#` (the tree is built again without that fault), titles elsewhere, and last what stands in the place
 * of something missing. The sections of a missing parent are not looked for.
 */
export function matchOutline(manuscript: Manuscript, outline: readonly OutlineSection[]): OutlineMatch {
  const depths = new Map<number, number>()
  for (;;) {
    const root = buildTree(manuscript, outline, depths)
    const matcher = new Matcher(root)
    matcher.open(root, outline, true)
    const corrected = wrongDepth(manuscript, outline, matcher, depths)
    if (corrected) {
      for (const [index, depth] of corrected) depths.set(index, depth)
      continue
    }
    matcher.searchEverywhere()
    return { branches: matcher.branches, claimed: matcher.claimed, root, depths }
  }
}

class Matcher {
  readonly root: SectionNode
  readonly branches: Branch[] = []
  readonly claimed = new Set<SectionNode>()

  constructor(root: SectionNode) {
    this.root = root
  }

  /** Matches the children of a found parent, and theirs. An empty parent is told by itself. */
  open(node: SectionNode, wanted: readonly OutlineSection[], othersAllowed: boolean): void {
    if (wanted.length === 0 && othersAllowed) return
    if (node.parent && isEmpty(node)) return
    const branch: Branch = { node, wanted, othersAllowed, matches: new Map(), duplicates: new Map() }
    this.branches.push(branch)
    const children = node.children.filter((child) => !this.claimed.has(child))
    const { pairs, duplicates } = alignSiblings(
      wanted,
      children.map((child) => child.heading?.key ?? ''),
    )
    for (const { wanted: at, found } of duplicates) {
      const child = children[found]
      const first = pairs.find((pair) => pair.wanted === at)
      const same = children[first?.found ?? -1]?.heading?.key === child?.heading?.key
      // "Hasil Penelitian" and "Pembahasan" both mean "Hasil dan Pembahasan"; side by side they are two sections.
      if (!child || (othersAllowed && !same)) continue
      branch.duplicates.set(child, at)
      this.claimed.add(child)
    }
    for (const { wanted: at, found, exact, inOrder } of pairs) {
      const child = children[found]
      if (child) this.claim(branch, at, { node: child, exact, at: inOrder ? 'place' : 'order' })
    }
  }

  claim(branch: Branch, at: number, match: Match): void {
    branch.matches.set(at, match)
    this.claimed.add(match.node)
    const section = branch.wanted[at]
    if (section) this.open(match.node, section.sections ?? [], section.others !== false)
  }

  /** Looks for what alignment alone did not find. Claiming opens new branches, which the loops then visit too. */
  searchEverywhere(): void {
    for (const branch of this.branches) this.#acceptMoved(branch)
    for (const branch of this.branches) {
      this.#acceptMoved(branch)
      this.#acceptByPlace(branch)
    }
  }

  /** What is missing in its parent, but stands in another one. */
  #acceptMoved(branch: Branch): void {
    branch.wanted.forEach((section, at) => {
      if (branch.matches.has(at)) return
      const depth = branch.node.depth + 1
      const [nearest] = [...walk(this.root)]
        .filter((node) => this.#maybeMoved(node, section, branch))
        .sort((a, b) => Math.abs(a.depth - depth) - Math.abs(b.depth - depth))
      if (nearest) this.claim(branch, at, { node: nearest, exact: true, at: 'elsewhere' })
    })
  }

  #maybeMoved(node: SectionNode, section: OutlineSection, branch: Branch): boolean {
    if (!node.heading || this.claimed.has(node)) return false
    if (branch.node.start >= node.start && branch.node.start < node.end) return false
    if (chapterOf(node) === chapterOf(branch.node)) return isTitleOf(section, node.heading.key)
    const near = Math.abs(node.depth - branch.node.depth - 1) <= 1
    return near && isTellingTitleOf(section, node.heading.key)
  }

  /** What stands exactly where something is missing carries another title, or, as a chapter, none. */
  #acceptByPlace(branch: Branch): void {
    for (const { wanted, nodes } of this.#gaps(branch)) {
      const sections = wanted.flatMap((at) => branch.wanted[at] ?? [])
      const keys = nodes.map((node) => node.heading?.key ?? '')
      const byPlace = !branch.othersAllowed || branch.node.depth === 0
      for (const pair of pairInGap(sections, keys, byPlace)) {
        const [at, node] = [wanted[pair.wanted], nodes[pair.found]]
        if (at === undefined || !node) continue
        if (node.heading) this.claim(branch, at, { node, exact: false, at: 'place' })
        else {
          // The chapter's heading is missing: nothing is said of what it would hold.
          branch.matches.set(at, { node, exact: false, at: 'place' })
          this.claimed.add(node)
        }
      }
    }
  }

  /** Between two neighbours in place: what is wanted there and missing, and what else stands there. */
  #gaps(branch: Branch): { wanted: number[]; nodes: SectionNode[] }[] {
    const inPlace = [...branch.matches].filter(([, match]) => match.at === 'place')
    const gaps = Array.from({ length: inPlace.length + 1 }, () => ({
      wanted: [] as number[],
      nodes: [] as SectionNode[],
    }))
    branch.wanted.forEach((_, at) => {
      if (!branch.matches.has(at)) gaps[inPlace.filter(([other]) => other < at).length]?.wanted.push(at)
    })
    for (const child of branch.node.children) {
      if (this.claimed.has(child)) continue
      gaps[inPlace.filter(([, match]) => match.node.start < child.start).length]?.nodes.push(child)
    }
    return gaps
  }
}

function chapterOf(node: SectionNode): SectionNode {
  let chapter = node
  while (chapter.depth > 1 && chapter.parent) chapter = chapter.parent
  return chapter
}

/**
 * Looks for one missing section that stands in its place, but with more or fewer `#`, which tears apart what follows it.
 * @returns the depths that mend the tree, by heading index
 */
function wrongDepth(
  manuscript: Manuscript,
  outline: readonly OutlineSection[],
  matcher: Matcher,
  depths: ReadonlyMap<number, number>,
): Map<number, number> | undefined {
  const nodes = [...walk(matcher.root)]
  for (const branch of matcher.branches) {
    const depth = branch.node.depth + 1
    for (const [at, section] of branch.wanted.entries()) {
      if (branch.matches.has(at)) continue
      const found = nodes.find(
        ({ heading, depth: own }) =>
          heading !== undefined &&
          Math.abs(own - depth) === 1 &&
          !depths.has(heading.index) &&
          isTellingTitleOf(section, heading.key),
      )
      if (!found?.heading || matcher.claimed.has(found)) continue
      const corrected = new Map([[found.heading.index, depth], ...below(found, depth, branch)])
      const tree = buildTree(manuscript, outline, new Map([...depths, ...corrected]))
      if (standsRight(tree, found.heading.index, at, branch)) return corrected
    }
  }
  return undefined
}

/**
 * What belongs to a section typed too high and would now stand beside it moves down with it, up to the first section
 * that is wanted there.
 */
function below(found: SectionNode, depth: number, branch: Branch): [number, number][] {
  const moved: [number, number][] = []
  for (const child of found.depth < depth ? found.children : []) {
    const key = child.heading?.key ?? ''
    if (branch.wanted.some((section) => isTitleOf(section, key))) break
    if (child.depth > depth) continue
    for (const node of walk(child)) {
      if (node.heading) moved.push([node.heading.index, Math.min(6, node.depth + 1)])
    }
  }
  return moved
}

/** Is the heading now in the wanted parent, between the neighbours it is wanted between? */
function standsRight(tree: SectionNode, index: number, wanted: number, branch: Branch): boolean {
  const found = [...walk(tree)].find((node) => node.heading?.index === index)
  const parent = found?.parent
  if (!found || parent?.depth !== branch.node.depth) return false
  if (parent.heading?.index !== branch.node.heading?.index) return false
  return [...branch.matches].every(
    ([at, match]) => match.at !== 'place' || at < wanted === match.node.start < found.start,
  )
}
