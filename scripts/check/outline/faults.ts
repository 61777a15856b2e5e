/** Compares a thesis with the outline: every fault once, with all that a message needs. Each rule tells one kind. */
import type { Chapter, OutlineSection, Place } from '../../model.ts'
import {
  type HeadingRecord,
  isEmpty,
  type Manuscript,
  placeBefore,
  readHeadings,
  type SectionNode,
  walk,
} from './headings.ts'
import { type Branch, type Match, matchOutline, type OutlineMatch } from './match.ts'
import { type NumberStyle, numberStyle, numberText, type Slot, slotsOf } from './numbers.ts'

/** A section of the outline and where it belongs; titles with their numbers, as a reader of the thesis knows them. */
export interface Wanted {
  readonly section: OutlineSection
  /** The number it should carry: "1.2", "BAB II". */
  readonly number: string
  /** 1 for a chapter. */
  readonly depth: number
  /** "BAB I Pendahuluan"; absent for a chapter. */
  readonly parent: string | undefined
  /** The sibling before it; absent for the first one. */
  readonly after: string | undefined
}

export type OutlineFault =
  | { kind: 'missing'; wanted: Wanted; file: string | undefined; place: Place }
  | { kind: 'order'; wanted: Wanted; heading: HeadingRecord; how: 'order' | 'elsewhere' | 'depth' }
  | { kind: 'title'; wanted: Wanted; heading: HeadingRecord }
  | { kind: 'extra'; heading: HeadingRecord; parent: string; named: readonly string[] }
  | { kind: 'duplicate'; heading: HeadingRecord; first: HeadingRecord | undefined }
  | { kind: 'empty'; heading: HeadingRecord }
  | { kind: 'levelJump'; heading: HeadingRecord; above: HeadingRecord }

/** A fault of one kind. */
type FaultOf<Kind extends OutlineFault['kind']> = Extract<OutlineFault, { kind: Kind }>

/** The faults of one kind, in the order they were found. */
export function faultsOf<Kind extends OutlineFault['kind']>(
  faults: readonly OutlineFault[],
  kind: Kind,
): FaultOf<Kind>[] {
  return faults.filter((fault): fault is FaultOf<Kind> => fault.kind === kind)
}

/** All faults of a thesis against an outline. */
export function compareOutline(
  chapters: readonly Chapter[],
  outline: readonly OutlineSection[],
): OutlineFault[] {
  const manuscript = readHeadings(chapters)
  const match = matchOutline(manuscript, outline)
  const comparison: Comparison = { manuscript, match, style: numberStyle(match.root) }
  return [...branchFaults(comparison), ...emptySections(comparison), ...levelJumps(comparison)]
}

interface Comparison {
  readonly manuscript: Manuscript
  readonly match: OutlineMatch
  readonly style: NumberStyle
}

function branchFaults(comparison: Comparison): OutlineFault[] {
  const { branches, claimed, root } = comparison.match
  const numbers = new Map([[root, [] as readonly number[]]])
  const strays = new Set<SectionNode>()
  const faults: OutlineFault[] = []
  for (const branch of branches) {
    const slots = slotsOf(branch, claimed)
    const own = numbers.get(branch.node) ?? []
    const parent =
      own.length > 0 ? `${numberText(own, comparison.style)} ${branch.node.heading?.title}` : undefined
    slots.forEach(({ wanted: at, node }, index) => {
      const section = at === undefined ? undefined : branch.wanted[at]
      const number = [...own, index + 1]
      const match = at === undefined ? undefined : branch.matches.get(at)
      const found = match?.node ?? node
      if (found) numbers.set(found, number)
      if (!section) return
      const before = slots[index - 1]?.node
      const stray = match ? [] : strayChildren(comparison.match, before)
      for (const child of stray) strays.add(child)
      const wanted: Wanted = {
        section,
        number: numberText(number, comparison.style),
        depth: number.length,
        parent,
        after: titleOf(slots[index - 1], branch),
      }
      faults.push(...sectionFaults(comparison, branch, slots, index, wanted, match, stray[0]))
    })
    faults.push(...surplus(comparison, branch, parent ?? '', strays))
  }
  return faults
}

/**
 * When a heading alone is missing, what it held falls to the section before it. Where that one may hold nothing but
 * what the outline names, the rest at its end is therefore no fault of its own.
 */
