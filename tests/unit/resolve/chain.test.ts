/** The plugins in a chain that knows nothing of the program. */
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import {
  loadStyle,
  readBibliography,
  remarkCaptions,
  remarkCitations,
  remarkCiteSyntax,
  remarkCrossReferences,
  remarkHeadingAttributes,
  remarkNumberCaptions,
  remarkNumberSections,
  remarkOutline,
} from '../../../scripts/index.ts'

it('numbers sections', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkNumberSections, { unnumbered: ['kata pengantar'] })
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('# Kata Pengantar\n\n# BAB I\n\n# Pendahuluan\n\n## 1.2 *Latar*\n')
  expect(String(file)).toBe(
    [
      '<h1 id="kata-pengantar">Kata Pengantar</h1>',
      '<h1 id="pendahuluan" data-number="BAB I">Pendahuluan</h1>',
      '<h2 id="latar" data-number="1.1"><em>Latar</em></h2>',
    ].join('\n'),
  )
  expect(file.messages.map(String)).toEqual([
    '7:1-7:15: “Latar” carries the hand-typed number “1.2”, but here its number is 1.1.',
  ])
})

it('names a section by all its steps where its heading shows the last one', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkCiteSyntax)
    .use(remarkHeadingAttributes)
    .use(remarkNumberSections, { numbering: 'letters' })
    .use(remarkCrossReferences)
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('# Hasil\n\n## Korban\n\n### Usia {#sec:usia}\n\nLihat @sec:usia.')
  expect(String(file)).toContain('<h3 id="usia" data-number="1.">')
  expect(String(file)).toMatch(/>subbab\s*I\.A\.1</)
})

it('joins, numbers and links figures and tables', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCiteSyntax)
    .use(remarkHeadingAttributes)
    .use(remarkCaptions)
    .use(remarkNumberSections)
    .use(remarkNumberCaptions)
    .use(remarkCrossReferences)
    .use(remarkRehype)
    .use(rehypeStringify)
    .process(
      '# Hasil {#sec:hasil}\n\n![Peta](p.png){#fig:peta}\n\nSumber: BPS\n\nLihat @fig:peta, @sec:hasil, @tbl:x.\n',
    )
  expect(String(file)).toBe(
    [
      '<h1 id="hasil" data-number="BAB I">Hasil</h1>',
      '<figure id="gambar-1.1" class="figure"><p><img src="p.png" alt="Peta"></p><figcaption data-number="Gambar 1.1">Peta</figcaption><p>Sumber: BPS</p></figure>',
      '<p>Lihat <a href="#gambar-1.1">Gambar 1.1</a>, <a href="#hasil">Bab I</a>, tbl:x.</p>',
    ].join('\n'),
  )
  expect(file.messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`)).toEqual([
    '7:31 reference/unknown-label',
  ])
})

it('checks an outline', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkNumberSections)
    .use(remarkOutline, {
      outline: [{ title: 'Pendahuluan', sections: [{ title: 'Latar' }, { title: 'Tujuan' }] }],
    })
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('# Pendahuluan\n\n## Latar\n\nTeks.\n')
  expect(file.messages).toMatchObject([
    { ruleId: 'outline/missing', fatal: true, expected: ['Tujuan'], line: 5 },
  ])
})

it('sets citations in Indonesian', async () => {
  const text = '@book{a, author = {Satu, Budi and Dua, Ani}, title = {Judul}, year = 2020, publisher = {P}}'
  const { value: library } = await readBibliography([{ path: 'p.bib', text }])
  const { value: style } = loadStyle('apa')
  if (style === undefined) throw new Error('no style')
  const chain = unified()
    .use(remarkParse)
    .use(remarkCiteSyntax)
    .use(remarkCitations, { library, style, language: 'id' })
  const tree = chain.parse('Kata [@a, hlm. 3].')
  const done = JSON.stringify(await chain.run(tree))
  expect(done).toContain('Satu dan Dua, 2020, hlm. 3')
})

it('keeps a work that is cited for a table it holds', () => {
  const chain = unified()
    .use(remarkParse)
    .use(remarkCiteSyntax)
    .use(remarkNumberSections)
    .use(remarkCrossReferences)
  const tree = chain.runSync(chain.parse('Kata [@tbl:a dalam @x, hlm. 3].'))
  expect(JSON.stringify(tree)).toContain('"key":"x"')
})
