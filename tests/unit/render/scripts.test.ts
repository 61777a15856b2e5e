/** Raised and lowered text, and page breaks, from the Markdown to the document. */
import { describe, expect, it } from 'vitest'
import { analyse, render } from '../../../scripts/pipeline.ts'
import { stopwatch } from '../../../scripts/stopwatch.ts'
import { THESIS, thesisHost } from '../../thesis-host.ts'

async function htmlOf(files: Readonly<Record<string, string>>): Promise<string> {
  const host = thesisHost(files)
  const { value } = await analyse(host, THESIS, {}, stopwatch())
  if (!value) throw new Error('the thesis could not be read')
  const page = await render(host, value, { draft: false }, stopwatch())
  if (!page.value) throw new Error(JSON.stringify(page.diagnostics))
  return page.value.html.replaceAll('\n', '')
}

async function chapters(...files: string[]): Promise<string> {
  const html = await htmlOf(Object.fromEntries(files.map((text, at) => [`0${at + 1}.md`, text])))
  return html.slice(html.indexOf('class="chapter"'), html.indexOf('</body>'))
}

describe('raised and lowered text', () => {
  it('stands in text, headings, captions, cells, notes and the contents', async () => {
    const html = await htmlOf({
      'naskah.yaml': 'title: Emisi CO~2~\n',
      '01.md':
        '# Emisi CO~2~\n\n## Luas m^2^\n\nx^*n*\\ 1^ a^[b~c~]\n\n: Kadar CO~2~ {#tbl:a}\n\n| a^2^ |\n|---|\n| b |\n\n@tbl:a',
    })
    expect(html).toContain('id="emisi-co2"')
    expect(html).toContain('EMISI CO<sub>2</sub></h1>')
    expect(html).toMatch(/href="#luas-m2"><span class="title">.*?Luas m<sup>2<\/sup><\/span>/)
    expect(html).toContain('x<sup><em>n</em>\u00A01</sup>')
    expect(html).toContain('b<sub>c</sub>')
    expect(html).toContain('<span class="title">Kadar CO<sub>2</sub></span>')
    expect(html).toContain('a<sup>2</sup></th>')
    expect(html).toContain('<title>Emisi CO2</title>')
  })
})

const BREAK = /<div data-page-break="here"[^>]*><\/div>/g

describe('a page break', () => {
  it.each<[string, number, string[]]>([
    ['between two blocks', 1, ['# A\n\na\n\n\\newpage\n\nb']],
    ['once, when it is repeated', 1, ['# A\n\na\n\n\\newpage\n\n\\pagebreak\n\n\\newpage\n\nb']],
    ['between the files of a chapter', 1, ['# A\n\na\n\n\\newpage', '\\newpage\n\nb']],
    ['before a heading', 1, ['# A\n\na\n\n\\newpage\n\n## B\n\nb']],
    ['not around a chapter', 0, ['\\newpage\n\n# A\n\n\\newpage\n\na\n\n\\newpage\n\n# B\n\nb\n\n\\newpage']],
    ['not below a heading', 0, ['# A\n\n## B\n\n\\newpage\n\na']],
    [
      'not beside a page that is turned',
      0,
      ['# A\n\na\n\n\\newpage\n\n: T {.landscape}\n\n| a |\n|---|\n| b |\n\n\\newpage\n\nb'],
    ],
    ['not in a note', 0, ['# A\n\na[^1] b\n\n[^1]: c\n\n    \\newpage\n\n    d']],
    [
      'not by HTML',
      0,
      ['# A\n\na\n\n<div data-page-break="here">b</div>\n<div data-page-break>c</div>\n\nd'],
    ],
  ])('is set %s', async (_name, count, files) => {
    expect((await chapters(...files)).match(BREAK) ?? []).toHaveLength(count)
  })
})
