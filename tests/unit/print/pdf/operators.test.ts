import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forEachOperator } from '../../../../scripts/print/pdf/operators.ts'

const WANTED = ['Tj', 'TJ', 'cm', 'BDC', 'Tf', "'"] as const

function read(content: string | Uint8Array) {
  const found: { operator: string; numbers: number[]; codes: number[]; words: readonly string[] }[] = []
  const data = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  forEachOperator(data, WANTED, (operator, { numbers, codes, length, words }) => {
    found.push({ operator, numbers: [...numbers], codes: [...codes.subarray(0, length)], words: [...words] })
  })
  return found
}

/** The letters of the only string. */
const shown = (content: string) => String.fromCharCode(...(read(content)[0]?.codes ?? []))

describe('the operators of a content stream', () => {
  it('are those that are wanted, each with its own operands', () => {
    expect(read('q\n1 2 m 3 4 l\n.5 -0.25 +2 0 10 -99.125 cm /F1 12 Tf <41>Tj')).toEqual([
      { operator: 'cm', numbers: [0.5, -0.25, 2, 0, 10, -99.125], codes: [], words: [] },
      { operator: 'Tf', numbers: [12, 0, 0, 0, 0, 0], codes: [], words: ['/F1'] },
      { operator: 'Tj', numbers: [0, 0, 0, 0, 0, 0], codes: [0x41], words: [] },
    ])
  })

  it('may have dictionaries, which hold strings and dictionaries', () => {
    const dictionary = '<</A (>> \\) Tj) /B <</C <3E3E>>> /MCID 3 >>'
    expect(read(`/P ${dictionary}BDC`)).toMatchObject([{ operator: 'BDC', words: ['/P', dictionary] }])
  })

  it('may have arrays of strings and numbers', () => {
    expect(read('[<41>-120(BC)]TJ')).toMatchObject([{ operator: 'TJ', codes: [0x41, 0x42, 0x43] }])
  })

  it('do not stand in strings and comments', () => {
    expect(read("% Tj\n(1 0 0 1 0 0 cm \\( ( Tj ) )' % cm")).toMatchObject([{ operator: "'" }])
  })

  it('stand at the end of a stream that is cut off', () => {
    for (const cut of ['<41', '(41', '<</A', '[', '%', '/A', '12'])
      expect(read(`<41> Tj ${cut}`)).toHaveLength(1)
  })
})

describe('strings', () => {
  it('have escapes, nested brackets and lines that go on', () => {
    expect(shown('(a\\(b\\051(c)\\\\\\n\\\r\nd\\e\\7)Tj')).toBe('a(b)(c)\\\nde\x07')
  })

  it('may leave their last digit out in hexadecimal', () => {
    expect(shown('<41 4>Tj')).toBe('A@')
  })

  it('say the same bytes in both forms', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const literal = [...bytes].map((byte) =>
          byte > 0x7e || byte < 0x20
            ? `\\${byte.toString(8).padStart(3, '0')}`
            : String.fromCharCode(byte).replace(/[()\\]/, '\\$&'),
        )
        const hexadecimal = Buffer.from(bytes).toString('hex')
        for (const written of [`(${literal.join('')})`, `<${hexadecimal}>`]) {
          expect(read(`${written} Tj`)[0]?.codes).toEqual([...bytes])
        }
      }),
    )
  })
})
