import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import { memoryHost } from '../../../scripts/host.ts'
import { readDataTables } from '../../../scripts/read/data-tables.ts'
import { parseFiles } from '../../../scripts/read/markdown/index.ts'
import { dataTablesOf } from '../../../scripts/resolve/data-tables.ts'

async function read(markdown: string, files: Record<string, string | Uint8Array> = {}) {
  const host = memoryHost(files)
  const chapters = parseFiles([{ path: '01.md', text: markdown }])
  const { value, diagnostics } = await readDataTables(host, host.cwd, dataTablesOf(chapters))
  const told = [...diagnostics, ...chapters.flatMap(({ file }) => diagnosticsOf(file))]
  return {
    tables: [...value.values()],
    said: told.map(
      ({ file, place, ruleId }) => `${file}:${place?.start.line}:${place?.start.column} ${ruleId}`,
    ),
    words: told.map(({ message, hint }) => `${message.id} ${hint?.id}`).join('\n'),
  }
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

describe('readDataTables', () => {
  it('reads files and fences, by image and by reference', async () => {
    const { tables, said } = await read(
      '![A](data/a.csv){#tbl:a}\n\n![B][b]\n\n```csv {#tbl:c caption="C"}\nx;y\n1;2\n```\n\n```csv\nkode,saja\n```\n\n[b]: <data/b b.tsv>',
      { 'data/a.csv': '\ufeffa;b\n1,5;2', 'data/b b.tsv': 'a,b\tc\n1\t2' },
    )
    expect(said).toEqual([])
    expect(tables.map(({ rows }) => rows)).toEqual([
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
      [
        ['a,b', 'c'],
        ['1', '2'],
      ],
      [
        ['x', 'y'],
        ['1', '2'],
      ],
    ])
  })

  it('takes what the braces say', async () => {
    const { tables, said } = await read(
      '![A](a.csv){delimiter=tab header=false columns="3,1" align="lc" decimal=","}',
      { 'a.csv': 'x,y\tb\t1.5\nz\tb\t2.25' },
    )
    expect(said).toEqual([])
    expect(tables).toEqual([
      {
        rows: [
          ['', ''],
          ['1,5', 'x,y'],
          ['2,25', 'z'],
        ],
        align: ['left', 'center'],
      },
    ])
  })

  it('reads UTF-16 that says so, and Windows-1252 with a word about it', async () => {
    const { tables, said, words } = await read('![A](a.csv)\n\n![B](b.csv)', {
      'a.csv': utf16('é;1'),
      'b.csv': new Uint8Array([0x61, 0xe9, 0x3b, 0x93, 0x31]),
    })
    expect(tables.map(({ rows }) => rows)).toEqual([[['é', '1']], [['aé', '“1']]])
    expect(said).toEqual(['b.csv:1:1 table/encoding'])
    expect(words).toContain('01.md:3')
  })

  it.each([
    ['![A](data/b.csv)', '01.md:1:1 table/missing', 'Mungkin maksud Anda “data/a.csv”'],
    ['![A](../a.csv)', '01.md:1:1 config/outside-folder', '“../a.csv”'],
    ['![A](data/kosong.csv)', 'data/kosong.csv:1:1 table/empty', '01.md:1'],
    ['![A](data/kutip.csv)', 'data/kutip.csv:3:1 table/quotes', 'tidak ditutup'],
    ['![A](data/tutup.csv)', 'data/tutup.csv:2:1 table/quotes', 'Di belakang tanda kutip'],
    ['![A](data/besar.csv)', '01.md:1:1 table/too-large', '20001 baris × 1 kolom'],
    [
      '![A](data/a.csv){columns=jml}',
      '01.md:1:1 table/column',
      'Kolom “jml” tidak ada; data ini punya 2 kolom: “a”, “b”',
    ],
    ['Teks ![A](data/a.csv)', '01.md:1:6 table/among-words', 'paragrafnya sendiri'],
    ['```csv {#tbl:x}\na,b\n"1\n```', '01.md:3:1 table/quotes', '01.md:1'],
  ])('tells of %s', async (markdown, where, words) => {
    const found = await read(markdown, {
      'data/a.csv': 'a,b\n1,2',
      'data/kosong.csv': '\n\n',
      'data/kutip.csv': 'a,b\n1,2\n"3,4\n5,6\n',
      'data/tutup.csv': 'a,b\n"1"x,2',
      'data/besar.csv': 'x\n'.repeat(20_001),
      '../a.csv': 'a',
    })
    expect(found.said).toEqual([where])
    expect(found.tables).toEqual([])
    expect(found.words).toContain(words)
  })

  it('fills short rows and tells of the first of them, not of empty cells at the end', async () => {
    const { tables, said, words } = await read('![A](a.csv)', { 'a.csv': 'a,b,c\n1,2\n1,2,3,,\n1\n1,2,3,4' })
    expect(tables[0]?.rows).toEqual([
      ['a', 'b', 'c', ''],
      ['1', '2', '', ''],
      ['1', '2', '3', ''],
      ['1', '', '', ''],
      ['1', '2', '3', '4'],
    ])
    expect(said).toEqual(['a.csv:2:1 table/ragged'])
    expect(words).toContain('begitu juga 2 baris lain')
  })

  it('tells what it does not understand in the braces, and goes on', async () => {
    const { tables, said } = await read('![A](a.csv){delimiter=xx header=mungkin decimal=koma align=lxr}', {
      'a.csv': 'a,b\n1,2',
    })
    expect(said).toEqual(Array(4).fill('01.md:1:1 caption/attribute'))
    expect(tables).toHaveLength(1)
  })
})
