/** The shipped templates, and what is said of templates that an author wrote. */
import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { diskHost } from '../../../scripts/host.ts'
import type { Part } from '../../../scripts/model.ts'
import { templateFaults } from '../../../scripts/render/front/check-template.ts'
import { pageData } from '../../../scripts/render/front/data.ts'
import { fillTemplate } from '../../../scripts/render/front/mustache.ts'
import { PAGE_NAMES } from '../../../scripts/render/front/names.ts'
import { PAGE_CLASSES, pageSchema } from '../../../scripts/render/front/sanitize-page.ts'
import { readPageTemplates } from '../../../scripts/render/front/templates.ts'
import { readWords } from '../../../scripts/render/front/words.ts'
import { templatePath } from '../../../scripts/templates.ts'
import { sayings } from './thesis.ts'

const host = diskHost()
const parts: Part[] = parse(new TextDecoder().decode(await host.read(templatePath('parts.yaml'))))
const words = await readWords(host)
const none = { pages: new Map(), partials: new Map() }
const data = pageData({
  config: {
    author: { name: 'A', id: '1', birth_place: 'B', education: [{ school: 'C' }] },
    supervisors: [{ name: 'D' }],
    programme_head: { name: 'E' },
    logo: 'l.png',
    defence_date: '2024-01-02',
  },
  language: 'id',
  words: words.id,
  title: 'T',
  titleCaps: 'T',
  stampDuty: true,
  area: { width: 14, height: 22.7 },
  draft: true,
})

describe.each(['id', 'en'] as const)('the shipped templates in %s', (language) => {
  it('have no fault', async () => {
    const { value } = await readPageTemplates(host, language, parts, none)
    const partials = new Map([...value.partials].map(([path, text]) => [path, { path, text }]))
    expect(value.pages.size).toBe(7)
    for (const [path, { text }] of value.pages) expect(templateFaults({ path, text }, partials)).toEqual([])
  })

  it('lose nothing when they are sanitised', async () => {
    const { value } = await readPageTemplates(host, language, parts, none)
    for (const { text } of value.pages.values()) {
      const html = fromHtml(fillTemplate(text, data, value.partials), { fragment: true })
      const clean = unified().use(rehypeSanitize, pageSchema).runSync(html)
      const written = (tree: typeof html) => unified().use(rehypeStringify).stringify(tree)
      expect(written(clean as typeof html)).toBe(written(html))
      expect(written(html).length).toBeGreaterThan(200)
    }
  })
})

describe('a template with a fault', () => {
  const fault = async (text: string, more: Readonly<Record<string, string>> = {}) =>
    (await sayings({ 'front/pengesahan.html': text, ...more })).filter((line) =>
      line.includes('front/template'),
    )

  it.each([
    ['<p>\n{{titel}}</p>', 'pengesahan.html:2:1', '“titel”', '“title”'],
    ['<p>{{#author}}{{nama}}{{/author}}</p>', 'pengesahan.html:1:15', '“nama”', '“name”'],
    ['{{author.nim}}', 'pengesahan.html:1:1', '“author.nim”', ''],
    ['{{constructor.constructor}}', 'pengesahan.html:1:1', '“constructor.constructor”', ''],
    ['{{#__proto__}}{{/__proto__}}', 'pengesahan.html:1:1', '“__proto__”', ''],
    ['{{author}}', 'pengesahan.html:1:1', '“author” bukan teks', '“author.name”'],
    ['a\n{{#author}}\n', 'pengesahan.html:2:1', '“{{#author}}” tidak ditutup', ''],
    ['{{#author}}{{/autor}}', 'pengesahan.html:1:1', '“{{#author}}” tidak ditutup', ''],
    ['<p>{{/author}}', 'pengesahan.html:1:4', '“{{/author}}” menutup', ''],
    ['<p>{{title}</p>', 'pengesahan.html:1:4', 'tidak ditutup dengan “}}”', ''],
    ['{{> _kampus}}', 'pengesahan.html:1:1', '“_kampus” tidak ada', '“_campus”'],
    ['{{#signers}}{{#supervisors}}{{/supervisors}}{{/signers}}', 'html:1:13', 'di dalam daftar lain', ''],
    ['{{=<%=}}', 'pengesahan.html:1:1', 'pembatas', ''],
  ])('is told where it is: %s', async (text, place, found, near) => {
    const said = await fault(text)
    expect(said).toEqual([expect.stringContaining(place)])
    expect(said[0]).toContain(found)
    expect(said[0]).toContain(near)
  })

  it('may be a fragment, told once though two pages use it', async () => {
    const said = await fault('{{> _x}}', { 'front/_x.html': '\n {{naem}}', 'front/sampul.html': '{{> _x}}' })
    expect(said).toEqual([expect.stringMatching(/^front\/_x\.html:2:2 front\/template/)])
    expect(await fault('{{> _x}}', { 'front/_x.html': '{{> _x}}' })).toEqual([
      expect.stringContaining('di dalam potongan lain'),
    ])
  })

  it('has none for sections, lists, comments and new delimiters', async () => {
    expect(
      await fault(
        '{{! ya }}{{#author}}{{author.name}}{{title}}{{/author}}{{#signers}}{{role}}{{/signers}}{{^dean}}x{{/dean}}' +
          '{{#supervisors}}{{name}}{{/supervisors}}{{=<% %>=}}<% title %>',
      ),
    ).toEqual([])
  })

  it('lets images be missed at their line', async () => {
    const said = await sayings({ 'front/sampul.html': '<p>\n <img src="logo.png">\n<img src="{{logo}}">' })
    expect(said.filter((line) => line.includes('image/'))).toEqual([
      expect.stringMatching(/^front\/sampul\.html:2:2 image\/missing/),
    ])
  })
})

it('a template without faults can be filled, whatever it is made of', () => {
  const names = ['title', 'author', 'signers', 'name', 'education', 'dean', 'x', '.', 'author.name']
  const piece = fc.oneof(
    fc.constantFrom('<p>', '\n', ' ', '}}', '{{', '{{> p}}', '{{! c }}'),
    fc
      .constantFrom(...names)
      .chain((name) =>
        fc.constantFrom(`{{${name}}}`, `{{#${name}}}`, `{{^${name}}}`, `{{/${name}}}`, `{{{${name}}}}`),
      ),
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, (page, partial) => {
      const partials = new Map([['p', { path: 'p', text: partial }]])
      const faults = templateFaults({ path: 'page', text: page }, partials)
      for (const { start, file } of faults)
        expect(start).toBeLessThanOrEqual((file === 'p' ? partial : page).length)
      if (faults.length === 0) fillTemplate(page, data, new Map([['p', partial]]))
    }),
    { numRuns: 300 },
  )
})

it('is told in docs/front-pages.md: every name and every class', async () => {
  const guide = new TextDecoder().decode(await host.read(templatePath('..', 'docs', 'front-pages.md')))
  for (const name of Object.keys(PAGE_NAMES)) expect(guide, name).toContain(`\`${name}\``)
  for (const name of PAGE_CLASSES) expect(guide, name).toContain(`\`${name}\``)
})
