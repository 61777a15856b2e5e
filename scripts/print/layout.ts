/** Lays the document out in the browser and plans its pages, without printing: what the preview needs too. */
import type { Page as BrowserPage } from 'puppeteer'
import { diagnose } from '../diagnostics.ts'
import { FONT_FAMILY } from '../fonts/index.ts'
import type { Host } from '../host.ts'
import type { Outcome, Page, PageMap } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { compiledPath } from '../templates.ts'
import type { Geometry } from './geometry.ts'
import type * as InPage from './in-page/index.ts'
import { isInstalled } from './installed-font.ts'
import { marginTexts } from './margin-texts.ts'
import { brokenTable, fontNotInstalled, noFont, ownFont, tooWide, wideFormula } from './messages.ts'
import { layoutCss, marginCss } from './page-css.ts'
import { blankPageText, type Layout, planPages } from './plan.ts'

declare global {
  /** What the script of `in-page/` is called inside the document. */
  var Naskah: typeof InPage
}

/** Opens the document in a page that reaches nothing outside it, as columns that are ready to be measured. */
export async function openDocument(
  browserPage: BrowserPage,
  host: Host,
  page: Page,
  profile: Profile,
  geometry: Geometry,
): Promise<void> {
  await browserPage.setOfflineMode(true)
  await browserPage.setContent(page.html, { waitUntil: 'load', timeout: 0 })
  const script = new TextDecoder().decode(await host.read(compiledPath('in-page.js')))
  // Evaluated and not added as an element: the document's policy lets no script of its own run.
  await browserPage.evaluate(`${script};globalThis.Naskah=Naskah`)
  await browserPage.evaluate((css) => Naskah.ready(css), layoutCss(profile, geometry))
}

/** Page areas of another size, for a browser that prints on such. */
export async function resizePages(
  browserPage: BrowserPage,
  profile: Profile,
  geometry: Geometry,
): Promise<void> {
  await browserPage.evaluate((css) => Naskah.style('page-layout', css), layoutCss(profile, geometry))
}

/**
 * Sets the notes, reads from the columns where everything stands, and plans the pages. May be called again.
 * @param geometry of the columns as they are
 * @param pinned ends every page where the columns end it, so that print cannot end it elsewhere
 */
export async function layOutDocument(
  browserPage: BrowserPage,
  page: Page,
  profile: Profile,
  geometry: Geometry,
  pinned: boolean,
): Promise<Outcome<PageMap>> {
  const { value, diagnostics } = await layOutOnce(browserPage, page, geometry, pinned)
  let layout = value
  for (let round = 1; ; round++) {
    const map = planPages(page, layout, profile)
    const again = await browserPage.evaluate(
      (...args) => Naskah.layOutReferences(...args),
      geometry,
      anchorsOf(page),
      layout,
      pageNumbers(map),
      { pinned, hold: round >= FREE_ROUNDS },
    )
    if (!again) return { value: map, diagnostics }
    layout = again
  }
}

/** A number that moves the page it names may go back and forth; from here on it only grows, so that this ends. */
const FREE_ROUNDS = 3

function anchorsOf({ entries, footnotes }: Page): string[] {
  const notes = footnotes.flatMap(({ call, note }) => [call, note])
  return [...new Set([...entries.map(({ id }) => id), ...notes])]
}

async function layOutOnce(
  browserPage: BrowserPage,
  page: Page,
  geometry: Geometry,
  pinned: boolean,
): Promise<Outcome<Layout>> {
  const { layout, broken, wide, formulas, fonts } = await browserPage.evaluate(
    (areas, wanted, pin) => ({
      layout: Naskah.layOut(areas, wanted, pin),
      broken: Naskah.brokenTables(),
      wide: Naskah.tooWide(areas),
      formulas: Naskah.wideFormulas(),
      fonts: Naskah.missingFonts(),
    }),
    geometry,
    anchorsOf(page),
    pinned,
  )
  const diagnostics = [
    ...broken.filter((start) => !wide.includes(start)).map((start) => diagnose(brokenTable, { start })),
    ...wide.map((start) => diagnose(tooWide, { start })),
    ...formulas.map((tex) => diagnose(wideFormula, { tex })),
  ]
  if (fonts.length > 0) diagnostics.push(diagnose(noFont, { fonts }))
  if (page.font !== undefined) {
    const { name: font, ...where } = page.font
    const there = await isInstalled(browserPage, font)
    diagnostics.push(
      there
        ? diagnose(ownFont, { font }, where)
        : diagnose(fontNotInstalled, { font, instead: FONT_FAMILY }, where),
    )
  }
  return { value: layout, diagnostics }
}

/** Writes the planned numbers into the contents, the lists and the margins, and adds the pages left blank. */
export async function fillNumbers(
  browserPage: BrowserPage,
  map: PageMap,
  page: Page,
  profile: Profile,
): Promise<void> {
  await browserPage.evaluate(
    (numbers, css, blanks, text) => {
      Naskah.style('page-numbers', css)
      Naskah.fill(numbers)
      Naskah.insertBlankPages(blanks, text)
    },
    pageNumbers(map),
    marginCss(marginTexts(map.pages, page, profile), profile),
    map.pages.filter(({ blank }) => blank).map(({ section }) => section),
    blankPageText(profile, page.language),
  )
}

/** The label of the page each anchor is on. */
export function pageNumbers(map: PageMap): Record<string, string> {
  return Object.fromEntries([...map.anchors].map(([id, { page }]) => [id, map.pages[page]?.label ?? '']))
}
