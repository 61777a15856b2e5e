import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBibtex } from '../../../scripts/read/bibliography/bibtex-format.ts'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'

const FORMATS = ['.bib', '.json', '.yaml', '.ris'] as const

/** Pieces of each format, so that chance gets beyond the first character. */
const PIECES: Readonly<Record<(typeof FORMATS)[number], readonly string[]>> = {
  '.bib': [
    '@book{a,',
    '@constructor{k,',
    '@string{a="x"}',
    'author={',
    'title = "',
    'year=',
    'constructor={x}',
    '__proto__={x}',
    'crossref={a}',
    '}',
    '"',
    '{',
    '\\',
    '$',
    '#',
    '%',
    ',',
    '\n',
    ' and ',
    'dan',
    ';',
    '~',
    '\\begin{x}',
    '^',
    '_',
    'doi={10.1/a}',
    'month=',
    'date={2020/}',
    'langid={constructor}',
    'type={skripsi}',
    'pages={1--}',
  ],
  '.json': [
    '[',
    ']',
    '{',
    '}',
    '"id":',
    '"a"',
    ',',
    '"type":"book"',
    '"title":',
    'null',
    '1',
    '"author":[{"family":"A"}]',
    '"issued":{"date-parts":[[2020]]}',
    '{"id":"a","type":"book"}',
    '\\u0000',
    '"__proto__":{"x":1}',
    '\n',
  ],
  '.yaml': [
    'references:\n',
    '- id: a\n',
    '  type: book\n',
    '  title: ',
    '*a',
    '&a ',
    '"',
    "'",
    '[',
    '{',
    '- ',
    '\n',
    '  issued:\n    - year: 2020\n',
    '  author:\n    - family: A\n',
    '---\n',
    '...\n',
    '? ',
    ': ',
    '|\n',
    '\t',
    '#',
    '  constructor: 1\n',
    '!!js ',
    '<<: *a\n',
  ],
  '.ris': [
    'TY  - BOOK\n',
    'TY  - constructor\n',
    'ER  - \n',
    'AU  - A, B\n',
    'AU  - ,\n',
    'PY  - 2O20\n',
    'DA  - 2020/13/99\n',
    'ID  - a\n',
    'ID  - a b\n',
    '  -',
    '\n',
    'SP  - 1-\n',
    'T2  - \n',
    'lanjutan\n',
    '\r\n',
    'UR  - x\n',
  ],
}

describe.each(FORMATS)('any text as a %s file', (extension) => {
  it('gives a library and findings at places that are in it', async () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES[extension]) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    )
    const file = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const { value, diagnostics } = await readBibliography([{ path: `a${extension}`, text }], {
          now: new Date('2026-01-01'),
        })
        const lines = text.split('\n').length
        for (const { place, message } of diagnostics) {
          expect(message.id).not.toMatch(/undefined|\[object/)
          if (!place) continue
          expect(place.start.line).toBeGreaterThanOrEqual(1)
          expect(place.start.line).toBeLessThanOrEqual(lines)
          expect(place.end.offset ?? 0).toBeGreaterThanOrEqual(place.start.offset ?? 0)
        }
        for (const [key, { item }] of value) {
          expect(item.id).toBe(key)
          expect(typeof item.type).toBe('string')
        }
      }),
      { numRuns: extension === '.bib' ? 80 : 200 },
    )
  })
})

