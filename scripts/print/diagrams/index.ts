/** Drawings of a thesis' diagrams: those of earlier builds, and in a page of the browser the others. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { type Cache, cacheFolder, cacheIn } from '../../cache/index.ts'
import { diagnose, placedAt } from '../../diagnostics.ts'
import type { Host } from '../../host.ts'
import type { Diagnostic, ImageFile, Outcome } from '../../model.ts'
import { compiledPath } from '../../templates.ts'
import { type DrawingPage, openDrawingPage, SCRIPT } from './drawing-page.ts'
import { explainFault, type PlacedFault } from './fault.ts'
import type { PlainDrawing } from './in-page/index.ts'
import { kindFault } from './kinds.ts'
import { mermaidFiles } from './mermaid.ts'
import { diagramFailed, diagramKind, diagramTooLarge, diagramTooSlow } from './messages.ts'
import type { WantedDiagram } from './wanted.ts'

export { tellUnknownKinds } from './kinds.ts'
export { tellSmallLetters } from './letter-size.ts'
export { type WantedDiagram, wantedDiagrams } from './wanted.ts'

/** What mermaid itself takes for too much. */
const LONGEST_SOURCE = 50_000
/** More would be slow to lay out. In characters. */
const LARGEST_DRAWING = 4_000_000

export interface DrawingTools {
  readonly host: Host
  readonly cache: Cache
  /** `@font-face` rules with their files inside, for what the diagrams say. */
  readonly fonts: string
  /** For each diagram. */
  readonly limit_ms: number
}

/** The drawings by the address of their diagram. */
export type Drawings = ReadonlyMap<string, ImageFile>

/** A diagram that no earlier build drew. */
interface NewDiagram {
  readonly address: string
  readonly source: string
  /** In the cache. */
  readonly key: string
}

export interface Recalled {
  readonly known: Drawings
  /** Each once, in the order they stand in. */
  readonly missing: readonly NewDiagram[]
}

/** In the user's cache folder. */
export function drawingCache(host: Host): Cache {
  return cacheIn(join(cacheFolder(host), 'drawings'))
}

/** Looks up what earlier builds drew: of the same words, by the same programs, in the same fonts. */
export async function recallDrawings(
  wanted: readonly WantedDiagram[],
  { host, cache, fonts }: DrawingTools,
): Promise<Recalled> {
  const { version } = await mermaidFiles(host)
  const script = await host.read(compiledPath(SCRIPT))
  const tools = createHash('sha256').update(`${version}\n${fonts}\n`).update(script).digest('hex')
  const known = new Map<string, ImageFile>()
  const missing = new Map<string, NewDiagram>()
  for (const { address, source } of wanted) {
    if (known.has(address) || missing.has(address)) continue
    const key = createHash('sha256').update(`${tools}\n${source}`).digest('hex')
    const drawing = await cache.get(key)
    if (drawing === undefined) missing.set(address, { address, source, key })
    else known.set(address, imageOf(JSON.parse(drawing) as PlainDrawing))
  }
  return { known, missing: [...missing.values()] }
}

/**
 * Draws what is missing and keeps it for later builds.
 * @param wanted all diagrams: one that cannot be drawn is told wherever it stands
 * @throws what the browser throws when it dies
 */
export async function drawDiagrams(
  browser: Browser,
  missing: readonly NewDiagram[],
  wanted: readonly WantedDiagram[],
  tools: DrawingTools,
): Promise<Outcome<Drawings>> {
  const { host, cache, fonts, limit_ms } = tools
  const drawings = new Map<string, ImageFile>()
  const faults = new Map<string, PlacedFault>()
  let page: DrawingPage | undefined
  try {
    for (const { address, source, key } of missing) {
      if (source.length > LONGEST_SOURCE) {
        const facts = { characters: source.length, most: LONGEST_SOURCE }
        faults.set(address, { diagnostic: diagnose(diagramTooLarge, facts), place: undefined })
        continue
      }
      page ??= await openDrawingPage(browser, host, await mermaidFiles(host), fonts, limit_ms)
      const drawn = await page.draw(source)
      const fault = faultOf(drawn, source, limit_ms)
      if (fault) faults.set(address, fault)
      else if (drawn && 'drawing' in drawn) {
        drawings.set(address, imageOf(drawn.drawing))
        await cache.put(key, JSON.stringify(drawn.drawing))
      }
      if (drawn) continue
      await page.close()
      page = undefined
    }
  } finally {
    await page?.close()
  }
  if (drawings.size > 0) await cache.prune()
  const diagnostics = wanted.flatMap(({ address, source, where }): Diagnostic[] => {
    const fault = faults.get(address)
    // By `tellUnknownKinds`, before it was tried.
    const isTold = fault?.diagnostic.ruleId === diagramKind.id && kindFault(source) !== undefined
    return fault && !isTold ? [placedAt(where(fault.place), fault.diagnostic)] : []
  })
  return { value: drawings, diagnostics }
}

function faultOf(
  drawn: Awaited<ReturnType<DrawingPage['draw']>>,
  source: string,
  limit_ms: number,
): PlacedFault | undefined {
  if (!drawn) {
    return { diagnostic: diagnose(diagramTooSlow, { seconds: limit_ms / 1000 }), place: undefined }
  }
  if ('fault' in drawn) return explainFault(source, drawn.fault)
  if (drawn.drawing.svg.length <= LARGEST_DRAWING) return undefined
  const facts = { reason: `${drawn.drawing.svg.length} characters of SVG` }
  return { diagnostic: diagnose(diagramFailed, facts), place: undefined }
}

function imageOf({ svg, width, height }: PlainDrawing): ImageFile {
  return { data: new TextEncoder().encode(svg), mediaType: 'image/svg+xml', width, height }
}
