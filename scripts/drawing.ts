/** What the pipeline does about diagrams: those drawn before are recalled, the others drawn by the browser that prints. */
import type { Cache } from './cache/index.ts'
import type { Host } from './host.ts'
import type { Outcome } from './model.ts'
import type { Analysis } from './pipeline.ts'
import {
  drawDiagrams,
  drawingCache,
  recallDrawings,
  tellSmallLetters,
  wantedDiagrams,
} from './print/diagrams/index.ts'
import { pageGeometry } from './print/geometry.ts'
import { handOn, type Launch, withBrowser } from './print/with-browser.ts'
import { embeddedFonts } from './render/fonts.ts'
import type { Stopwatch } from './stopwatch.ts'

interface DrawOptions {
  /** What earlier builds drew. */
  readonly cache?: Cache
  /** For each diagram. */
  readonly limit_ms?: number
}

export interface Drawn {
  /** Those of the thesis and the drawings, by address. */
  readonly images: Analysis['images']
  /** Hands on the browser that drew, then starts others. */
  readonly launch: Launch
}

/** Draws the diagrams of a thesis. Where there are none, or all were drawn before, no browser is asked for. */
export async function draw(
  host: Host,
  analysis: Analysis,
  launch: Launch,
  watch: Stopwatch,
  { cache = drawingCache(host), limit_ms = 10_000 }: DrawOptions = {},
): Promise<Outcome<Drawn>> {
  const { images, chapters, partFiles, appendices, sources } = analysis
  const wanted = wantedDiagrams([...partFiles.values(), ...chapters, ...appendices])
  if (wanted.length === 0) return { value: { images, launch }, diagnostics: [] }
  const fonts = await embeddedFonts(host, wanted.map(({ source }) => source).join(' '), new Set())
  const tools = { host, cache, fonts, limit_ms }
  const { known, missing } = await recallDrawings(wanted, tools)
  watch.lap('draw')
  const used =
    missing.length === 0
      ? undefined
      : await withBrowser(
          launch,
          () => watch.lap('browser'),
          ({ browser }) => drawDiagrams(browser, missing, wanted, tools),
        )
  watch.lap('draw')
  const drawings = new Map([...known, ...(used?.value ?? [])])
  const small = tellSmallLetters(wanted, drawings, pageGeometry(sources.profile))
  return {
    value: { images: new Map([...images, ...drawings]), launch: used ? handOn(used, launch) : launch },
    diagnostics: [...(used?.diagnostics ?? []), ...small],
  }
}
