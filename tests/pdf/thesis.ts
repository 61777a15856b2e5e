/** A thesis in memory, printed by a real browser and read back. */
import { diskHost } from '../../scripts/host.ts'
import type { Diagnostic, PageMap } from '../../scripts/model.ts'
import { analyse, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { type ReadPdf, readPdfFile } from './read-pdf.ts'

export interface PrintedThesis extends ReadPdf {
  readonly map: PageMap
  readonly diagnostics: readonly Diagnostic[]
}

export async function printThesis(files: Readonly<Record<string, string>>): Promise<PrintedThesis> {
  const host = thesisHost(files)
  const watch = stopwatch()
  const { value: analysis } = await analyse(host, THESIS, {}, watch)
  if (!analysis) throw new Error('the thesis cannot be read')
  const { value: page } = await render(host, analysis, { draft: false }, watch)
  if (!page) throw new Error('the thesis cannot be rendered')
  const launch = () => launchBrowser(diskHost())
  const { value: pdf, diagnostics } = await print(host, page, analysis.sources.profile, launch, watch)
  if (!pdf) throw new Error(JSON.stringify(diagnostics))
  return { ...(await readPdfFile(pdf.bytes)), map: pdf.map, diagnostics }
}
