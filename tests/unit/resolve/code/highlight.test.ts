import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../../scripts/diagnostics.ts'
import { remarkHighlight, remarkListings } from '../../../../scripts/index.ts'

/** In a chain that knows nothing of the program. */
function process(text: string) {
  return unified()
    .use(remarkParse)
    .use(remarkListings)
    .use(remarkHighlight)
    .use(remarkRehype)
    .use(rehypeStringify)
    .process(text)
}

describe('remarkHighlight', () => {
  it('colours what it knows, by any of its names', async () => {
    const file = await process(
      '```{.python #a}\nif x:\n```\n\n``` JS\nlet a\n```\n\n```{r, echo=F}\nTRUE\n```\n\n~~~tex\n\\a\n~~~',
    )
    const html = String(file)
    expect(html).toContain('<code class="language-python"><span class="hljs-keyword">if</span> x:</code>')
    expect(html).toContain('<span class="hljs-keyword">let</span> a')
    expect(html).toContain('<span class="hljs-literal">TRUE</span>')
    expect(html).toContain('<span class="hljs-keyword">\\a</span>')
    expect(file.messages).toEqual([])
  })

  it.each(['text', 'TXT', 'plain', 'output', 'console', 'mermaid', '', '{.output}', '{.numberLines}', '{?'])(
    'leaves %j as it is, without a word',
    async (info) => {
      const file = await process(`~~~${info}\nif (a) { return "b" }\n~~~`)
      expect(String(file)).not.toContain('hljs')
      expect(file.messages).toEqual([])
    },
  )

  it('tells of a language that is not known, at the fence', async () => {
    const file = await process(
      'x\n\n> ```pyhton\n> if x:\n> ```\n\n```constructor\na\n```\n\n```zzzzzz\na\n```',
    )
    expect(String(file)).not.toContain('hljs')
    const said = diagnosticsOf(file)
    expect(said.map(({ place, severity, expected }) => ({ place, severity, expected }))).toMatchObject([
      {
        place: { start: { line: 3, column: 3 }, end: { line: 3, column: 12 } },
        severity: 'info',
        expected: 'python',
      },
      { place: { start: { line: 7 }, end: { line: 7 } }, severity: 'info' },
      { place: { start: { line: 11 } }, expected: undefined },
    ])
    expect(said[0]?.message.id).toContain('Bahasa “pyhton” tidak dikenal; mungkin “python”')
  })

  it('does not colour what would take long', async () => {
    const long = 'a.'.repeat(40_000)
    const file = await process(`\`\`\`r\n${long}\n\`\`\`\n\n\`\`\`c\n${'a\n'.repeat(5000)}\n\`\`\``)
    expect(String(file)).not.toContain('hljs')
  })
})
