/** Measures how high the pages are that the browser in use prints on. */
import type { Browser } from 'puppeteer'
import type { PdfFacts } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { type PrintHeights, PT_PER_PX, printHeights } from './geometry.ts'
import { pageRules } from './page-css.ts'
import { pdfFacts } from './pdf/facts.ts'
import { readPdf } from './pdf/reader.ts'

/** The more pages, the finer the measure: heights in the file may be rounded to whole px. */
const PAGES = 16

/**
 * Prints a box of known height over many pages: where it ends tells how much of it each page holds. To be asked when a
 * file is not as planned, for a browser may round in another way than those that {@link printHeights} is true of.
 */
export async function probePageArea(browser: Browser, profile: Profile): Promise<PrintHeights> {
  const expected = printHeights(profile)
  const boxes = {
    portrait: Math.round(expected.portrait * (PAGES + 0.5)),
    landscape: Math.round(expected.landscape * (PAGES + 0.5)),
  }
  const page = await browser.newPage()
  try {
    await page.setContent(probeDocument(profile, boxes), { waitUntil: 'load', timeout: 0 })
    const printed = await page.pdf({ preferCSSPageSize: true, timeout: 0 })
    const facts = pdfFacts(readPdf(printed))
    return {
      portrait: pageHeight(facts, 'portrait', boxes.portrait),
      landscape: pageHeight(facts, 'landscape', boxes.landscape),
    }
  } finally {
    await page.close()
  }
}

/** Anchors have a place in the file only when some link leads to them. */
function probeDocument(profile: Profile, boxes: PrintHeights): string {
  const run = (name: keyof PrintHeights) =>
    `<div style="break-before:page;page:${name}"><div id="${name}-start"></div><div style="height:${boxes[name]}px"></div><div id="${name}-end"></div></div>`
  const links = ['portrait-start', 'portrait-end', 'landscape-start', 'landscape-end']
    .map((id) => `<a href="#${id}">${id}</a>`)
    .join(' ')
  return `<!doctype html><style>${pageRules(profile)}body{margin:0;overflow-x:clip}</style>${links}${run('portrait')}${run('landscape')}`
}

/** @param box px */
function pageHeight({ destinations }: PdfFacts, name: keyof PrintHeights, box: number): number {
  const start = destinations.get(`${name}-start`)
  const end = destinations.get(`${name}-end`)
  if (!start || !end || end.page <= start.page) throw new Error(`The probe of ${name} pages cannot be read`)
  const onLastPage = (start.y - end.y) / PT_PER_PX
  return Math.round(((box - onLastPage) / (end.page - start.page)) * 64) / 64
}
