/** After an edit one section is laid out again: the pages must be those of a layout of the whole. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskHost } from '../../scripts/host.ts'
import { analyse, render } from '../../scripts/pipeline.ts'
import { type LaunchedBrowser, launchBrowser } from '../../scripts/print/browser/index.ts'
import { pageGeometry } from '../../scripts/print/geometry.ts'
import { openDocument } from '../../scripts/print/layout.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../thesis-host.ts'
import { randomThesis } from './random-thesis.ts'

let launched: LaunchedBrowser

beforeAll(async () => {
  const { value } = await launchBrowser(diskHost())
  if (!value) throw new Error('no browser')
  launched = value
})

afterAll(() => launched?.close())

it.each([5, 20])('thesis %i', async (seed) => {
  const host = thesisHost(randomThesis(seed, { chapters: 3, blocks: 30 }))
  const { value: analysis } = await analyse(host, THESIS, {}, stopwatch())
  if (!analysis) throw new Error('unreadable')
  const { value: page } = await render(host, analysis, { draft: false }, stopwatch())
  if (!page) throw new Error('not rendered')
  const geometry = pageGeometry(analysis.sources.profile)
  await openDocument(launched.page, host, page, analysis.sources.profile, geometry)
  const ids = [
    ...page.entries.map(({ id }) => id),
    ...page.footnotes.flatMap(({ call, note }) => [call, note]),
  ]
  const { before, again, whole } = await launched.page.evaluate(
    (areas, wanted) => {
      const first = Naskah.layOut(areas, wanted, false)
      const sections = [...document.querySelectorAll('body > section')]
      const changed = sections.findLastIndex((section) => section.matches('.chapter'))
      const paragraph = sections[changed]?.querySelector('.run > p')
      paragraph?.append(' kalimat baru yang panjang'.repeat(40))
      const part = Naskah.layOutAgain(areas, wanted, first, [changed])
      return { before: first, again: part, whole: Naskah.layOut(areas, wanted, false) }
    },
    geometry,
    ids,
  )
  expect(again).toEqual(whole)
  expect(again).not.toEqual(before)
})
