/** Roman numerals and letters, for chapters, appendices, lists and page numbers. */

const DIGITS: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 4 -> "IV". Zero and negative numbers have no roman form and give an empty string. */
export function toRoman(value: number): string {
  let rest = Math.floor(value)
  let numeral = ''
  for (const [worth, digit] of DIGITS) {
    while (rest >= worth) {
      numeral += digit
      rest -= worth
    }
  }
  return numeral
}

/** "IV" or "iv" -> 4; undefined for anything that is not the proper numeral of a number ("IIII", "MIX" is 1009). */
export function romanValue(numeral: string): number | undefined {
  const upper = numeral.toUpperCase()
  if (!/^[MDCLXVI]+$/.test(upper)) return undefined
  let rest = upper
  let value = 0
  for (const [worth, digit] of DIGITS) {
    while (rest.startsWith(digit)) {
      value += worth
      rest = rest.slice(digit.length)
    }
  }
  return toRoman(value) === upper ? value : undefined
}

/** 1 -> "A", 26 -> "Z", 27 -> "AA" */
export function toLetters(value: number): string {
  let letters = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
