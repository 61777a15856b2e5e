import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../scripts/model.ts'
import { codeFrame } from '../../../scripts/report/code-frame.ts'
import { pretty } from '../../../scripts/report/pretty.ts'

const place = (line: number, column: number, endColumn = column, endLine = line) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})

const missing: Diagnostic = {
  ruleId: 'outline/missing',
  severity: 'error',
  file: '01.md',
  place: place(3, 1),
  message: { id: '“1.2 Rumusan Masalah” tidak ada.', en: '“1.2 Rumusan Masalah” is missing.' },
  hint: { id: 'Tambahkan.', en: 'Add it.' },
  expected: 'Rumusan Masalah',
}
const warning: Diagnostic = {
  ruleId: 'citation/hand-typed',
  severity: 'warning',
  file: '02.md',
  place: place(1, 5, 12),
  message: { id: 'Sitasi diketik.', en: 'Typed citation.' },
}
const noFile: Diagnostic = {
  ruleId: 'config/profile',
  severity: 'info',
  message: { id: 'Profil bawaan.', en: 'Default profile.' },
}
const sources = new Map([
  ['01.md', '# Pendahuluan\n\n## Tujuan Penelitian\n'],
  ['02.md', 'Kata (Omega) lain.\r\n'],
])
const options = { language: 'id', color: false, sources, base: 'chapters' } as const

describe('pretty', () => {
  it('shows a few of what --fix writes better, and counts the rest', () => {
    const typed: Diagnostic = { ...warning, severity: 'info', fix: [{ start: 0, end: 1, text: 'x' }] }
    const shown = pretty([typed, typed, warning, typed, typed, typed], options)
    expect(shown.match(/^chapters/gm)).toHaveLength(4)
    expect(shown).toContain('… dan 2 lagi (citation/hand-typed); naskah lint --fix menuliskan semuanya\n')
    expect(shown).toContain('1 peringatan, 5 catatan\n')
  })

  it('groups by file, shows the source and the hint, and counts', () => {
    const second = { ...missing, place: place(1, 1, 14), hint: { id: 'Lagi.', en: 'Again.' } }
    expect(pretty([missing, warning, second, noFile], options)).toBe(
      [
        'chapters/01.md:3:1  kesalahan  “1.2 Rumusan Masalah” tidak ada.  outline/missing',
        '    3 │ ## Tujuan Penelitian',
        '      │ ^',
        '    → Tambahkan.',
        '',
        'chapters/01.md:1:1  kesalahan  “1.2 Rumusan Masalah” tidak ada.  outline/missing',
        '    1 │ # Pendahuluan',
        '      │ ^^^^^^^^^^^^^',
        '    → Lagi.',
        '',
        'chapters/02.md:1:5  peringatan  Sitasi diketik.  citation/hand-typed',
        '    1 │ Kata (Omega) lain.',
        '      │     ^^^^^^^',
        '',
        'catatan  Profil bawaan.  config/profile',
        '',
        '2 kesalahan, 1 peringatan, 1 catatan',
        '',
      ].join('\n'),
    )
  })

  it('speaks English', () => {
    const text = pretty([missing, missing, warning], { ...options, language: 'en' })
    expect(text).toContain('error  “1.2 Rumusan Masalah” is missing.  outline/missing')
    expect(text).toContain('→ Add it.')
    expect(text).toMatch(/\n2 errors, 1 warning\n$/)
  })

  it('says that nothing is wrong', () => {
    expect(pretty([], options)).toBe('Tidak ada masalah\n')
    expect(pretty([], { ...options, language: 'en' })).toBe('No problems\n')
  })

  it('does without the source', () => {
    expect(pretty([missing], { ...options, sources: new Map(), base: '.' })).toBe(
      '01.md:3:1  kesalahan  “1.2 Rumusan Masalah” tidak ada.  outline/missing\n    → Tambahkan.\n\n1 kesalahan\n',
    )
  })

  it('colours only when asked, and never changes the text', () => {
    const plain = pretty([missing, warning, noFile], options)
    const colored = pretty([missing, warning, noFile], { ...options, color: true })
    expect(plain).not.toContain('\u001b')
    expect(colored).toContain('\u001b[31m')
    expect(stripVTControlCharacters(colored)).toBe(plain)
  })

  it('lets no escape sequence of a thesis through', () => {
    const evil = { ...missing, message: { id: 'a\u001b[2Jb', en: '' } }
    const text = pretty([evil], { ...options, sources: new Map([['01.md', '\n\n\u001b]0;x\u0007 y']]) })
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
  })
})

describe('codeFrame', () => {
  it('spreads tabs before the place', () => {
    expect(codeFrame('\tab\tcd', place(1, 5, 7))).toEqual({
      line: '    ab  cd',
      marker: '        ^^',
    })
  })

  it('counts wide characters twice and combining ones not at all', () => {
    expect(codeFrame('日本 x', place(1, 4, 5))).toEqual({ line: '日本 x', marker: '     ^' })
    expect(codeFrame('te\u0301 x', place(1, 5, 6))).toEqual({ line: 'te\u0301 x', marker: '   ^' })
    expect(codeFrame('👩‍🔬 x', place(1, 7, 8))).toEqual({ line: '👩‍🔬 x', marker: '   ^' })
  })

  it('marks to the end of the line when the place goes on', () => {
    expect(codeFrame('abc def  \nghi', place(1, 5, 2, 2))?.marker).toBe('    ^^^')
  })

  it('marks behind the last character', () => {
    expect(codeFrame('abc', place(1, 4))).toEqual({ line: 'abc', marker: '   ^' })
    expect(codeFrame('abc', place(1, 99))).toEqual({ line: 'abc', marker: '   ^' })
  })

  it('shows nothing of an empty or absent line', () => {
    expect(codeFrame('a\n\nb', place(2, 1))).toBeUndefined()
    expect(codeFrame('a', place(9, 1))).toBeUndefined()
  })

  it.each([1, 40, 250, 397])('cuts a long line around column %i', (column) => {
    const text = Array.from({ length: 400 }, (_, at) => String.fromCharCode(97 + (at % 26))).join('')
    const frame = codeFrame(text, place(1, column, column + 3), 60)
    const at = frame?.marker.indexOf('^') ?? -1
    expect(frame?.marker.trim()).toBe('^^^')
    expect(frame?.line.slice(at, at + 3)).toBe(text.slice(column - 1, column + 2))
    expect(frame?.line.length).toBeLessThanOrEqual(60)
    expect(frame?.line.startsWith('…')).toBe(column > 40)
    expect(frame?.line.endsWith('…')).toBe(column < 360)
  })
})
