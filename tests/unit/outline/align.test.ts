import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSiblings, longestIncreasing } from '../../../scripts/check/outline/align.ts'
import { isTitleOf, likeness, titleKey, typoDistance } from '../../../scripts/check/outline/titles.ts'

describe('longestIncreasing', () => {
  it('keeps an increasing subsequence that no other beats', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 9 }), (values) => {
        const kept = longestIncreasing(values)
        kept.forEach((at, index) => {
          const before = kept[index - 1]
          if (before === undefined) return
          expect(at).toBeGreaterThan(before)
          expect(values[at]).toBeGreaterThan(values[before] ?? Number.NaN)
        })
        let best = 0
        for (let chosen = 0; chosen < 2 ** values.length; chosen++) {
          const some = values.filter((_, at) => (chosen >> at) & 1)
          if (some.every((value, at) => at === 0 || value > (some[at - 1] ?? value))) {
            best = Math.max(best, some.length)
          }
        }
        expect(kept).toHaveLength(best)
      }),
      { numRuns: 60 },
    )
  })

  it('lets the second of two swapped neighbours move', () => {
    expect(longestIncreasing([0, 2, 1, 3])).toEqual([0, 1, 3])
  })
})

describe('alignSiblings', () => {
  const wanted = ['Latar Belakang', 'Rumusan Masalah', 'Tujuan Penelitian', 'Metode Penelitian'].map(
    (title) => ({ title }),
  )

  it('moves as few as bring the rest into order', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(order, (shuffled) => {
        const found = shuffled.map((at) => titleKey(wanted[at]?.title ?? ''))
        const { pairs, duplicates } = alignSiblings(wanted, found)
        expect(pairs).toHaveLength(4)
        expect(duplicates).toEqual([])
        expect(pairs.filter((pair) => pair.inOrder)).toHaveLength(longestIncreasing(shuffled).length)
      }),
      { numRuns: 40 },
    )
  })

  it('takes the copy in its place and calls the other one the duplicate', () => {
    const found = ['tujuan penelitian', 'latar belakang', 'rumusan masalah', 'tujuan penelitian']
    const { pairs, duplicates } = alignSiblings(wanted, found)
    expect(pairs.every((pair) => pair.inOrder)).toBe(true)
    expect(duplicates).toMatchObject([{ wanted: 2, found: 0 }])
  })
})

describe('titles', () => {
  it.each([
    ['Desain / Tipe Penelitian', 'DESAIN/TIPE  penelitian'],
    ['Hasil dan Pembahasan', 'Hasil & Pembahasan'],
    ['Résumé', 'resume.'],
  ])('%s is %s', (a, b) => {
    expect(isTitleOf({ title: a }, titleKey(b))).toBe(true)
  })

  it.each([
    ['Rumusan Masalah', 'Rumusan Masalh', true],
    ['Latar Belakang', 'Latarbelakang', true],
    ['Kerangka Teori', 'Kerangka Konsep', false],
    ['Teknik Pengumpulan Data', 'Teknik Analisis Data', false],
    ['Tujuan Penelitian', 'Manfaat Penelitian', false],
  ])('%s mistyped as %s: %s', (title, typed, typo) => {
    expect(typoDistance({ title }, titleKey(typed)) !== undefined).toBe(typo)
  })

  it('likens titles by their words', () => {
    expect(likeness({ title: 'Rumusan Masalah' }, titleKey('Rumusan Permasalahan'))).toBe(1)
    expect(likeness({ title: 'Gambaran Umum' }, titleKey('Gambaran Umum Thailand'))).toBe(1)
    expect(likeness({ title: 'Jangkauan Penelitian' }, titleKey('Lokasi Penelitian'))).toBe(0.5)
    expect(likeness({ title: 'Analisis' }, '')).toBe(0)
  })
})
