/** The notes of a run: measured as they will be set, and split at a line where one does not fit. Lengths in px. */
import { LEAST_LINES } from './flow.ts'
import { linesOf, startAfter, type TextPosition } from './lines.ts'

/** A note, or the part of one that stands on a page. */
export interface NotePiece {
  /** The anchor of the note. */
  readonly id: string
  /** Cloned wherever it is set. */
  readonly element: HTMLElement
  readonly height: number
  /** The rest of a note that began on a page before. */
  readonly continued: boolean
}

/** What fits at the foot of a page, and what has to go to the next. */
interface Packed {
  readonly fit: readonly NotePiece[]
  readonly rest: readonly NotePiece[]
}

/** The box that fills a page below its text, the notes at its foot. Without notes it only keeps the page free. */
function noteArea(notes: readonly Node[]): HTMLElement {
  const area = document.createElement('div')
  area.className = 'note-area'
  if (notes.length > 0) {
    const list = area.appendChild(document.createElement('div'))
    list.className = 'note-list'
    list.append(...notes)
  }
  return area
}

/** An area with these notes. Every anchor is there once: at the part a note begins with. */
export function setNotes(pieces: readonly NotePiece[]): HTMLElement {
  return noteArea(
    pieces.map(({ element, id, continued }) => {
      const note = element.cloneNode(true) as HTMLElement
      if (!continued) note.id = id
      return note
    }),
  )
}

/** Measures notes for one width, and cuts them to the room there is. */
export interface NoteRuler {
  /** All notes of a run at once: each measuring lays out anew. */
  measure(notes: readonly { readonly id: string; readonly element: HTMLElement }[]): NotePiece[]
  /** Of an area with these notes; 0 without any. */
  heightOf(pieces: readonly NotePiece[]): number
  /**
   * As many as fit; the one at the edge is split.
   * @param anywhere even inside a word, or with a line alone: better than to lose a note
   */
  pack(pieces: readonly NotePiece[], room: number, anywhere?: boolean): Packed
  /** Takes the ruler out of the document. */
  remove(): void
}

/** For a run without notes. */
export const NO_NOTES: NoteRuler = {
  measure: () => [],
  heightOf: () => 0,
  pack: (pieces) => ({ fit: [], rest: pieces }),
  remove: () => undefined,
}

/** @param width of the page area */
export function noteRuler(width: number): NoteRuler {
  const box = document.body.appendChild(document.createElement('div'))
  box.className = 'note-ruler'
  box.style.width = `${width}px`
  const heightsOf = (notes: readonly HTMLElement[]): number[] => {
    box.replaceChildren(noteArea(notes))
    return notes.map((note) => note.getBoundingClientRect().height)
  }
  const { overhead, lineHeight } = measureRule(box, heightsOf)

  const heightOf = (pieces: readonly NotePiece[]) =>
    pieces.length === 0 ? 0 : overhead + pieces.reduce((sum, piece) => sum + piece.height, 0)

  /** The first part as long as the room allows; undefined when no line is a fair place to split at. */
  const split = (
    piece: NotePiece,
    room: number,
    anywhere: boolean,
  ): readonly [NotePiece, NotePiece] | undefined => {
    const least = anywhere ? 1 : LEAST_LINES
    for (let most = room; most >= least * lineHeight; ) {
      const whole = piece.element.cloneNode(true) as HTMLElement
      heightsOf([whole])
      const at = lastFairEnd(whole, most, least, anywhere)
      if (!at) return undefined
      const rest = cutAt(whole, at.node, at.offset)
      // The only way to tell the tags of the file which note this goes on with: see `print/pdf/notes.ts`.
      rest.lang = `x-${piece.id.replace('.', '-')}`
      const [height = 0, restHeight = 0] = heightsOf([whole, rest])
      if (height <= room) {
        return [
          { ...piece, element: whole, height },
          { id: piece.id, element: rest, height: restHeight, continued: true },
        ]
      }
      // What stands below its last line, the edge of a table or a box, does not fit.
      most -= Math.max(height - room, 1)
    }
    return undefined
  }

  /** Behind the last line of a note, measured, that ends within the room. */
  const lastFairEnd = (
    note: HTMLElement,
    room: number,
    least: number,
    anywhere: boolean,
  ): TextPosition | undefined => {
    const top = note.getBoundingClientRect().top
    const lines = linesOf(note, lineHeight, ONE_PAGE)
    for (let count = lines.length - least; count >= least; count--) {
      const line = lines[count - 1]
      if (!line || line.middle + lineHeight / 2 - top > room) continue
      const at = startAfter(note, line, lineHeight, ONE_PAGE, { anywhere })
      if (at) return at
    }
    return undefined
  }

  return {
    heightOf,
    measure(notes) {
      const heights = heightsOf(notes.map(({ element }) => element.cloneNode(true) as HTMLElement))
      return notes.map(({ id, element }, at) => ({ id, element, height: heights[at] ?? 0, continued: false }))
    },
    pack(pieces, room, anywhere = false) {
      const fit: NotePiece[] = []
      for (const [at, piece] of pieces.entries()) {
        if (heightOf([...fit, piece]) <= room) {
          fit.push(piece)
          continue
        }
        const left = room - (fit.length > 0 ? heightOf(fit) : overhead)
        const cut = split(piece, left, false) ?? (anywhere ? split(piece, left, true) : undefined)
        return cut
          ? { fit: [...fit, cut[0]], rest: [cut[1], ...pieces.slice(at + 1)] }
          : { fit, rest: pieces.slice(at) }
      }
      return { fit, rest: [] }
    },
    remove: () => box.remove(),
  }
}

const ONE_PAGE = () => 0

/** What the rule and its distances take above the first note, and the height of a line of a note. */
function measureRule(
  box: HTMLElement,
  heightsOf: (notes: readonly HTMLElement[]) => number[],
): { overhead: number; lineHeight: number } {
  const sample = document.createElement('div')
  sample.className = 'note'
  sample.textContent = 'x'
  const [height = 0] = heightsOf([sample])
  const whole = box.firstElementChild?.getBoundingClientRect().height ?? 0
  return { overhead: whole - height, lineHeight: Number.parseFloat(getComputedStyle(sample).lineHeight) }
}

/** Leaves what stands before the place in the note and returns the rest as a note of its own. */
function cutAt(note: HTMLElement, node: Text, offset: number): HTMLElement {
  const range = document.createRange()
  range.setStart(node, offset)
  range.setEndAfter(note.lastChild ?? node)
  const rest = note.cloneNode(false) as HTMLElement
  rest.append(range.extractContents())
  rest.classList.add('continued')
  // Cut between two paragraphs or items, nothing but a shell is left of the second; an item would show its mark.
  if (!removeShells(note)) note.classList.add('cut')
  return rest
}

/** @returns whether there were any at the end of the note */
function removeShells(note: HTMLElement): boolean {
  let found = false
  for (;;) {
    const ends = [note.lastElementChild, [...note.querySelectorAll('li')].at(-1)]
    const shell = ends.find((element) => element && element.textContent?.trim() === '')
    if (!shell) return found
    shell.remove()
    found = true
  }
}
