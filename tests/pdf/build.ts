/** Builds a thesis in this process, for the tests that look into the PDF. */
import { resolve } from 'node:path'
import { diskHost, type Host } from '../../scripts/host.ts'
import type { Diagnostic, Page, Pdf } from '../../scripts/model.ts'
import { type Analysis, analyse, draw, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'

export interface BuiltThesis {
  readonly analysis: Analysis
  readonly page: Page
  readonly pdf: Pdf
  readonly diagnostics: readonly Diagnostic[]
}

/** A host whose clock stands still, so that two builds are the same. */
export function fixedHost(): Host {
  return diskHost(resolve('.'), { ...process.env, SOURCE_DATE_EPOCH: '1700000000' })
}

export async function buildThesis(
  dir: string,
  options: { readonly profile?: string } = {},
): Promise<BuiltThesis> {
  const host = fixedHost()
  const watch = stopwatch()
  const analysis = await analyse(host, dir, options, watch)
  if (!analysis.value) throw new Error(JSON.stringify(analysis.diagnostics))
  const drawn = await draw(host, analysis.value, () => launchBrowser(host), watch)
  const { images, launch } = drawn.value
  const page = await render(host, { ...analysis.value, images }, { draft: false }, watch)
  if (!page.value) throw new Error(JSON.stringify(page.diagnostics))
  const pdf = await print(host, page.value, analysis.value.sources.profile, launch, watch)
  if (!pdf.value) throw new Error(JSON.stringify(pdf.diagnostics))
  return {
    analysis: analysis.value,
    page: page.value,
    pdf: pdf.value,
    diagnostics: [...analysis.diagnostics, ...drawn.diagnostics, ...page.diagnostics, ...pdf.diagnostics],
  }
}
