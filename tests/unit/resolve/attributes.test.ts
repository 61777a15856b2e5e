import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import {
  parseAttributes,
  takeLeadingAttributes,
  takeTrailingAttributes,
} from '../../../scripts/resolve/attributes.ts'

const text = (value: string): PhrasingContent[] => [{ type: 'text', value }]

describe('parseAttributes', () => {
  it.each([
    ['#fig:alur width=80%', { label: 'fig:alur', classes: [], values: { width: '80%' } }],
    ['-', { classes: ['unnumbered'], values: {} }],
    ['.unnumbered .unlisted', { classes: ['unnumbered', 'unlisted'], values: {} }],
    [' #sec:a.b  - ', { label: 'sec:a.b', classes: ['unnumbered'], values: {} }],
    ['width="7 cm" alt=\'satu\'', { classes: [], values: { width: '7 cm', alt: 'satu' } }],
    ['width=""', { classes: [], values: { width: '' } }],
  ])('reads {%s}', (inside, expected) => {
    expect(parseAttributes(inside)).toEqual(expected)
  })

  it.each(['', '  ', 'a, b', '1, 2', 'x', '.5', '#1', '--', '# a', 'a="b', '#a#b', 'a=', '=b', '#fig:x a'])(
    'leaves {%s} alone',
    (inside) => expect(parseAttributes(inside)).toBeUndefined(),
  )

  it('reads back what it is given', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/)
    const value = fc.stringMatching(/^[^"'{}\s]{1,8}$/)
    fc.assert(
      fc.property(name, fc.array(name), fc.dictionary(name, value), (label, classes, values) => {
        const pairs = Object.entries(values).map(([key, entry]) => `${key}="${entry}"`)
        const written = [`#${label}`, ...classes.map((one) => `.${one}`), ...pairs].join(' ')
        expect(parseAttributes(written)).toEqual({ label, classes, values: { ...values } })
      }),
    )
  })
})

describe('takeTrailingAttributes', () => {
  it('never eats plain braces', () => {
    // Words, commas and numbers: a set, a placeholder, a formula. No sign that begins an attribute.
    const plain = fc.stringMatching(/^[a-z0-9 ,;+*/()]{1,20}$/)
    fc.assert(
      fc.property(plain, plain, (before, inside) => {
        const children = text(`${before} {${inside}}`)
        expect(takeTrailingAttributes(children)).toBeUndefined()
        expect(takeLeadingAttributes(text(`{${inside}} ${before}`), 0)).toBeUndefined()
        expect(children).toEqual(text(`${before} {${inside}}`))
      }),
    )
  })

  it('takes the last braces alone', () => {
    const children = text('Himpunan {a} {#sec:x}')
    expect(takeTrailingAttributes(children)?.label).toBe('sec:x')
    expect(children).toEqual(text('Himpunan {a}'))
  })

  it('takes a text that is nothing else away', () => {
    const children = text('{#sec:x}')
    expect(takeTrailingAttributes(children)?.label).toBe('sec:x')
    expect(children).toEqual([])
  })
})
