/** What several stages read of a work in CSL-JSON. */
import type { CslItem } from './model.ts'

/** The year it appeared: of `issued`, or the first in "circa 1999". Undefined when it is undated. */
export function yearOf({ issued }: CslItem): number | undefined {
  if (typeof issued !== 'object' || issued === null) return undefined
  const { 'date-parts': parts, literal, raw } = issued as Record<string, unknown>
  const year = Array.isArray(parts) && Array.isArray(parts[0]) ? Number(parts[0][0]) : Number.NaN
  if (Number.isInteger(year)) return year
  const written = typeof literal === 'string' ? literal : typeof raw === 'string' ? raw : ''
  const found = /\d{4}/.exec(written)
  return found ? Number(found[0]) : undefined
}

/** Its short title, or its title; empty when it has neither. */
export function shortTitleOf(item: CslItem): string {
  const title = item['title-short'] ?? item.title
  return typeof title === 'string' ? title : ''
}
