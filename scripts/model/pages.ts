/** The pages of the document, planned before they are printed. */

/** A corner or edge of a page. */
export type NumberPosition = `${'top' | 'bottom'}-${'left' | 'center' | 'right'}`

/** A page before it is printed. */
export interface PlannedPage {
  /** "iv", "12"; empty for an uncounted page. */
  readonly label: string
  /** Undefined where the number is counted and not shown. */
  readonly position: NumberPosition | undefined
  /** The id of the section the page belongs to; of the one that follows, when the page is blank. */
  readonly section: string
  readonly landscape: boolean
  /** Left free so that the next section begins on a right-hand page. */
  readonly blank: boolean
  /** How often each letter from a to z and each digit stands on it, between the margins, outside of pictures. */
  readonly letters: readonly number[]
  /** Does it show drawings? Their words may be painted as text, too. */
  readonly drawings: boolean
  /** The last baselines of its text and of its notes, in pt below the top of the page area. */
  readonly baselines: readonly number[]
}

/** Where a thing stands: physical page from 0, and its top in pt below the top of the page area. */
export interface PlacedAnchor {
  readonly page: number
  readonly top: number
}

/**
 * Where the number of an anchor's page is printed in the text, as at the end of a line of the contents. Lengths in pt
 * from the upper left corner of the page area.
 */
export interface NumberSlot {
  /** The anchor. */
  readonly of: string
  /** The physical page it stands on, from 0. */
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every page of the document and what stands on it: known before printing, compared with the PDF after it. */
export interface PageMap {
  readonly pages: readonly PlannedPage[]
  readonly anchors: ReadonlyMap<string, PlacedAnchor>
  readonly slots: readonly NumberSlot[]
  /** Anchors of footnotes that begin after the page of their call. */
  readonly lateNotes: ReadonlySet<string>
}
