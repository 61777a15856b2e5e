/** Lays the document out in the browser and plans its pages, without printing: what the preview needs too. */
import type { Page as BrowserPage } from 'puppeteer'
import { diagnose } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Outcome, Page, PageMap } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { compiledPath } from '../templates.ts'
import { type Geometry, pageGeometry, STRIDE } from './geometry.ts'
import type * as InPage from './in-page/index.ts'
import { noFont, tooWide } from './messages.ts'
import { layoutCss, pageNumberCss } from './page-css.ts'
import type { Layout } from './plan.ts'

declare global {
  /** What the script of `in-page/` is called inside the document. */
  var Naskah: typeof InPage
}

/** Opens the document in a page that reaches nothing outside it, and makes it ready to be measured. */
export async function openDocument(
  browserPage: BrowserPage,
  host: Host,
  page: Page,
  profile: Profile,
): Promise<void> {
  await browserPage.setOfflineMode(true)
  await browserPage.setContent(page.html, { waitUntil: 'load', timeout: 0 })
  const script = new TextDecoder().decode(await host.read(compiledPath('in-page.js')))
  const css = layoutCss(profile, pageGeometry(profile))
  // Evaluated and not added as an element: the document's policy lets no script of its own run.
  await browserPage.evaluate(`${script};globalThis.Naskah=Naskah`)
  await browserPage.evaluate(async (sheet) => {
    document.head.appendChild(document.createElement('style')).textContent = sheet
    await Naskah.ready()
  }, css)
}

/** Reads the page of every entry from the columns. */
export async function layOutDocument(
  browserPage: BrowserPage,
  page: Page,
  profile: Profile,
): Promise<Outcome<Layout>> {
  const geometry: Geometry = pageGeometry(profile)
  const ids = [...new Set(page.entries.map((entry) => entry.id))]
  const { layout, wide, fonts } = await browserPage.evaluate(
    (stride, { width, height }, wanted) => ({
      layout: Naskah.layOut(stride, height, wanted),
      wide: Naskah.tooWide(width),
      fonts: Naskah.missingFonts(),
    }),
    STRIDE,
    geometry,
    ids,
  )
  const diagnostics = wide.map((start) => diagnose(tooWide, { start }))
  if (fonts.length > 0) diagnostics.push(diagnose(noFont, { fonts }))
  return { value: layout, diagnostics }
}

/** Writes the planned numbers into the contents, the lists and the margins. */
export async function fillNumbers(browserPage: BrowserPage, map: PageMap, profile: Profile): Promise<void> {
  await browserPage.evaluate(
    (numbers, css) => Naskah.fill(numbers, css),
    pageNumbers(map),
    pageNumberCss(map.pages, profile),
  )
}

/** The label of the page each anchor is on. */
export function pageNumbers(map: PageMap): Record<string, string> {
  return Object.fromEntries([...map.anchors].map(([id, { page }]) => [id, map.pages[page]?.label ?? '']))
}
