import { expect, it } from 'vitest'
import { memoryHost } from '../../../scripts/host.ts'
import { readStyleFile } from '../../../scripts/read/style.ts'

const host = memoryHost({ 'kampus.csl': '<style/>', 'lama.csl': new Uint8Array([0xe9]) })
const where = { file: 'naskah.yaml', place: { start: { line: 2, column: 3 }, end: { line: 2, column: 9 } } }
const read = (name: string) => readStyleFile(host, host.cwd, name, where)

it('leaves a name a name and reads a path', async () => {
  expect(await read('apa')).toEqual({ value: 'apa', diagnostics: [] })
  expect(await read('kampus.csl')).toEqual({
    value: { path: 'kampus.csl', text: '<style/>' },
    diagnostics: [],
  })
})

it.each([
  ['tidak-ada.csl', 'naskah.yaml:2 config/missing-file'],
  ['../luar.csl', 'naskah.yaml:2 config/outside-folder'],
  ['lama.csl', 'lama.csl:1 thesis/not-utf8'],
])('tells what is wrong with %s', async (name, said) => {
  const { value, diagnostics } = await read(name)
  expect(value).toBeUndefined()
  expect(diagnostics.map((one) => `${one.file}:${one.place?.start.line} ${one.ruleId}`)).toEqual([said])
})
