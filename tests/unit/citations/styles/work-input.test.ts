import { expect, it } from 'vitest'
import { workInput } from '../../../../scripts/resolve/citations/work-input.ts'

const law = (title: string, more: object = {}) =>
  workInput({ id: 'x', type: 'legislation', title, issued: { 'date-parts': [[2011]] }, ...more }, 'id')
    .keyword

it('marks a law whose name says its year, and no other', () => {
  expect(law('Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian')).toBeDefined()
  expect(law('Undang-Undang tentang Keimigrasian')).toBeUndefined()
  // Another year in the name, digits of a longer number, no year at all; keywords of the author's own.
  expect(law('Perubahan atas Undang-Undang Nomor 6 Tahun 1992')).toBeUndefined()
  expect(law('Peraturan Nomor 120117')).toBeUndefined()
  expect(law('Undang-Undang Tahun 2011', { issued: undefined })).toBeUndefined()
  expect(law('Undang-Undang tentang Keimigrasian', { keyword: 'imigrasi' })).toBeUndefined()
  expect(
    workInput({ id: 'x', type: 'book', title: 'Tahun 2011', issued: { 'date-parts': [[2011]] } }, 'id')
      .keyword,
  ).toBeUndefined()
})

it('marks a work published by its one author, and drops the name of a site that is its author', () => {
  const iom = { author: [{ literal: 'IOM' }] }
  expect(workInput({ id: 'x', type: 'report', publisher: 'iom', ...iom }, 'id')).toMatchObject({
    publisher: 'iom',
    keyword: expect.any(String),
  })
  expect(workInput({ id: 'x', type: 'report', publisher: 'PBB', ...iom }, 'id').keyword).toBeUndefined()
  expect(
    workInput(
      { id: 'x', type: 'report', publisher: 'IOM', author: [{ literal: 'IOM' }, { literal: 'PBB' }] },
      'id',
    ).keyword,
  ).toBeUndefined()
  expect(
    workInput(
      { id: 'x', type: 'report', publisher: 'Midhol', author: [{ family: 'Midhol', given: 'A.' }] },
      'id',
    ).keyword,
  ).toBeUndefined()
  expect(workInput({ id: 'x', type: 'webpage', 'container-title': 'IOM', ...iom }, 'id')).not.toHaveProperty(
    'container-title',
  )
  expect(workInput({ id: 'x', type: 'book', 'container-title': 'IOM', ...iom }, 'id')).toHaveProperty(
    'container-title',
  )
})

it.each([
  {},
  { author: null },
  { author: [null] },
  { author: ['IOM'] },
  { author: [{}], publisher: 7 },
  { issued: 'abc' },
  { title: 5, issued: { raw: '2011' } },
])('takes odd data: %j', (odd) => {
  expect(() => workInput({ id: 'x', type: 'legislation', ...odd }, 'id')).not.toThrow()
})
