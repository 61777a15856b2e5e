/** The height of the pages the browser prints on is reckoned; here it is measured. */
import { expect, it } from 'vitest'
import { printHeights } from '../../scripts/print/geometry.ts'
import { probePageArea } from '../../scripts/print/probe.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { shippedProfile } from '../unit/print/profile.ts'
import { sharedBrowser } from './shared-browser.ts'

const generic = await shippedProfile()

const browser = sharedBrowser()

it.each([
  ['A4', 21, 29.7, 4, 3],
  ['A4 with other margins', 21, 29.7, 2.37, 2.5],
  ['A5', 14.8, 21, 2.5, 2.5],
  ['B5', 17.6, 25, 2.25, 2.25],
  ['kuarto', 21.5, 27.5, 4, 3],
  ['a paper that leaves hardly less than 943 px', 21, 32.37, 3.56, 3.86],
])('%s, upright and turned', async (_, width_cm, height_cm, top, bottom) => {
  const profile: Profile = {
    ...generic,
    paper: { width_cm, height_cm },
    margins: { left: 3, top, right: 3, bottom },
  }
  expect(await probePageArea(browser().browser, profile)).toEqual(printHeights(profile))
})
