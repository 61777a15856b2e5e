/** What stands in the margins of every page: its number and the running texts. Pure. */
import type { DocumentSection, NumberPosition, Page, PlannedPage } from '../model.ts'
import { PLACEHOLDERS, positionOn } from '../schema/margins.ts'
import type { Profile } from '../schema/profile.ts'

/** The texts in the margins of one page, by place. */
export type MarginTexts = Readonly<Partial<Record<NumberPosition, string>>>

/** @returns for each page of the plan */
export function marginTexts(
  pages: readonly PlannedPage[],
  document: Pick<Page, 'sections' | 'title' | 'author'>,
  profile: Profile,
): MarginTexts[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]))
  return pages.map((page, at) => {
    const texts: Partial<Record<NumberPosition, string>> = {}
    const before = pages[at - 1]
    // A blank page is the last one of the section before it.
    const section = sections.get((page.blank ? before?.section : page.section) ?? '')
    const isFirst = !page.blank && (before === undefined || before.blank || before.section !== page.section)
    if (section && section.numbering === 'shown' && !(page.blank && profile.blank_page.number === 'hidden')) {
      for (const running of profile.running) {
        if (running.zones && !running.zones.includes(section.zone)) continue
        if (isFirst && running.first_pages === false) continue
        const text = fill(running.text, section, document)
        if (text !== '') texts[positionOn(running.position, at, profile.sides)] = text
      }
    }
    if (page.position !== undefined && page.label !== '') texts[page.position] = page.label
    return texts
  })
}

function fill(
  text: string,
  section: DocumentSection,
  { title, author }: Pick<Page, 'title' | 'author'>,
): string {
  const values: Readonly<Record<string, string>> = {
    [PLACEHOLDERS.chapter]: section.label ?? '',
    [PLACEHOLDERS.chapterTitle]: section.title,
    [PLACEHOLDERS.title]: title,
    [PLACEHOLDERS.author]: author,
  }
  return text
    .replace(/\{\w+\}/g, (name) => values[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
