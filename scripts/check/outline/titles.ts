/** Compares titles as a reader would: case, spaces, punctuation and accents do not count. */
import { editDistance } from '../../diagnostics.ts'
import type { OutlineSection } from '../../model.ts'

/** "Desain / Tipe Penelitian" -> "desain tipe penelitian"; equal keys are the same title. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/&/g, ' dan ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The keys of every title a section may carry, its canonical title first. */
function acceptedKeys(section: OutlineSection): string[] {
  return [section.title, ...(section.aliases ?? [])].map(titleKey)
}

/** True when the title is one of those the section may carry, or goes on from one where the outline lets it. */
export function isTitleOf(section: OutlineSection, key: string): boolean {
  const accepted = acceptedKeys(section)
  if (key === '') return false
  return (
    accepted.includes(key) ||
    (section.extends === true && accepted.some((start) => key.startsWith(`${start} `)))
  )
}

/**
 * True when the title names the section wherever it stands. An alias of one word ("Tujuan", "Pembahasan") does not: in
 * another chapter it is likely to head something else.
 */
export function isTellingTitleOf(section: OutlineSection, key: string): boolean {
  return isTitleOf(section, key) && (key === titleKey(section.title) || key.includes(' '))
}

/** How far a mistyped title is from the section's nearest title, 0 to 1; undefined when it is no slip of the hand. */
export function typoDistance(section: OutlineSection, key: string): number | undefined {
  let best: number | undefined
  for (const accepted of acceptedKeys(section)) {
    const longest = Math.max(accepted.length, key.length)
    const allowed = Math.max(1, Math.floor(accepted.length / 5))
    if (accepted.length < 4 || Math.abs(accepted.length - key.length) > allowed) continue
    const distance = editDistance(accepted, key)
    if (distance <= allowed && (best === undefined || distance / longest < best)) best = distance / longest
  }
  return best
}

/** How much of the section's words a title has, 0 to 1; "Rumusan Permasalahan" has all of "Rumusan Masalah". */
export function likeness(section: OutlineSection, key: string): number {
  const words = key.split(' ').filter(Boolean)
  if (words.length === 0) return 0
  const scores = acceptedKeys(section).map((accepted) => {
    const wanted = accepted.split(' ')
    const shared = wanted.filter((word) => words.some((other) => sameStem(word, other)))
    return shared.length / wanted.length
  })
  return Math.max(...scores)
}

/** One word inside the other ("masalah", "permasalahan"), or nearly the same word. */
function sameStem(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === long) return true
  if (short.length < 4) return false
  return long.includes(short) || editDistance(short, long) <= Math.floor(short.length / 4)
}
