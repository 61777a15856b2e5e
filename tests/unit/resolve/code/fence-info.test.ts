import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFiles } from '../../../../scripts/read/markdown/index.ts'
import { fenceInfo } from '../../../../scripts/resolve/code/fence-info.ts'

function read(info: string) {
  const [chapter] = parseFiles([{ path: 'a.md', text: `~~~${info}\nx\n~~~` }])
  const code = chapter?.tree.children[0]
  if (code?.type !== 'code') throw new Error(`no code: ${info}`)
  return fenceInfo(code)
}

describe('fenceInfo', () => {
  it.each<[string, string | undefined, string | undefined, string | undefined, number | undefined]>([
    ['', undefined, undefined, undefined, undefined],
    ['python', 'python', undefined, undefined, undefined],
    [' c++ ', 'c++', undefined, undefined, undefined],
    ['python title="a.py"', 'python', undefined, undefined, undefined],
    ['{.python}', 'python', undefined, undefined, undefined],
    ['{ .python }', 'python', undefined, undefined, undefined],
    [
      '{.python #lst:x caption="Judul  panjang" .numberLines startFrom=5}',
      'python',
      'lst:x',
      'Judul panjang',
      5,
    ],
    [' {#lst:x .python caption="A {b} c"}', 'python', 'lst:x', 'A {b} c', undefined],
    ['{#lst:x .numberLines .r}', 'r', 'lst:x', undefined, 1],
    ['python {.number-lines #lst:y}', 'python', 'lst:y', undefined, 1],
    ['python{#lst:y}', 'python', 'lst:y', undefined, undefined],
    ['{.numberLines startFrom="x"}', undefined, undefined, undefined, 1],
    ['{r}', 'r', undefined, undefined, undefined],
    ['{r peta, fig.cap="Peta", echo=FALSE}', 'r', undefined, undefined, undefined],
    ['{python, eval=F}', 'python', undefined, undefined, undefined],
    ['{', undefined, undefined, undefined, undefined],
    ['{?!}', undefined, undefined, undefined, undefined],
  ])('%j', (info, language, label, caption, startFrom) => {
    const found = read(info)
    expect({
      language: found.language,
      label: found.attributes.label,
      caption: found.attributes.values.caption?.replace(/\s+/g, ' '),
      startFrom: found.startFrom,
    }).toEqual({ language, label, caption, startFrom })
  })

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: null }), (lang, meta) => {
        const { language } = fenceInfo({ lang, meta })
        expect(language).not.toBe('')
      }),
    )
  })
})
