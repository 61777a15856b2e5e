/** Prints a document: laid out, numbered, printed once, finished, and read back. */
import type { Page as BrowserPage } from 'puppeteer'
import type { Host } from '../host.ts'
import type { Outcome, Page, Pdf } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { inspect } from './inspect.ts'
import { layOutDocument, openDocument } from './layout.ts'
import { finishPdf } from './pdf/finish.ts'
import { pdfFacts, readPdf } from './pdf/reader.ts'

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
  await openDocument(browserPage, host, page, profile)
  onStep('open')
  const { value: map, diagnostics } = await layOutDocument(browserPage, page, profile)
  onStep('layout')
  const printed = await browserPage.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  })
  onStep('print')
  const { title, author, keywords, language } = page
  const bytes = finishPdf(printed, map, { title, author, keywords, language, date: host.now() })
  const facts = pdfFacts(readPdf(printed))
  const faults = inspect(facts, map, page.entries)
  onStep('inspect')
  return { value: { bytes, facts, map }, diagnostics: [...diagnostics, ...faults] }
}
