/** Turns of phrase that several outline rules share. */
import type { Text } from '../../model.ts'
import type { Wanted } from './faults.ts'

/** "1.2 Rumusan Masalah", without a space where there is no number or title. */
export function named({ number, title }: { readonly number: string; readonly title: string }): string {
  return `${number} ${title}`.trim()
}

/** "BAB II Gambaran Umum" as the outline wants it. */
export function wantedName({ number, section }: Wanted): string {
  return named({ number, title: section.title })
}

/** Where a section belongs: behind a sibling, or first in its parent. */
export function whereWanted({ after, parent, depth }: Wanted): Text {
  const within = parent === undefined ? undefined : `“${parent}”`
  if (after !== undefined) {
    return {
      id: `${within ? `di ${within}, ` : ''}setelah “${after}”`,
      en: `${within ? `in ${within}, ` : ''}after “${after}”`,
    }
  }
  if (within) return { id: `pada awal ${within}`, en: `at the start of ${within}` }
  return depth === 1
    ? { id: 'sebagai bab pertama', en: 'as the first chapter' }
    : { id: 'sebagai bagian pertama', en: 'as the first section' }
}

/** `##` for a depth of 2. */
export function marks(depth: number): string {
  return '#'.repeat(depth)
}

/** “A”, “B” */
export function quotedList(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join(', ')
}
