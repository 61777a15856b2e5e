import fc from 'fast-check'
import { expect, it } from 'vitest'
import { romanValue, toLetters, toRoman } from '../../scripts/numerals.ts'

it('reads back every numeral it writes, in either case', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      expect(romanValue(toRoman(value))).toBe(value)
      expect(romanValue(toRoman(value).toLowerCase())).toBe(value)
    }),
  )
})

it.each([
  [4, 'IV'],
  [9, 'IX'],
  [14, 'XIV'],
  [40, 'XL'],
  [1994, 'MCMXCIV'],
  [0, ''],
  [-1, ''],
])('writes %d as “%s”', (value, numeral) => expect(toRoman(value)).toBe(numeral))

it.each(['', 'IIII', 'VX', 'IC', 'IIX', 'BAB', '1', 'I ', 'İ'])('does not take “%s” for a numeral', (text) =>
  expect(romanValue(text)).toBeUndefined(),
)

it('goes on behind Z as spreadsheets do', () => {
  expect([1, 26, 27, 52, 53, 703].map(toLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA'])
})
