/** Finds marks and notes on the pages of a printed thesis with the margins of `generic-id`. */
import { bodyLines, type ReadLine, type ReadPage } from './read-pdf.ts'

/** In cm. */
export const MARGINS = { top: 4, bottom: 3 }
const NOTE_PT = 10

export interface NotePages {
  /** The lines of each page between its margins. */
  readonly bodies: readonly (readonly ReadLine[])[]
  /** The last page with a mark, or -1: headings and captions are in the contents, too. */
  pageWith(mark: string): number
  /** The lines of notes at the foot of a page. */
  foot(page: number): readonly ReadLine[]
}

export function isNote({ size }: ReadLine): boolean {
  return size < NOTE_PT + 0.1
}

export function notePages(pages: readonly ReadPage[]): NotePages {
  const bodies = pages.map((page) => bodyLines(page, MARGINS))
  return {
    bodies,
    pageWith: (mark) => bodies.findLastIndex((body) => body.some(({ text }) => text.includes(mark))),
    foot(page) {
      const all = bodies[page] ?? []
      return all.slice(all.findLastIndex((line) => !isNote(line)) + 1)
    },
  }
}
