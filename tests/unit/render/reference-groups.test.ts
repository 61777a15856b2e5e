import { expect, it } from 'vitest'
import { renderFiles } from '../../pdf/thesis.ts'

const BIB = `@book{buku, author = {Satu, Ana}, title = {Buku}, publisher = {P}, address = {Jakarta}, year = {2020}}
@article{artikel, author = {Dua, Budi}, title = {Artikel}, journal = {J}, year = {2021}}
@online{laman, author = {Tiga, Cici}, title = {Laman}, url = {https://contoh.id}, year = {2022}}
@thesis{skripsi, author = {Empat, Dewi}, title = {Skripsi}, type = {Skripsi}, institution = {U}, year = {2019}}`

const GROUPS = [
  { heading: { id: 'Buku', en: 'Books' }, types: ['book'] },
  { heading: { id: 'Peraturan', en: 'Laws' }, types: ['legislation'] },
  { heading: { id: 'Sumber lain', en: 'Other sources' }, types: ['webpage'] },
]

it('puts works under a heading for each kind that is there, the others under the last', async () => {
  const files = { '01.md': '# Satu\n\n[@laman; @artikel] [@buku] [@skripsi]', 'p.bib': BIB }
  const { page } = await renderFiles(files, (profile) => ({
    ...profile,
    bibliography: { ...profile.bibliography, groups: GROUPS },
  }))
  const list = /<div class="references">(.*?)<\/div>/s.exec(page.html)?.[1] ?? ''
  const lines = [...list.matchAll(/<p( class="reference-group")?[^>]*>(.*?)<\/p>/gs)].map(
    ([, group, text = '']) => `${group ? '# ' : ''}${text.replaceAll(/<[^>]+>/g, '').slice(0, 12)}`,
  )
  expect(lines).toEqual([
    '# Buku',
    'Satu, A. (20',
    '# Sumber lain',
    'Dua, B. (202',
    'Empat, D. (2',
    'Tiga, C. (20',
  ])
})
