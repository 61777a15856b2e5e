/** After an edit one section is laid out again: the pages must be those of a layout of the whole. */
import { expect, it } from 'vitest'
import { pageGeometry } from '../../scripts/print/geometry.ts'
import { openDocument } from '../../scripts/print/layout.ts'
import { randomThesis } from './random-thesis.ts'
import { sharedBrowser } from './shared-browser.ts'
import { renderFiles } from './thesis.ts'

const browser = sharedBrowser()

it.each([5, 20])('thesis %i', async (seed) => {
  const { host, page, profile } = await renderFiles(randomThesis(seed, { chapters: 3, blocks: 30 }))
  const geometry = pageGeometry(profile)
  const tab = browser().page
  await openDocument(tab, host, page, profile, geometry)
  const ids = [
    ...page.entries.map(({ id }) => id),
    ...page.footnotes.flatMap(({ call, note }) => [call, note]),
  ]
  const { before, again, whole } = await tab.evaluate(
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
