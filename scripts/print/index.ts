/** Prints a document: laid out, numbered, printed once, finished, and read back. */
import type { Page as BrowserPage } from 'puppeteer'
import type { Host } from '../host.ts'
import type { Outcome, Page, Pdf } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { PT_PER_PX, PX_PER_CM } from './geometry.ts'
import { inspect } from './inspect.ts'
import { fillNumbers, layOutDocument, openDocument } from './layout.ts'
import { finishPdf } from './pdf/finish.ts'
import { pdfFacts, readPdf } from './pdf/reader.ts'
import { layoutOf, planPages } from './plan.ts'

export type { LaunchedBrowser, LaunchOptions } from './browser/index.ts'
export { pageNumbers } from './layout.ts'

/** Told when a step is done. */
export type PrintStep = 'open' | 'layout' | 'print' | 'inspect'

/** How often a file that is not as planned is planned anew from what it holds, before that is an error. */
const CORRECTIONS = 1

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
  await openDocument(browserPage, host, page, profile)
  onStep('open')
  const laidOut = await layOutDocument(browserPage, page, profile)
  onStep('layout')
  let layout = laidOut.value
  for (let correction = 0; ; correction++) {
    const map = planPages(page.sections, layout, profile)
    await fillNumbers(browserPage, map, profile)
    const printed = await browserPage.pdf(PRINT_OPTIONS)
    onStep('print')
    const facts = pdfFacts(readPdf(printed))
    const faults = inspect(facts, map, page.entries)
    if (faults.length > 0 && correction < CORRECTIONS) {
      layout = layoutOf(facts, layout)
      continue
    }
    const bytes = finishPdf(printed, map, {
      title: page.title,
      author: page.author,
      keywords: page.keywords,
      language: page.language,
      date: host.now(),
      topMargin: profile.margins.top * PX_PER_CM * PT_PER_PX,
    })
    onStep('inspect')
    return { value: { bytes, facts, map }, diagnostics: [...laidOut.diagnostics, ...faults] }
  }
}

const PRINT_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
} as const
