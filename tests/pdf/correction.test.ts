/** The columns are a forecast, the PDF is the fact: where they differ, every page is pinned and printed once more. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskHost, type Host } from '../../scripts/host.ts'
import type { Page } from '../../scripts/model.ts'
import { analyse, render } from '../../scripts/pipeline.ts'
import { type LaunchedBrowser, launchBrowser } from '../../scripts/print/browser/index.ts'
import { printDocument } from '../../scripts/print/index.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { randomThesis } from './random-thesis.ts'

let launched: LaunchedBrowser
let host: Host
let page: Page
let profile: Profile

beforeAll(async () => {
  host = thesisHost(randomThesis(12, { chapters: 2, blocks: 60 }))
  const { value: analysis } = await analyse(host, THESIS, {}, stopwatch())
  if (!analysis) throw new Error('unreadable')
  const rendered = await render(host, analysis, { draft: false }, stopwatch())
  if (!rendered.value) throw new Error('not rendered')
  page = rendered.value
  profile = analysis.sources.profile
  const { value } = await launchBrowser(diskHost())
  if (!value) throw new Error('no browser')
  launched = value
})

afterAll(() => launched?.close())

async function print(css: string) {
  const html = page.html.replace('</head>', () => `<style>${css}</style></head>`)
  let prints = 0
  const { value, diagnostics } = await printDocument(
    launched.page,
    host,
    { ...page, html },
    profile,
    (step) => {
      if (step === 'print') prints++
    },
  )
  return {
    prints,
    pages: value.map.pages.length,
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
  }
}

it('prints once where the browser prints on the pages that were laid out', async () => {
  const { prints, pages, errors } = await print('')
  expect(errors).toEqual([])
  expect(pages).toBeGreaterThan(10)
  expect(prints).toBe(1)
})

it('pins every page where the browser prints on higher ones', async () => {
  // By less than a line: as much as browsers may differ by, and more.
  const { prints, errors } = await print('@page{margin-bottom:2.6cm!important}')
  expect(prints).toBe(2)
  expect(errors).toEqual([])
})

it('fails where that does not help', async () => {
  const { prints, errors } = await print('@media print{.run p{padding-bottom:14pt!important}}')
  expect(prints).toBe(2)
  expect(errors.length).toBeGreaterThan(0)
})
