/** The parts of a thesis as a campus calls them. */
import { expect, it } from 'vitest'
import { diskHost } from '../../../scripts/host.ts'
import { partHeadings, readParts } from '../../../scripts/read/parts.ts'

it('have the heading of the profile, and are known by the usual one all the same', async () => {
  const own = { id: 'Daftar Referensi', en: 'Bibliography' }
  const parts = await readParts(diskHost(), { daftar_pustaka: own })
  expect(parts.find(({ id }) => id === 'daftar_pustaka')?.heading).toEqual(own)
  expect(partHeadings(parts)).toEqual(expect.arrayContaining(['Daftar Referensi', 'Daftar Pustaka']))
})
