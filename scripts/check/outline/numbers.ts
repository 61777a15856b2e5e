/** The numbers sections would carry if the outline were kept. */
import { toRoman } from '../../numerals.ts'
import type { SectionNode } from './headings.ts'
import type { Branch } from './match.ts'

/** A section in its right order: one that stands in place, or one that should (`node` absent). */
export interface Slot {
  /** Index into the wanted sections; absent for a section the outline does not name. */
  readonly wanted: number | undefined
  /** Absent when the section is missing or stands in another place. */
  readonly node: SectionNode | undefined
}

/** The children of a branch as they should stand. What is missing or misplaced follows the wanted section before it. */
export function slotsOf(branch: Branch, claimed: ReadonlySet<SectionNode>): Slot[] {
  const wantedOf = new Map<SectionNode, number>()
  for (const [at, match] of branch.matches) if (match.at === 'place') wantedOf.set(match.node, at)
  const slots: Slot[] = branch.node.children
    .filter((child) => wantedOf.has(child) || (branch.othersAllowed && !claimed.has(child)))
    .map((child) => ({ wanted: wantedOf.get(child), node: child }))
  branch.wanted.forEach((_, at) => {
    if (branch.matches.get(at)?.at === 'place') return
    const before = slots.findLastIndex((slot) => slot.wanted !== undefined && slot.wanted < at)
    slots.splice(before + 1, 0, { wanted: at, node: undefined })
  })
  return slots
}

/** Writes numbers as the thesis does: "BAB II" or "Bab 2", then 2.1, 2.1.1 … */
export interface NumberStyle {
  readonly chapterLabel: string
  readonly arabic: boolean
}

/** The style of the first numbered chapter. */
export function numberStyle(root: SectionNode): NumberStyle {
  for (const { heading } of root.children) {
    const match = /^(.*?)\s*([IVXLCDM]+|\d+)$/.exec(heading?.number ?? '')
    if (match?.[1] && match[2]) return { chapterLabel: match[1], arabic: /\d/.test(match[2]) }
  }
  return { chapterLabel: 'BAB', arabic: false }
}

/** [2] -> "BAB II", [2, 1] -> "2.1" */
export function numberText(numbers: readonly number[], style: NumberStyle): string {
  const [chapter, ...below] = numbers
  if (chapter === undefined || below.length > 0) return numbers.join('.')
  return `${style.chapterLabel} ${style.arabic ? chapter : toRoman(chapter)}`
}
