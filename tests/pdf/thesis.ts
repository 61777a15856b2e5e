/** A thesis in memory, rendered; and printed by a real browser and read back. */
import { diskHost, type Host } from '../../scripts/host.ts'
import type { Diagnostic, Page, PageMap } from '../../scripts/model.ts'
import { analyse, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { type ReadPdf, readPdfFile } from './read-pdf.ts'

type Files = Readonly<Record<string, string | Uint8Array>>
/** What the campus asks for besides. */
type ChangeProfile = (profile: Profile) => Profile

export interface RenderedThesis {
  readonly host: Host
  readonly page: Page
  readonly profile: Profile
}

export async function renderFiles(
  files: Files,
  change: ChangeProfile = (profile) => profile,
): Promise<RenderedThesis> {
  const host = thesisHost(files)
  const { value: analysis } = await analyse(host, THESIS, {}, stopwatch())
  if (!analysis) throw new Error('the thesis cannot be read')
  const profile = change(analysis.sources.profile)
  const sources = { ...analysis.sources, profile }
  const { value: page } = await render(host, { ...analysis, sources }, { draft: false }, stopwatch())
  if (!page) throw new Error('the thesis cannot be rendered')
  return { host, page, profile }
}

export interface PrintedThesis extends ReadPdf {
  readonly map: PageMap
  readonly diagnostics: readonly Diagnostic[]
}

export interface PrintChanges {
  readonly profile?: ChangeProfile
  /** What the document says besides. */
  html?(html: string): string
}

export async function printThesis(
  files: Files,
  { profile: change, html: rewrite = (html) => html }: PrintChanges = {},
): Promise<PrintedThesis> {
  const { host, page, profile } = await renderFiles(files, change)
  const document = { ...page, html: rewrite(page.html) }
  const launch = () => launchBrowser(diskHost())
  const { value: pdf, diagnostics } = await print(host, document, profile, launch, stopwatch())
  if (!pdf) throw new Error(JSON.stringify(diagnostics))
  return { ...(await readPdfFile(pdf.bytes)), map: pdf.map, diagnostics }
}
