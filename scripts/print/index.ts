/** Prints a document: laid out, numbered, printed once, finished, and read back. */
import type { Page as BrowserPage } from 'puppeteer'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Outcome, Page, Pdf } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { pageGeometry, pageMargins } from './geometry.ts'
import { inspect, lateNotes } from './inspect/index.ts'
import { fillNumbers, layOutDocument, openDocument, resizePages } from './layout.ts'
import { lostPdfPage } from './messages.ts'
import { pdfFacts } from './pdf/facts.ts'
import { finishPdf } from './pdf/finish.ts'
import { readPdf } from './pdf/reader.ts'
import { probePageArea } from './probe.ts'

export type { LaunchedBrowser, LaunchOptions } from './browser/index.ts'
export { pageNumbers } from './layout.ts'

/** Told when a step is done. */
export type PrintStep = 'open' | 'layout' | 'print' | 'inspect'

/**
 * @param browserPage an empty page of the browser
 * @returns the finished file; its diagnostics are errors when it is not what was planned, and then it must not be used
 * @throws what the browser throws when it dies
 */
export async function printDocument(
  browserPage: BrowserPage,
  host: Host,
  page: Page,
  profile: Profile,
  onStep: (step: PrintStep) => void = () => undefined,
): Promise<Outcome<Pdf>> {
  let geometry = pageGeometry(profile)
  await openDocument(browserPage, host, page, profile, geometry)
  onStep('open')
  for (let attempt = 1; ; attempt++) {
    const laidOut = await layOutDocument(browserPage, page, profile, geometry, attempt > 1)
    onStep('layout')
    const map = laidOut.value
    await fillNumbers(browserPage, map, page, profile)
    const printed = await browserPage.pdf(PRINT_OPTIONS)
    onStep('print')
    const pdf = readPdf(printed)
    const facts = pdfFacts(pdf)
    // What stands out of its page is missed in the file too, and told already.
    const isWhole = laidOut.diagnostics.every(({ severity }) => severity !== 'error')
    const faults = isWhole ? inspect(facts, map, page, profile) : []
    if (faults.length > 0 && attempt < MOST_ATTEMPTS) {
      // This browser's pages are perhaps not as high as those of the browsers that were measured.
      geometry = pageGeometry(profile, await probePageArea(browserPage.browser(), profile))
      await resizePages(browserPage, profile, geometry)
      continue
    }
    const { bytes, lost } = await finishPdf(pdf, map, {
      title: page.title,
      author: page.author,
      keywords: page.keywords,
      language: page.language,
      date: host.now(),
      margins: pageMargins(profile),
      footnotes: page.footnotes,
      inserted: page.inserted,
      bookmarkDepth: profile.contents.depth,
    })
    onStep('inspect')
    const diagnostics = [...laidOut.diagnostics, ...lateNotes(map, page.footnotes), ...faults]
    if (lost.length > 0) diagnostics.push(diagnose(lostPdfPage, { pages: lost.map((one) => one.page) }))
    return { value: { bytes, facts, map }, diagnostics }
  }
}

/** A file that is not as planned is laid out and printed once more, with every page pinned, before that is an error. */
const MOST_ATTEMPTS = 2

const PRINT_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
} as const
