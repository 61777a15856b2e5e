/** The diagrams of a thesis, and where each line of them stands in its file. */
import { visit } from 'unist-util-visit'
import type { Where } from '../../diagnostics.ts'
import type { Chapter, Diagram, Place } from '../../model.ts'
import type { BlockPlace } from './fault.ts'

export interface WantedDiagram {
  /** Among the images of the thesis. */
  readonly address: string
  readonly source: string
  /** As typed, e.g. `80%`. */
  readonly width: string | undefined
  readonly landscape: boolean
  /** @param place in the block; undefined for the whole of it */
  where(place: BlockPlace | undefined): Where
}

export function wantedDiagrams(files: readonly Chapter[]): WantedDiagram[] {
  const wanted: WantedDiagram[] = []
  for (const { path, tree, file } of files) {
    visit(tree, 'diagram', (node, _, parent) => {
      const where = (place: BlockPlace | undefined) => ({
        file: path,
        place: placeOf(node, place, String(file.value)),
      })
      const { width, landscape = false } = parent?.type === 'captioned' ? parent : (node.look ?? {})
      wanted.push({ address: node.address, source: node.value, width, landscape, where })
    })
  }
  return wanted
}

/** The block begins a line below its fence; in a list or a quotation its lines are indented. */
function placeOf(
  { position, value }: Diagram,
  place: BlockPlace | undefined,
  text: string,
): Place | undefined {
  if (!position) return undefined
  const fence = position.start
  if (!place) return { start: fence, end: position.end }
  const row = text.split(/\r\n|\r|\n/)[fence.line + place.line] ?? ''
  const own = value.split(/\r\n|\r|\n/)[place.line] ?? ''
  const indent = Math.max(0, row.lastIndexOf(own))
  const line = fence.line + 1 + place.line
  return {
    start: { line, column: indent + place.column + 1 },
    end: { line, column: Math.max(indent + own.trimEnd().length, indent + place.column) + 1 },
  }
}
