/** Matches the sections that stand somewhere with those the outline wants there. Pure functions over titles. */
import type { OutlineSection } from '../../model.ts'
import { isTitleOf, likeness, typoDistance } from './titles.ts'

/** A wanted section and the one found for it, as indices. */
interface AlignedPair {
  readonly wanted: number
  readonly found: number
  /** False when only a slip of the hand parts the titles. */
  readonly exact: boolean
  /** False for the fewest sections that must move to bring all into the wanted order. */
  readonly inOrder: boolean
}

interface Alignment {
  readonly pairs: readonly AlignedPair[]
  /** Found once more. */
  readonly duplicates: readonly { readonly wanted: number; readonly found: number }[]
}

/**
 * @param wanted sections in the order of the outline
 * @param found keys of the titles that stand there, in reading order
 */
export function alignSiblings(wanted: readonly OutlineSection[], found: readonly string[]): Alignment {
  const candidates = exactMatches(wanted, found)
  candidates.push(...typoMatches(wanted, found, candidates))
  candidates.sort((a, b) => a.found - b.found)
  const ordered = new Set(longestIncreasing(candidates.map((candidate) => candidate.wanted)))

  const pairs = new Map<number, AlignedPair>()
  candidates.forEach((candidate, at) => {
    if (ordered.has(at)) pairs.set(candidate.wanted, { ...candidate, inOrder: true })
  })
  const duplicates: { wanted: number; found: number }[] = []
  for (const candidate of candidates) {
    const pair = pairs.get(candidate.wanted)
    if (!pair) pairs.set(candidate.wanted, { ...candidate, inOrder: false })
    else if (pair.found !== candidate.found) duplicates.push(candidate)
  }
  return { pairs: [...pairs.values()], duplicates }
}

type Candidate = Omit<AlignedPair, 'inOrder'>

function exactMatches(wanted: readonly OutlineSection[], found: readonly string[]): Candidate[] {
  return found.flatMap((key, at) => {
    const match = wanted.findIndex((section) => isTitleOf(section, key))
    return match < 0 ? [] : [{ wanted: match, found: at, exact: true }]
  })
}

/** Pairs what is left, the most alike first. */
function typoMatches(
  wanted: readonly OutlineSection[],
  found: readonly string[],
  taken: readonly Candidate[],
): Candidate[] {
  const left = {
    wanted: wanted.map((_, at) => !taken.some((candidate) => candidate.wanted === at)),
    found: found.map((_, at) => !taken.some((candidate) => candidate.found === at)),
  }
  return greedyPairs(left.wanted, left.found, (at, other) => {
    const [section, key] = [wanted[at], found[other]]
    const distance = section && key ? typoDistance(section, key) : undefined
    return distance === undefined ? 0 : 1 - distance
  }).map((pair) => ({ ...pair, exact: false }))
}

/**
 * Pairs sections of one gap between matched neighbours: alike titles first and, where `byPlace` says that the place alone tells
 * and as many stand there as are wanted, the rest in order.
 * @returns indices into both lists
 */
export function pairInGap(
  wanted: readonly OutlineSection[],
  found: readonly string[],
  byPlace: boolean,
): { wanted: number; found: number }[] {
  const all = { wanted: wanted.map(() => true), found: found.map(() => true) }
  if (byPlace && wanted.length === found.length) {
    return wanted.map((_, at) => ({ wanted: at, found: at }))
  }
  return greedyPairs(all.wanted, all.found, (at, other) => {
    const [section, key] = [wanted[at], found[other]]
    const score = section && key ? likeness(section, key) : 0
    return score > 0.5 ? score : 0
  })
}

/** Takes the pair with the highest score again and again; a score of 0 is no pair. */
function greedyPairs(
  wanted: readonly boolean[],
  found: readonly boolean[],
  score: (wanted: number, found: number) => number,
): { wanted: number; found: number }[] {
  const scored: { wanted: number; found: number; score: number }[] = []
  wanted.forEach((free, at) => {
    if (!free) return
    found.forEach((open, other) => {
      const value = open ? score(at, other) : 0
      if (value > 0) scored.push({ wanted: at, found: other, score: value })
    })
  })
  scored.sort((a, b) => b.score - a.score)
  const pairs: { wanted: number; found: number }[] = []
  for (const { wanted: at, found: other } of scored) {
    if (!pairs.some((pair) => pair.wanted === at || pair.found === other)) {
      pairs.push({ wanted: at, found: other })
    }
  }
  return pairs
}

/**
 * The places of a longest strictly increasing subsequence. Of several, the one that starts earliest: of two swapped
 * neighbours the second one is then the one to move.
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const lengths: number[] = new Array(values.length).fill(1)
  for (let at = values.length - 1; at >= 0; at--) {
    for (let next = at + 1; next < values.length; next++) {
      if ((values[next] ?? 0) > (values[at] ?? 0)) {
        lengths[at] = Math.max(lengths[at] ?? 1, (lengths[next] ?? 1) + 1)
      }
    }
  }
  const kept: number[] = []
  let left = Math.max(0, ...lengths)
  values.forEach((value, at) => {
    const last = kept.at(-1)
    if (lengths[at] === left && (last === undefined || value > (values[last] ?? 0))) {
      kept.push(at)
      left--
    }
  })
  return kept
}
