/** Whether all that a profile wants in the margins of its pages can be printed there. */
import type { NumberPosition } from '../model.ts'
import {
  firstPageZone,
  fontOf,
  type MarginFont,
  type Margins,
  type Position,
  positionOn,
  samplePages,
  ZONES,
  type Zone,
} from './margins.ts'

/** What stands in a margin: the page number of a zone, or a running text. */
export type Occupant =
  | { readonly kind: 'number'; readonly zone: Zone; readonly first: boolean }
  | { readonly kind: 'running'; readonly index: number; readonly text: string }

/** Two that cannot be printed: on the same pages in one place, or on others there but in another font. */
export interface MarginClash {
  readonly over: 'place' | 'font'
  readonly earlier: Occupant
  /** The running text that asks for what is taken. */
  readonly later: Extract<Occupant, { kind: 'running' }>
  readonly position: NumberPosition
  /** `all` when the thesis is printed on one side. */
  readonly pages: 'all' | 'left' | 'right'
}

/**
 * Finds the first clash. The browser gives a place in the margins one font, which may be another on left-hand pages than
 * on right-hand ones. Page numbers alone never clash: each page has one, all in the font of the text.
 */
export function findMarginClash(margins: Margins): MarginClash | undefined {
  const fonts = new Map<string, { readonly font: MarginFont; readonly of: Occupant }>()
  const taken = new Map<string, Occupant>()
  for (const { occupant, at, zone, first, font } of wanted(margins)) {
    for (const page of samplePages(margins.sides)) {
      const position = positionOn(at, page, margins.sides)
      const place = `${position} ${page}`
      const own = `${place} ${zone} ${first}`
      const holder = taken.get(own)
      const setter = fonts.get(place)
      const earlier = holder ?? (setter && !isSame(setter.font, font) ? setter.of : undefined)
      if (earlier && occupant.kind === 'running') {
        const pages = margins.sides === 'one' ? 'all' : page === 0 ? 'right' : 'left'
        return { over: holder ? 'place' : 'font', earlier, later: occupant, position, pages }
      }
      taken.set(own, occupant)
      if (!setter) fonts.set(place, { font, of: occupant })
    }
  }
  return undefined
}

interface Wanted {
  readonly occupant: Occupant
  readonly at: Position
  readonly zone: Zone
  /** On the first page of a part or chapter, or on all others? */
  readonly first: boolean
  readonly font: MarginFont
}

/** Page numbers first: they are what a running text has to avoid. */
function wanted(margins: Margins): Wanted[] {
  const numbers = ZONES.flatMap((zone) =>
    [false, true].flatMap((first): Wanted[] => {
      const at = (first ? firstPageZone(zone, margins) : margins.page_numbers[zone]).position
      if (at === 'none') return []
      return [
        { occupant: { kind: 'number', zone, first }, at, zone, first, font: fontOf(undefined, margins) },
      ]
    }),
  )
  const texts = margins.running.flatMap((running, index) =>
    [...new Set(running.zones ?? ZONES)].flatMap((zone) =>
      (running.first_pages === false ? [false] : [false, true]).map((first): Wanted => {
        const occupant = { kind: 'running', index, text: running.text } as const
        return { occupant, at: running.position, zone, first, font: fontOf(running, margins) }
      }),
    ),
  )
  return [...numbers, ...texts]
}

function isSame(one: MarginFont, other: MarginFont): boolean {
  return one.size_pt === other.size_pt && one.bold === other.bold && one.italic === other.italic
}
