/** Puts parts and chapters in the order of the profile, and makes the contents and lists of what is there. */
import type { Element, ElementContent } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { DocumentSection, Language, Part, PartChoices, Zone } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import type { Body } from './body.ts'
import { element } from './elements.ts'
import { appendixLines, captionLines, headingLines, type ListLine, listElement } from './lists.ts'
import { wordsIn } from './markdown.ts'

export interface PartContent {
  /** Does the program set the part's heading over it? */
  readonly heading: boolean
  /** Are its pages pictures? Its heading is then in them, and is set where only programs see it. */
  readonly scanned?: boolean
  readonly content: ElementContent[]
}

interface AssembleInput {
  readonly profile: Profile
  readonly language: Language
  readonly parts: readonly Part[]
  /** By part id. */
  readonly content: ReadonlyMap<string, PartContent>
  readonly partChoices: Pick<PartChoices, 'wanted'>
  readonly body: readonly Body[]
}

/** A section of the document, and what it holds. */
export interface Section extends DocumentSection {
  readonly element: Element
}

interface Assembled {
  readonly sections: readonly Section[]
  /** Every line of the contents and lists. */
  readonly lines: readonly ListLine[]
  /** Parts the profile asks for that have no content. */
  readonly leftOut: readonly Part[]
}

export function assemble(input: AssembleInput): Assembled {
  const { profile, language } = input
  const chapters = input.body.map((body) => chapterSection(body))
  const leftOut: Part[] = []
  // Lists come last: they need every other section.
  const place = (ids: readonly string[], zone: Zone) =>
    ids.flatMap((written): (Section | Part)[] => {
      const part = input.parts.find(({ id }) => id === written.replace(/\?$/, ''))
      if (!part) throw new Error(`The profile ${profile.id} names a part that does not exist: ${written}`)
      if (input.partChoices.wanted.get(part.id) === false) return []
      if (isList(part)) return [part]
      const content = input.content.get(part.id)
      if (content) return [partSection(part, zone, content, input)]
      if (!written.endsWith('?')) leftOut.push(part)
      return []
    })
  const placed = [...place(profile.front_matter, 'front'), ...chapters, ...place(profile.back_matter, 'back')]

  const present = placed.filter((section): section is Section => 'element' in section)
  const lists = placed.filter((part): part is Part => 'kind' in part)
  const listed = new Map(lists.map((part) => [part, present.flatMap((one) => linesOf(part, one.element))]))
  const shown = new Set(lists.filter((part) => part.kind === 'contents' || listed.get(part)?.length))
  const headings = placed.flatMap((section) => {
    if ('element' in section)
      return headingLines(section.element, profile.contents.depth, profile.appendices.in_contents)
    return shown.has(section) ? [headingLine(section, language)] : []
  })
  const lines: ListLine[] = []
  const sections = placed.flatMap((section): Section[] => {
    if ('element' in section) return [section]
    if (!shown.has(section)) return []
    const own = section.kind === 'contents' ? headings : (listed.get(section) ?? [])
    lines.push(...own)
    const content = [listElement(section.kind, own)]
    return [partSection(section, 'front', { heading: true, content }, input)]
  })
  return { sections, lines, leftOut }
}

/** What a list takes from a section, by the kind of its part. The contents come last: they name the lists, too. */
const LISTS: Partial<Record<Part['kind'], (section: Element) => ListLine[]>> = {
  contents: () => [],
  tables: (section) => captionLines(section, 'table'),
  figures: (section) => captionLines(section, 'figure'),
  listings: (section) => captionLines(section, 'listing'),
  'appendix-list': appendixLines,
}

function isList(part: Part): boolean {
  return part.kind in LISTS
}

function linesOf(part: Part, section: Element): ListLine[] {
  return LISTS[part.kind]?.(section) ?? []
}

function headingLine(part: Part, language: Language): ListLine {
  const title = part.heading?.[language] ?? part.id
  const shown = title.toLocaleUpperCase(language)
  return { id: part.id, depth: 1, number: '', title, content: [{ type: 'text', value: shown }] }
}

/** No heading can have it: the slugs of headings hold no dot. */
function sectionId(id: string): string {
  return `bagian.${id}`
}

function chapterSection(body: Body): Section {
  const content = element('section', { id: sectionId(body.id), className: ['chapter'] }, body.content)
  return {
    id: sectionId(body.id),
    zone: 'body',
    numbering: 'shown',
    title: body.title,
    ...(body.label === undefined ? {} : { label: body.label }),
    words: wordsIn(content),
    element: content,
  }
}

function partSection(
  part: Part,
  zone: Zone,
  { heading, scanned, content }: PartContent,
  input: AssembleInput,
): Section {
  const { uncounted, hidden } = input.profile.page_numbers
  const title = part.heading?.[input.language]
  const shown = input.profile.chapter_heading.caps ? title?.toLocaleUpperCase(input.language) : title
  const own = heading && shown !== undefined ? [element('h1', { id: part.id }, [shown])] : []
  const id = sectionId(part.id)
  const section = element('section', { id, className: [zone, part.id, ...(scanned ? ['scanned'] : [])] }, [
    ...own,
    ...content,
  ])
  return {
    id,
    zone,
    numbering: uncounted.includes(part.id) ? 'uncounted' : hidden.includes(part.id) ? 'hidden' : 'shown',
    title: title ?? hastText(section).trim().slice(0, 40),
    words: wordsIn(section),
    element: section,
  }
}
