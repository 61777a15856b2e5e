/** Random theses on random pages: the contents must be true of every one, as pdfjs reads it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskHost } from '../../scripts/host.ts'
import { analyse, render } from '../../scripts/pipeline.ts'
import { type LaunchedBrowser, launchBrowser } from '../../scripts/print/browser/index.ts'
import { printDocument } from '../../scripts/print/index.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { dice, randomThesis } from '../pdf/random-thesis.ts'
import { readPdfFile } from '../pdf/read-pdf.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'

const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1)
const PAPERS = [
  { name: 'A4', width_cm: 21, height_cm: 29.7 },
  { name: 'A5', width_cm: 14.8, height_cm: 21 },
  { name: 'B5', width_cm: 17.6, height_cm: 25 },
  { name: 'Kuarto', width_cm: 21.5, height_cm: 27.5 },
]
const MARGINS = [
  { left: 4, top: 4, right: 3, bottom: 3 },
  { left: 3, top: 3, right: 2.5, bottom: 2.5 },
  { left: 2.25, top: 2.25, right: 2.25, bottom: 2.25 },
]

let launched: LaunchedBrowser

beforeAll(async () => {
  const { value, diagnostics } = await launchBrowser(diskHost())
  if (!value) throw new Error(JSON.stringify(diagnostics))
  launched = value
})

afterAll(() => launched?.close())

/** Another page each time. */
function pageOf(profile: Profile, seed: number): Profile {
  const roll = dice(seed * 7919)
  const pick = <Item>(items: readonly Item[]) => items[roll(items.length)] as Item
  const paper = pick(PAPERS)
  const margins = paper.width_cm < 20 ? (MARGINS[2] as Profile['margins']) : pick(MARGINS)
  const body = pick([1, 1.5, 2])
  return { ...profile, paper, margins, line_spacing: { ...profile.line_spacing, body } }
}

it.each(SEEDS)('thesis %i', async (seed) => {
  const host = thesisHost(randomThesis(seed))
  const { value: analysis } = await analyse(host, THESIS, {}, stopwatch())
  if (!analysis) throw new Error('unreadable')
  const { value: page } = await render(host, analysis, { draft: false }, stopwatch())
  if (!page) throw new Error('not rendered')
  const profile = pageOf(analysis.sources.profile, seed)
  const steps: string[] = []
  const printed = await printDocument(launched.page, host, page, profile, (step) => steps.push(step))
  expect(printed.diagnostics.filter(({ ruleId }) => ruleId !== 'pdf/too-wide')).toEqual([])

  // The columns foretold every page: nothing had to be printed a second time.
  expect(steps.filter((step) => step === 'print')).toHaveLength(1)

  // Read by another program than the one that checked it.
  const { pages, document } = await readPdfFile(printed.value.bytes)
  const destinations = await document.getDestinations()
  for (const { id, title } of page.entries) {
    const planned = printed.value.map.anchors.get(id)
    const real = await document.getPageIndex(destinations[id]?.[0])
    expect(pages[real]?.label, title).toBe(printed.value.map.pages[planned?.page ?? -1]?.label)
  }
  // Nothing lost: every word that marks a paragraph is there, once.
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join(' ')
  const marks = page.html.match(/\bM\d+n\d+x\b/g) ?? []
  for (const mark of marks) expect(text.split(mark).length - 1, mark).toBe(1)
  await document.destroy()
})
