/** Edits of a text: what they name changes, and nothing else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFixes } from '../../scripts/commands/apply-fixes.ts'
import { diff } from '../../scripts/commands/diff.ts'
import type { TextEdit } from '../../scripts/model.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é', '😀', ' '), maxLength: 60 })
const edit = (length: number): fc.Arbitrary<TextEdit> =>
  fc.record({
    start: fc.integer({ min: -2, max: length + 2 }),
    end: fc.integer({ min: -2, max: length + 2 }),
    text: fc.string({ unit: fc.constantFrom('X', 'Y', '\n'), maxLength: 4 }),
  })
const textAndFixes = text.chain((before) =>
  fc.tuple(fc.constant(before), fc.array(fc.array(edit(before.length), { maxLength: 3 }), { maxLength: 8 })),
)

describe('fixes', () => {
  it('change the ranges they name and nothing else', () => {
    fc.assert(
      fc.property(textAndFixes, ([before, fixes]) => {
        const { text: after, edits, applied, dropped } = applyFixes(before, fixes)
        expect(applied + dropped).toBe(fixes.filter((fix) => fix.length > 0).length)
        // What stands between the edits is there in its order, and the edits' texts between.
        let [from, at] = [0, 0]
        for (const { start, end, text: put } of edits) {
          const kept = before.slice(from, start)
          expect(start).toBeGreaterThanOrEqual(from)
          expect(after.slice(at, at + kept.length + put.length)).toBe(kept + put)
          at += kept.length + put.length
          from = end
        }
        expect(after.slice(at)).toBe(before.slice(from))
        // All of a fix or none of it.
        for (const fix of fixes) {
          const made = fix.filter((one) => edits.includes(one)).length
          expect([0, fix.length]).toContain(made)
        }
      }),
    )
  })

  it('do not depend on the order they come in', () => {
    const distinct = textAndFixes.filter(([, fixes]) => {
      const starts = fixes.flat().map(({ start }) => start)
      return new Set(starts).size === starts.length
    })
    fc.assert(
      fc.property(distinct, ([before, fixes]) => {
        expect(applyFixes(before, [...fixes].reverse()).text).toBe(applyFixes(before, fixes).text)
      }),
    )
  })

  it('that overlap are left for the next time', () => {
    const one = [{ start: 0, end: 3, text: 'x' }]
    const other = [{ start: 2, end: 4, text: 'y' }]
    expect(applyFixes('abcdef', [other, one])).toMatchObject({ text: 'xdef', applied: 1, dropped: 1 })
  })

  it('may touch each other', () => {
    const fixes = [[{ start: 2, end: 4, text: 'y' }], [{ start: 0, end: 2, text: 'x' }]]
    expect(applyFixes('abcdef', fixes)).toMatchObject({ text: 'xyef', applied: 2, dropped: 0 })
  })
})

describe('the diff', () => {
  it('shows the lines that change', () => {
    const before = 'satu\r\ndua (A, 2020) dan\r\n(B,\r\n2021) empat\r\nlima\u0007'
    const edits = [
      { start: 10, end: 19, text: '[@a]' },
      { start: 25, end: 35, text: '[@b]' },
      { start: before.length - 5, end: before.length, text: 'LIMA' },
    ]
    expect(diff('skripsi/1.md', before, edits)).toBe(
      [
        '--- skripsi/1.md',
        '+++ skripsi/1.md',
        '@@ -2,1 +2,1 @@',
        '-dua (A, 2020) dan',
        '+dua [@a] dan',
        '@@ -3,2 +3,1 @@',
        '-(B,',
        '-2021) empat',
        '+[@b] empat',
        '@@ -5,1 +4,1 @@',
        '-lima\uFFFD',
        '+LIMA',
        '',
      ].join('\n'),
    )
  })

  it('of any edits changes the text as they do', () => {
    fc.assert(
      fc.property(textAndFixes, ([before, fixes]) => {
        const { text: after, edits } = applyFixes(before, fixes)
        const lines = (whole: string) => whole.split(/\r\n|\n|\r/)
        const kept = lines(before)
        let moved = 0
        for (const hunk of diff('x', before, edits).split(/^@@ /m).slice(1)) {
          const [, from = 0, old = 0] = /^-(\d+),(\d+)/.exec(hunk)?.map(Number) ?? []
          const put = [...hunk.matchAll(/^\+(.*)$/gm)].map(([, line = '']) => line)
          kept.splice(from - 1 + moved, old, ...put)
          moved += put.length - old
        }
        expect(kept.join('\n').trimEnd()).toBe(lines(after).join('\n').trimEnd())
      }),
    )
  })
})