const HOSTILE: Readonly<Record<string, (times: number) => string>> = {
  '{': (n) => '{'.repeat(n),
  '}': (n) => '}'.repeat(n),
  '[': (n) => '['.repeat(n),
  ']': (n) => ']'.repeat(n),
  '@': (n) => '@'.repeat(n),
  '@a': (n) => '@a '.repeat(n / 3),
  '@a{': (n) => '@a{'.repeat(n / 3),
  '@a{b,': (n) => '@a{b,\n'.repeat(n / 6),
  '@comment{': (n) => '@comment{'.repeat(n / 9),
  '@a{b,c={': (n) => '@a{b,c={'.repeat(n / 8),
  '@a{b,c="': (n) => `@a{b,c="${'{'.repeat(n)}`,
  '@string': (n) =>
    `@string{a="${'x'.repeat(100)}"}${Array.from({ length: 50 }, () => '@string{a=a # a}').join('')}@book{b, title=a}${' '.repeat(n / 10)}`,
  'a title of {': (n) => `@book{a, title={${'{'.repeat(n)}${'}'.repeat(n)}}}`,
  'a title of $': (n) => `@book{a, title={${'$'.repeat(n)}}}`,
  'a title of \\': (n) => `@book{a, title={${'\\x '.repeat(n / 3)}}}`,
  'names and': (n) => `@book{a, author={${'A and '.repeat(n / 6)}}}`,
  'names of space': (n) => `@book{a, author={A${' '.repeat(n)}B,${' '.repeat(n)}S.H.}}`,
  'names of dan': (n) => `@book{a, author={${'A dan '.repeat(n / 6)}B}}`,
  'names of commas': (n) => `@book{a, author={A${', S.H.'.repeat(n / 6)}}}`,
  fields: (n) => `@book{a, ${'a={b},'.repeat(n / 6)}}`,
  '#': (n) => `@book{a, a=${'#'.repeat(n)}}`,
  '%': (n) => '%\n'.repeat(n / 2),
  space: (n) => `@book{a,${' '.repeat(n)}title={T}${'\n'.repeat(n)}}`,
  crossrefs: (n) =>
    Array.from({ length: n / 100 }, (_, i) => `@book{k${i}, crossref={k${i + 1}}}`).join('\n'),
  twins: (n) =>
    Array.from(
      { length: n / 100 },
      (_, i) => `@book{k${i}, title={T}, author={A}, year={2000}, volume={${i}}}`,
    ).join('\n'),
  quotes: (n) => '"'.repeat(n),
  '{"id":': (n) => `[${'{"id":"a","type":"book","x":'.repeat(n / 30)}`,
  objects: (n) => `[${'{"id":'.repeat(n / 6)}`,
  '- ': (n) => '- '.repeat(n / 2),
  '- lines': (n) => '- \n'.repeat(n / 3),
  '- a: [': (n) => `references:\n${'- a: [\n'.repeat(n / 7)}`,
  'yaml keys': (n) => `- id: a\n${Array.from({ length: n / 10 }, (_, i) => `  k${i}: 1`).join('\n')}`,
  'yaml anchors': (n) => `- &a x\n${'- *a\n'.repeat(n / 5)}`,
  ': ': (n) => ': '.repeat(n / 2),
  '? ': (n) => '? '.repeat(n / 2),
  '&a ': (n) => '&a '.repeat(n / 3),
  TY: (n) => 'TY  - BOOK\n'.repeat(n / 11),
  AU: (n) => `TY  - BOOK\n${'AU  - A, B\n'.repeat(n / 11)}`,
  'a long value': (n) => `TY  - BOOK\nTI  - ${'x\n'.repeat(n / 2)}`,
  'a long line': (n) => 'x'.repeat(n),
  spaces: (n) => ' '.repeat(n),
  'line breaks': (n) => '\r\n'.repeat(n / 2),
}

describe.each(Object.keys(HOSTILE))('%s many times', (name) => {
  it('is read as any format in little time', async () => {
    // Single characters are the cheapest to write many of.
    const text = HOSTILE[name]?.(name.length === 1 ? 100_000 : 12_000) ?? ''
    for (const extension of FORMATS) {
      const start = performance.now()
      await readBibliography([{ path: `a${extension}`, text }])
      if (extension === '.bib') formatBibtex(text)
      const took = performance.now() - start
      expect(took, `${name} as ${extension}`).toBeLessThan(5000)
    }
  })
})
