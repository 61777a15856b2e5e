/** A thesis in memory, printed by a real browser and read back. */
import { diskHost } from '../../scripts/host.ts'
import type { Diagnostic, PageMap } from '../../scripts/model.ts'
import { analyse, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { type ReadPdf, readPdfFile } from './read-pdf.ts'

export interface PrintedThesis extends ReadPdf {
  readonly map: PageMap
  readonly diagnostics: readonly Diagnostic[]
}

export interface PrintChanges {
  /** What the campus asks for besides. */
  profile?(profile: Profile): Profile
  /** What the document says besides. */
  html?(html: string): string
}

export async function printThesis(
  files: Readonly<Record<string, string>>,
  { profile: change = (profile) => profile, html: rewrite = (html) => html }: PrintChanges = {},
): Promise<PrintedThesis> {
  const host = thesisHost(files)
  const watch = stopwatch()
  const { value: analysis } = await analyse(host, THESIS, {}, watch)
  if (!analysis) throw new Error('the thesis cannot be read')
  const profile = change(analysis.sources.profile)
  const sources = { ...analysis.sources, profile }
  const { value: page } = await render(host, { ...analysis, sources }, { draft: false }, watch)
  if (!page) throw new Error('the thesis cannot be rendered')
  const launch = () => launchBrowser(diskHost())
  const { value: pdf, diagnostics } = await print(
    host,
    { ...page, html: rewrite(page.html) },
    profile,
    launch,
    watch,
  )
  if (!pdf) throw new Error(JSON.stringify(diagnostics))
  return { ...(await readPdfFile(pdf.bytes)), map: pdf.map, diagnostics }
}
