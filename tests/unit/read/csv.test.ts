import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../scripts/read/csv.ts'
import { chosenColumns, dataTable } from '../../../scripts/read/data-cells.ts'

const rowsOf = async (text: string, delimiter?: string) => {
  const { records, ...rest } = await parseCsv(text, delimiter)
  return { rows: records.map(({ cells }) => cells), lines: records.map(({ line }) => line), ...rest }
}

describe('parseCsv', () => {
  it.each([
    [
      'comma',
      'a,b\n1,2\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'Excel in Indonesia',
      'a;b\r\nAceh;1,5\r\n',
      ';',
      [
        ['a', 'b'],
        ['Aceh', '1,5'],
      ],
    ],
    [
      'tabs',
      'a\tb, c\n1\t2\n',
      '\t',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    [
      'commas in the head alone',
      'Nama, gelar;Nilai\nAni;1\nBudi;2',
      ';',
      [
        ['Nama, gelar', 'Nilai'],
        ['Ani', '1'],
        ['Budi', '2'],
      ],
    ],
    [
      'commas in quotes',
      '"a,b,c";d\n"e,f";g',
      ';',
      [
        ['a,b,c', 'd'],
        ['e,f', 'g'],
      ],
    ],
    ['its own word', 'sep=|\r\na|b;c\r\n', '|', [['a', 'b;c']]],
    ['one column', 'a\nb\n', ',', [['a'], ['b']]],
    [
      'quotes within a cell',
      'a,b\nPipa 5",3',
      ',',
      [
        ['a', 'b'],
        ['Pipa 5"', '3'],
      ],
    ],
    [
      'old Macintosh',
      'a,b\r1,2\r',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'rows of nothing',
      'a;b\n;\n\n1;2\n;;;\n',
      ';',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ] as const)('%s', async (_, text, delimiter, rows) => {
    expect(await rowsOf(text)).toMatchObject({ delimiter, rows })
  })

  it('knows the line of each record', async () => {
    const { lines } = await rowsOf('a,b\n1,"x\ny\nz"\n\n3,4\n')
    expect(lines).toEqual([1, 2, 6])
    expect((await rowsOf('sep=,\na,b\nc,d')).lines).toEqual([2, 3])
  })

  it.each([
    ['a,b\n1,2\n3,"4\n5,6\n', { kind: 'unclosed', line: 3 }],
    ['"a', { kind: 'unclosed', line: 1 }],
    ['a,b\n"x"y,2\n', { kind: 'closing', line: 2 }],
  ] as const)('%j is faulty', async (text, fault) => {
    expect(await parseCsv(text)).toMatchObject({ fault })
  })

  it('reads what was written, whatever it is', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 8 })
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
    const sign = fc.constantFrom(',', ';', '\t', '|')
    await fc.assert(
      fc.asyncProperty(rows, sign, async (written, delimiter) => {
        const text = written
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join('\n')
        const kept = written.filter((row) => row.some((one) => one !== ''))
        expect((await rowsOf(text, delimiter)).rows).toEqual(kept)
      }),
    )
  })

  it('ends, and throws nothing, on any text', async () => {
    const hostile = fc.array(fc.constantFrom('"', ',', ';', '\n', '\r\n', 'a', ' ', '\t', '""'), {
      maxLength: 60,
    })
    await fc.assert(fc.asyncProperty(hostile, async (parts) => void (await parseCsv(parts.join('')))))
  })
})

describe('chosenColumns', () => {
  const names = ['No', 'Nama', 'Nilai', '2020']
  it.each([
    [undefined, [0, 1, 2, 3]],
    ['1,3', [0, 2]],
    ['2-4', [1, 2, 3]],
    ['nilai, no', [2, 0]],
    ['2020', [3]],
    ['1 – 2', [0, 1]],
  ])('%j', (written, columns) => expect(chosenColumns(written, names)).toEqual(columns))

  it.each([['5'], ['0'], ['3-1'], ['nila'], ['2-9'], ['-1']])('%j is unknown', (written) => {
    expect(chosenColumns(written, names)).toEqual({ unknown: written })
  })
})

describe('dataTable', () => {
  const column = (cells: readonly string[], options = {}) =>
    dataTable(
      cells.map((cell) => [cell]),
      { header: true, ...options },
    )

  it.each([
    [['n', '1', '2,5', '-3', '12%', 'Rp 2.000', '–', ''], 'right'],
    [['n', '1 234', '−5'], 'right'],
    [['n', '2019', 'Aceh'], null],
    [['n', '-', ''], null],
    [['n', '1a'], null],
  ])('%j stands %s', (cells, align) => expect(column(cells).align).toEqual([align]))

  it.each([
    [['n', '1234.5', '7', '-0.25%'], ',', ['n', '1234,5', '7', '-0,25%']],
    [['n', '1234,5'], '.', ['n', '1234.5']],
    [['n', '1.234,5', '2.5'], ',', ['n', '1.234,5', '2.5']],
    [['n', '1.234.567', '2.500'], ',', ['n', '1.234.567', '2.500']],
    [['n', '1.5', '2,5'], ',', ['n', '1.5', '2,5']],
    [['v1.2', 'versi 1.2'], ',', ['v1.2', 'versi 1.2']],
  ])('%j with decimal=%j', (cells, decimal, expected) => {
    expect(column(cells, { decimal }).rows.map(([cell]) => cell)).toEqual(expected)
  })

  it('has an empty head where there is none, and stands as it is told', () => {
    const table = dataTable([['a', '1']], { header: false, align: 'rc' })
    expect(table).toEqual({
      rows: [
        ['', ''],
        ['a', '1'],
      ],
      align: ['right', 'center'],
    })
  })
})
