import { expect, it } from 'vitest'
import { countLetters, noLetters } from '../../../scripts/print/letters.ts'

function counted(text: string): number[] {
  const counts = noLetters()
  countLetters(text, counts)
  return counts
}

it('counts letters and digits and nothing else', () => {
  expect(counted('Aa 10 – é, α!')).toEqual(counted('aa01'))
  expect(counted('aa01').reduce((sum, count) => sum + count)).toBe(4)
})

it('takes the letters of formulas for what they are', () => {
  expect(counted('𝑎𝑥𝑍ℎ 𝐀𝐳 𝒙 𝓐𝔞𝕫 𝖠𝗓 𝙰𝚣 𝟎𝟗𝟘𝟿')).toEqual(counted('axZh Az x Aaz Az Az 0909'))
})

it('counts no Greek letter of a formula, and trips over half a sign', () => {
  expect(counted('𝛼𝜔𝚨𝟋 \ud835 \ud835x')).toEqual(counted('x'))
})
