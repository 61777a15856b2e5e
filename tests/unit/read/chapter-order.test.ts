import { describe, expect, it } from 'vitest'
import { numberInName, orderChapters } from '../../../scripts/read/chapter-order.ts'

describe('numberInName', () => {
  it.each([
    ['01-pendahuluan.md', 1],
    ['BAB_III_METODE.md', 3],
    ['bab2.md', 2],
    ['bab-iv.md', 4],
    ['2024-bab-1.md', 1],
    ['Bab 10 Hasil 3 Negara.md', 10],
    ['3 Negara dalam BAB II.md', 2],
    ['skripsi_V.md', 5],
    ['METODE_DI_LAPANGAN.md', Number.POSITIVE_INFINITY],
    ['C.md', Number.POSITIVE_INFINITY],
    ['babak-ii.md', Number.POSITIVE_INFINITY],
    ['bab-mix.md', Number.POSITIVE_INFINITY],
    ['kata-pengantar.md', Number.POSITIVE_INFINITY],
  ])('%s is %d', (name, number) => expect(numberInName(name)).toBe(number))
})

describe('orderChapters', () => {
  it('orders by number, then by name, and leaves out what is no chapter', () => {
    const names = ['lampiran.md', 'bab10.md', 'bab2b.md', 'bab2a.md', 'BAB_I.markdown', '.draf.md', 'a.txt']
    expect(orderChapters([...names, 'README.md', 'Catatan.md'])).toEqual([
      'BAB_I.markdown',
      'bab2a.md',
      'bab2b.md',
      'bab10.md',
      'lampiran.md',
    ])
  })
})
