/** From the words of mermaid's parsers to a place in the block. */
import { describe, expect, it } from 'vitest'
import { explainFault } from '../../../../scripts/print/diagrams/fault.ts'
import { parsedLines } from '../../../../scripts/print/diagrams/parsed-lines.ts'

const lines = (source: string) => parsedLines(source).map(({ text, line }) => `${line}:${text}`)

describe('parsedLines', () => {
  it('drops comments, and the blank lines before them', () => {
    expect(lines('pie\n%% satu\n\n  %% dua\n  "A" : 1\n%%\n')).toEqual(['0:pie', '4:  "A" : 1', '5:%%', '6:'])
  })

  it('drops front matter and what is blank before the diagram', () => {
    expect(lines('---\ntitle: x\n---\n\n\n  pie\n a')).toEqual(['5:pie', '6: a'])
  })

  it('drops directives and leaves the ends of their lines', () => {
    expect(lines('%%{init: {"theme":\n"dark"}}%%\npie\n%%{wrap}%%\n a')).toEqual(['2:pie', '3:', '4: a'])
  })

  it('counts lines however they end', () => {
    expect(lines('pie\r\n%% x\r\n a\r b')).toEqual(['0:pie', '2: a', '3: b'])
  })

  it('is quick on what is made to be slow', () => {
    const started = performance.now()
    parsedLines(`---${'\n'.repeat(100_000)}`)
    for (const piece of ['\n', ' ', '%%{', '%%\n', '%%{a}%%', '---\n']) parsedLines(piece.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('explainFault', () => {
  const hash = (
    loc: readonly [number, number, number, number],
    text: string,
    expected: readonly string[],
  ) => ({
    loc: { first_line: loc[0], first_column: loc[1], last_line: loc[2], last_column: loc[3] },
    text,
    expected,
  })

  it('finds the line in spite of comments, and names what could follow', () => {
    const source = 'flowchart TD\n%% komentar\n  A --> B[tutup\n  C'
    const expected = ["'SQE'", "'PE'", "'TEXT'", "'UNKNOWN_THING'"]
    const fault = {
      name: 'Error',
      message: 'Parse error on line 4:\n…',
      hash: hash([2, 10, 3, 3], '', expected),
    }
    const { diagnostic, place } = explainFault(source, fault)
    expect(place).toEqual({ line: 2, column: 10 })
    expect(diagnostic.ruleId).toBe('diagram/syntax')
    expect(diagnostic.message.id).toBe(
      'Diagram mermaid ini tidak dapat dibaca pada atau sesudah “tutup” karena ditemukan akhir diagram. Yang diharapkan: “]”, “)” atau teks.',
    )
    expect(diagnostic.message.en).toContain('Expected: “]”, “)” or text.')
  })

  it('reads the sentences of the newer parsers', () => {
    const message =
      "Parsing failed: Parse error on line 2, column 9: Expecting token of type 'NUMBER_PIE' but found `x`."
    const { diagnostic, place } = explainFault('pie\n  "A" : x', { name: 'Error', message })
    expect(place).toEqual({ line: 1, column: 8 })
    expect(diagnostic.message.id).toContain('karena ditemukan “x”. Yang diharapkan: angka.')
  })

  it('takes the last line where they know none', () => {
    const message = 'Parsing failed: Parse error on line NaN, column NaN: Expecting'
    expect(explainFault('pie\n  "A" :', { name: 'Error', message }).place).toEqual({ line: 1, column: 0 })
  })

  it('asks for a kind of diagram, with the nearest one', () => {
    const unknown = { name: 'UnknownDiagramError', message: 'No diagram type detected …' }
    const { diagnostic, place } = explainFault('%% x\nflowcart TD\n A', unknown)
    expect(place).toEqual({ line: 1, column: 0 })
    expect(diagnostic).toMatchObject({ ruleId: 'diagram/kind', expected: 'flowchart' })
    expect(explainFault('', unknown).place).toBeUndefined()
  })

  it('looks for the word that is wrong, and shortens what is long', () => {
    const gantt = 'gantt\n a: 2024-01-01\n b :a, 2024-99-01, 3d'
    const dated = explainFault(gantt, { name: 'Error', message: 'Invalid date:2024-99-01' })
    expect(dated.place).toEqual({ line: 2, column: 7 })
    const yaml = { name: 'YAMLException', message: 'unexpected end (2:1)\n\n 1 | x' }
    expect(explainFault('---\nx: [\n---\npie', yaml).place).toEqual({ line: 2, column: 0 })
    const long = explainFault('pie', { name: 'Error', message: `Sesuatu ${'x'.repeat(999)}` })
    expect(long.place).toBeUndefined()
    expect(long.diagnostic.message.id.length).toBeLessThan(250)
  })
})
