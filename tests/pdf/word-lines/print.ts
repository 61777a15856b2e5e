/** The calibration thesis, printed with the profile `skripsi-hi`, as lines. */
import type { Page as BrowserPage } from 'puppeteer'
import { diskHost } from '../../../scripts/host.ts'
import { type Analysis, analyse, render } from '../../../scripts/pipeline.ts'
import { printDocument } from '../../../scripts/print/index.ts'
import type { Profile } from '../../../scripts/schema/profile.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'
import { bodyLines, type ReadLine, readPdfFile } from '../read-pdf.ts'

export interface PrintOptions {
  /** Word's line spacing of running text, instead of the profile's. */
  readonly spacing?: number
  /** A style sheet put after all others. */
  readonly css?: string
}

/** The text lines of each page of the only chapter, without page numbers. */
export async function chapterLines(
  tab: BrowserPage,
  analysis: Analysis,
  { spacing, css = '' }: PrintOptions = {},
): Promise<ReadLine[][]> {
  const profile = withSpacing(analysis.sources.profile, spacing)
  const host = thesisHost({})
  const sources = { ...analysis.sources, profile }
  const { value: page } = await render(host, { ...analysis, sources }, { draft: false }, stopwatch())
  if (!page) throw new Error('the thesis cannot be rendered')
  const html = page.html.replace('</head>', `<style>${css}</style></head>`)
  const { value: pdf, diagnostics } = await printDocument(tab, diskHost(), { ...page, html }, profile)
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  const chapter = page.sections.find(({ zone }) => zone === 'body')
  const { pages } = await readPdfFile(pdf.bytes)
  return pages
    .filter((_, at) => pdf.map.pages[at]?.section === chapter?.id)
    .map((read) => bodyLines(read, profile.margins))
}

export async function analyseCalibration(markdown: string): Promise<Analysis> {
  const files = { 'naskah.yaml': 'profile: skripsi-hi\n', '01-kalibrasi.md': markdown }
  const { value, diagnostics } = await analyse(thesisHost(files), THESIS, {}, stopwatch())
  if (!value) throw new Error(JSON.stringify(diagnostics))
  return value
}

function withSpacing(profile: Profile, body: number | undefined): Profile {
  return body === undefined ? profile : { ...profile, line_spacing: { ...profile.line_spacing, body } }
}
