import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../scripts/model.ts'
import { json } from '../../../scripts/report/json.ts'

const found: Diagnostic = {
  ruleId: 'outline/missing',
  severity: 'error',
  file: 'bab/01.md',
  place: { start: { line: 27, column: 1 }, end: { line: 27, column: 4 } },
  message: { id: 'Tidak ada.', en: 'Missing.' },
  hint: { id: 'Tambahkan.', en: 'Add it.' },
  expected: 'Rumusan Masalah',
}

describe('json', () => {
  it('has every field of the contract', () => {
    expect(JSON.parse(json([found], { language: 'id', base: 'chapters/' }))).toEqual([
      {
        file: 'chapters/bab/01.md',
        line: 27,
        column: 1,
        endLine: 27,
        endColumn: 4,
        ruleId: 'outline/missing',
        severity: 'error',
        message: 'Tidak ada.',
        hint: 'Tambahkan.',
        expected: 'Rumusan Masalah',
        url: 'docs/rules.md#outline-missing',
      },
    ])
  })

  it('has the fix as data', () => {
    const fix = [{ start: 3, end: 5, text: '[@a]' }]
    const [shown] = JSON.parse(json([{ ...found, fix }], { language: 'id', base: '' }))
    expect(shown.fix).toEqual(fix)
  })

  it('names the folder and its top when no file is to blame', () => {
    const { message, ruleId, severity } = found
    const bare: Diagnostic = { message, ruleId, severity }
    expect(JSON.parse(json([bare], { language: 'en', base: '' }))).toEqual([
      {
        file: '.',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        ruleId: 'outline/missing',
        severity: 'error',
        message: 'Missing.',
        url: 'docs/rules.md#outline-missing',
      },
    ])
  })

  it('is an empty array without findings', () => {
    expect(json([], { language: 'id', base: '' })).toBe('[]\n')
  })
})
