/** The columns are a forecast, the PDF is the fact: where they differ, every page is pinned and printed once more. */
import { beforeAll, expect, it } from 'vitest'
import { printDocument } from '../../scripts/print/index.ts'
import { randomThesis } from './random-thesis.ts'
import { sharedBrowser } from './shared-browser.ts'
import { type RenderedThesis, renderFiles } from './thesis.ts'

const browser = sharedBrowser()
let thesis: RenderedThesis

beforeAll(async () => {
  thesis = await renderFiles(randomThesis(12, { chapters: 2, blocks: 60 }))
})

async function print(css: string) {
  const { host, page, profile } = thesis
  const html = page.html.replace('</head>', () => `<style>${css}</style></head>`)
  let prints = 0
  const { value, diagnostics } = await printDocument(
    browser().page,
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
