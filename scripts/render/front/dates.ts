/** Dates as a page prints them. */
import type { Language } from '../../model.ts'

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

/** "2024-06-17" becomes "17 Juni 2024"; what is no such date, or no day of the calendar, stays as it is typed. */
export function printedDate(written: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (!match) return written
  const date = new Date(`${written}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(match[3])) return written
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date)
}