function strayChildren({ branches, claimed }: OutlineMatch, before: SectionNode | undefined): SectionNode[] {
  if (!before || branches.find((branch) => branch.node === before)?.othersAllowed !== false) return []
  return before.children.slice(before.children.findLastIndex((child) => claimed.has(child)) + 1)
}

function titleOf(slot: Slot | undefined, branch: Branch): string | undefined {
  if (!slot) return undefined
  const section = slot.wanted === undefined ? undefined : branch.wanted[slot.wanted]
  return slot.node?.heading?.title ?? section?.title
}

function sectionFaults(
  comparison: Comparison,
  branch: Branch,
  slots: readonly Slot[],
  index: number,
  wanted: Wanted,
  match: Match | undefined,
  stray: SectionNode | undefined,
): OutlineFault[] {
  if (!match) {
    const at = stray
      ? placeBefore(comparison.manuscript, stray.start)
      : placeOfMissing(comparison, branch, slots, index)
    return [{ kind: 'missing', wanted, ...at }]
  }
  const { heading } = match.node
  if (!heading) {
    const { headings } = comparison.manuscript
    const file = headings[match.node.start]?.file
    const top = { line: 1, column: 1 }
    return [{ kind: 'missing', wanted, file, place: { start: top, end: top } }]
  }
  const faults: OutlineFault[] = []
  const wrongDepth = comparison.match.depths.has(heading.index)
  if (match.at !== 'place' || wrongDepth) {
    faults.push({ kind: 'order', wanted, heading, how: match.at === 'place' ? 'depth' : match.at })
  }
  if (!match.exact) faults.push({ kind: 'title', wanted, heading })
  return faults
}

/** Before the sibling that follows, or at the end of the parent. */
function placeOfMissing(
  { manuscript }: Comparison,
  { node }: Branch,
  slots: readonly Slot[],
  index: number,
): { file: string | undefined; place: Place } {
  const before = slots.slice(0, index).findLast((slot) => slot.node)?.node
  const next = node.children.find((child) => !before || child.start > before.start)
  return placeBefore(manuscript, next?.start ?? node.end)
}

function surplus(
  { match }: Comparison,
  branch: Branch,
  parent: string,
  strays: ReadonlySet<SectionNode>,
): OutlineFault[] {
  const faults: OutlineFault[] = []
  for (const child of branch.node.children) {
    const { heading } = child
    if (!heading) continue
    const duplicated = branch.duplicates.get(child)
    if (duplicated !== undefined) {
      faults.push({ kind: 'duplicate', heading, first: branch.matches.get(duplicated)?.node.heading })
    } else if (!branch.othersAllowed && !match.claimed.has(child) && !strays.has(child)) {
      const named = branch.wanted.map((section) => section.title)
      faults.push({ kind: 'extra', heading, parent, named })
    }
  }
  return faults
}

/** Headings with nothing below them, save those that are told to go. */
function emptySections({ match }: Comparison): OutlineFault[] {
  const surplusNodes = new Set(
    match.branches.flatMap((branch) =>
      branch.node.children.filter(
        (child) => branch.duplicates.has(child) || (!branch.othersAllowed && !match.claimed.has(child)),
      ),
    ),
  )
  return [...walk(match.root)].flatMap((node): OutlineFault[] => {
    if (!node.heading || !isEmpty(node) || surplusNodes.has(node)) return []
    return [{ kind: 'empty', heading: node.heading }]
  })
}

/** Jumps such as ## to ####, save where a heading of the outline is missing between or stands at a wrong depth. */
function levelJumps({ match }: Comparison): OutlineFault[] {
  const incomplete = new Set(
    match.branches
      .filter(({ wanted, matches }) =>
        wanted.some((_, at) => (matches.get(at)?.at ?? 'elsewhere') === 'elsewhere'),
      )
      .map((branch) => branch.node),
  )
  const faults: OutlineFault[] = []
  for (const node of walk(match.root)) {
    const [above, heading] = [node.heading, node.children[0]?.heading]
    if (!above || !heading || heading.depth <= above.depth + 1 || incomplete.has(node)) continue
    if (match.depths.has(above.index) || match.depths.has(heading.index)) continue
    faults.push({ kind: 'levelJump', heading, above })
  }
  return faults
}
