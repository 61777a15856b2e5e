/** A drawing that is larger than its page is made smaller, and its letters with it: too small to read is told. */
import { diagnose, placedAt } from '../../diagnostics.ts'
import type { Diagnostic } from '../../model.ts'
import { type Geometry, PT_PER_PX, PX_PER_CM } from '../geometry.ts'
import type { Drawings } from './index.ts'
import { smallLetters } from './messages.ts'
import type { WantedDiagram } from './wanted.ts'

/** Of the letters in a drawing of natural size, in px. */
const LETTER_PX = 16
const LEAST_PT = 6
/** What the style sheet keeps free of a page for a caption, in cm. */
const CAPTION_CM = { portrait: 4, landscape: 3 }
const PX_PER_UNIT: Readonly<Record<string, number>> = {
  cm: PX_PER_CM,
  mm: PX_PER_CM / 10,
  in: PX_PER_CM * 2.54,
  pt: 1 / PT_PER_PX,
  px: 1,
}

export function tellSmallLetters(
  wanted: readonly WantedDiagram[],
  drawings: Drawings,
  geometry: Geometry,
): Diagnostic[] {
  return wanted.flatMap(({ address, width, landscape, where }): Diagnostic[] => {
    const drawing = drawings.get(address)
    if (!drawing) return []
    const turned = landscape ? 'landscape' : 'portrait'
    const area = geometry[turned]
    const room = area.height - CAPTION_CM[turned] * PX_PER_CM
    const shown = Math.min(typedWidth(width, area.width) ?? drawing.width, area.width)
    const points = Math.min(shown / drawing.width, room / drawing.height) * LETTER_PX * PT_PER_PX
    if (points >= LEAST_PT) return []
    return [placedAt(where(undefined), diagnose(smallLetters, { points, landscape }))]
  })
}

/** `80%`, `10cm`, `300` (px); undefined for anything else. */
function typedWidth(width: string | undefined, whole_px: number): number | undefined {
  const [, number, unit = 'px'] = /^(\d+(?:\.\d+)?)(%|cm|mm|in|pt|px)?$/.exec(width?.trim() ?? '') ?? []
  if (number === undefined) return undefined
  return Number(number) * (unit === '%' ? whole_px / 100 : (PX_PER_UNIT[unit] ?? 1))
}
