import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ElementContent } from 'hast'
import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../../scripts/diagnostics.ts'
import type { Citation, Language, Library } from '../../../scripts/model.ts'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'
import { remarkCiteSyntax } from '../../../scripts/read/markdown/citation-syntax.ts'
import { citeprocHtml } from '../../../scripts/resolve/citations/citeproc-html.ts'
import {
  loadStyle,
  remarkCitations,
  renderCitations,
  resolveKeys,
} from '../../../scripts/resolve/citations/index.ts'

const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const parser = unified().use(remarkParse).use(remarkCiteSyntax)

let library: Library
beforeAll(async () => {
  const { value, diagnostics } = await readBibliography([
    { path: 'contoh.bib', text: await fixture('contoh.bib') },
  ])
  expect(diagnostics).toEqual([])
  library = value
})

/** Readable text: italics between underscores. */
function read(nodes: readonly ElementContent[] = []): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type !== 'element') return ''
      return node.tagName === 'i' ? `_${read(node.children)}_` : read(node.children)
    })
    .join('')
}

/** As HTML, to see the links. */
function html(nodes: readonly ElementContent[] = []): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type !== 'element') return ''
      const { href, className } = node.properties
      const attribute = href ? ` ${href}` : className ? ` .${className}` : ''
      return `<${node.tagName}${attribute}>${html(node.children)}</${node.tagName}>`
    })
    .join('')
}

interface Options {
  language?: Language
  style?: string
}

/** Renders paragraphs; each has one citation or several. */
async function render(markdown: string, { language = 'id', style }: Options = {}) {
  const file = new VFile({ path: 'bab.md', value: markdown })
  const tree: Root = parser.parse(file)
  resolveKeys(file, tree, library)
  const list = await renderCitations([{ tree, file }], {
    library,
    style: style ?? loadStyle('apa', language).value ?? '',
    language,
  })
  const citations: Citation[] = []
  visit(tree, 'citation', (node) => {
    citations.push(node)
  })
  return { citations, list, told: diagnosticsOf(file) }
}

describe('APA in Indonesian', () => {
  it('reads every form as the table says, and lists the works read', async () => {
    const table = (await fixture('bentuk-apa.txt')).split('\n').filter((row) => row && !row.startsWith('#'))
    const forms = table.map((row) => row.split(/\s+=> /)[0] ?? '')
    const { citations, list } = await render(forms.join('\n\n'))
    const rows = citations.map((node, index) => `${forms[index]?.padEnd(54)} => ${read(node.data?.rendered)}`)
    expect(rows).toEqual(table)
    expect(list.map(({ content }) => read(content))).toEqual(
      (await fixture('daftar-apa.txt')).trim().split('\n'),
    )
  })

  it('fits the installed style exactly', () => {
    expect(loadStyle('apa', 'id').diagnostics).toEqual([])
  })
})

it('APA in English is the stock style', async () => {
  const { citations, list } = await render(
    '[@keohane, hlm. 3] @omega [@denzin dalam @merriam] [@tanpatahun]',
    { language: 'en' },
  )
  expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
    '(Keohane & Nye, 2001, p. 3)',
    'Omega et al. (2023)',
    '(Denzin & Lincoln, 2005, as cited in Merriam, 2009)',
    '(Auliarini, n.d.)',
  ])
  expect(list.map(({ content }) => read(content))).toContain(
    'Keohane, R. O., & Nye, J. S. (2001). _Power and Interdependence_ (3rd ed.). Longman.',
  )
})

it('a sentence names two authors with “and”, whatever stands in brackets', async () => {
  const { citations } = await render('@keohane [@keohane]', { language: 'en' })
  expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
    'Keohane and Nye (2001)',
    '(Keohane & Nye, 2001)',
  ])
})

it('a work that is merely quoted has no letter, for it is not in the list', async () => {
  const works = ['Alfa', 'Beta'].map(
    (title) => `@book{q${title}, author = {Kutip, Ana}, title = {${title}}, publisher = {P}, year = {2009}}`,
  )
  const { value } = await readBibliography([{ path: 'q.bib', text: works.join('\n') }])
  library = new Map([...library, ...value])
  const { citations, list } = await render('[@qBeta, dalam @qAlfa]')
  expect(read(citations[0]?.data?.rendered)).toBe('(Kutip, 2009, dalam Kutip, 2009)')
  expect(list.map(({ content }) => read(content))).toEqual(['Kutip, A. (2009). _Alfa_. P.'])
})

it('a work called by name has its year, however its date is written', async () => {
  const works = ['{"raw": "2021-05-03"}', '{"literal": "ca. 1999"}', '{}'].map(
    (issued, at) =>
      `{"id": "d${at}", "type": "book", "title": "T", "author": [{"family": "Tanggal${at}"}], "issued": ${issued}}`,
  )
  const { value } = await readBibliography([{ path: 'd.json', text: `[${works.join(',')}]` }])
  library = new Map([...library, ...value])
  const { citations } = await render('[@d0, dalam @merriam] [@d1, dalam @merriam] [@d2, dalam @merriam]', {
    style: loadStyle('ieee', 'id').value ?? '',
  })
  expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
    'Tanggal0, 2021, dalam [1]',
    'Tanggal1, 1999, dalam [1]',
    'Tanggal2, t.t., dalam [1]',
  ])
})

it('an unknown work keeps the one it is quoted from', async () => {
  const { citations } = await render('[@tiada, hlm. 3, dalam @merriam, hlm. 13]')
  expect(read(citations[0]?.data?.rendered)).toBe('(@tiada, dalam Merriam, 2009, hlm. 13)')
})

it('a law that bears its year in its name is a sentence’s word by itself', async () => {
  const law = '@legislation{uu6, title = {UU No. 6 Tahun 2011}, number = {6}, year = {2011}}'
  const { value } = await readBibliography([{ path: 'uu.bib', text: law }])
  library = new Map([...library, ...value])
  const { citations } = await render('@uu6 [@uu6] @uu6 [pasal 5]')
  expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
    'UU No. 6 Tahun 2011',
    '(UU No. 6 Tahun 2011)',
    'UU No. 6 Tahun 2011 (pasal 5)',
  ])
})

describe('links', () => {
  it('go from the whole citation of one work, and from each of several, to the list and back', async () => {
    const { citations, list } = await render(
      '[@midhol] [@midhol; @iom] @omega [@keohane dalam @bagaskara] [@keohane dalam @merriam; @iom] [@kembar1; @kembar2]',
    )
    expect(citations.map(({ data }) => html(data?.rendered))).toEqual([
      '<a #ref.midhol>(Midhol, 2022)</a>',
      '(<a #ref.iom>International Organization for Migration, 2020</a>; <a #ref.midhol>Midhol, 2022</a>)',
      '<a #ref.omega>Omega dkk. (2023)</a>',
      '<a #ref.bagaskara>(Keohane dan Nye, 2001, dalam Bagaskara, 2018)</a>',
      '(Keohane dan Nye, 2001, dalam <a #ref.merriam>Merriam, 2009</a>; <a #ref.iom>International Organization for Migration, 2020</a>)',
      '(<a #ref.kembar2>Kembar, 2020a</a>, <a #ref.kembar1>2020b</a>)',
    ])
    expect(citations.map(({ data }) => data?.id)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `cite.${n}`))
    expect(Object.fromEntries(list.map(({ id, citedBy }) => [id, citedBy.join(' ')]))).toEqual({
      'ref.bagaskara': 'cite.4',
      'ref.iom': 'cite.2 cite.5',
      'ref.kembar1': 'cite.6',
      'ref.kembar2': 'cite.6',
      'ref.merriam': 'cite.5',
      'ref.midhol': 'cite.1 cite.2',
      'ref.omega': 'cite.3',
    })
  })

  it('a work that is only quoted through another does not enter the list, nor letter its years', async () => {
    const { citations, list } = await render('[@kembar1 dalam @kembar2]')
    expect(list.map(({ key, content }) => [key, read(content)])).toEqual([
      ['kembar2', 'Kembar, I. (2020). _Buku Kedua_. Penerbit Contoh.'],
    ])
    expect(read(citations[0]?.data?.rendered)).toMatch(/, dalam Kembar, 2020\)$/)
  })
})

describe('unknown keys', () => {
  it('are told where they stand, with the nearest ones, and stay as typed', async () => {
    const { citations, list, told } = await render(
      'Lihat [@midhol;\n@midhoI, hlm. 2] dan @denzin [dalam @zzz].',
    )
    expect(
      told.map(({ ruleId, severity, place, expected }) => [ruleId, severity, place?.start, expected]),
    ).toEqual([
      ['citation/unknown-key', 'error', { line: 2, column: 2, offset: 17 }, 'midhol'],
      ['citation/unknown-key', 'error', { line: 2, column: 38, offset: 53 }, undefined],
    ])
    expect(told[0]?.hint?.id).toContain('“midhol”')
    expect(citations.map(({ data }) => html(data?.rendered))).toEqual([
      '(<a #ref.midhol>Midhol, 2022</a>; <span .unresolved>@midhoI</span>)',
      'Denzin dan Lincoln (2005, dalam <span .unresolved>@zzz</span>)',
    ])
    expect(list.map(({ key }) => key)).toEqual(['midhol'])
  })
})

describe('styles', () => {
  const small = (layout: string, bibliography = '') =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>
    <citation collapse="citation-number"><sort><key variable="citation-number"/></sort>${layout}</citation>
    <bibliography second-field-align="flush"><layout>${bibliography}</layout></bibliography></style>`

  const named = (layout: string) =>
    small(layout, '<text variable="title"/>').replace(/ collapse=.*?<\/sort>/s, '>')

  it('with numbers keep their brackets and the order of the text', async () => {
    const style = small(
      '<layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout>',
      '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>',
    )
    const { citations, list } = await render('[@midhol] [@iom; @midhol] @omega', { style })
    expect(citations.map(({ data }) => read(data?.rendered))).toEqual(['[1]', '[1, 2]', 'Omega dkk. [3]'])
    expect(list.map(({ content }) => read(content))).toEqual([
      '[1] Perdagangan Orang di Asia Tenggara',
      '[2] World Migration Report 2020',
      '[3] Diplomasi Multijalur',
    ])
  })

  it('with numbers call a work by name that is merely quoted, for it has none', async () => {
    const style = small(
      '<layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout>',
      '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>',
    )
    const { citations, list } = await render(
      '[@midhol] [@denzin, hlm. 3, dalam @merriam, hlm. 13] @denzin [dalam @merriam]',
      { style },
    )
    expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
      '[1]',
      '[Denzin dan Lincoln, 2005, hlm.\u00A03, dalam 2]',
      'Denzin dan Lincoln [2005, dalam 2]',
    ])
    expect(list.map(({ key }) => key)).toEqual(['midhol', 'merriam'])
  })

  it.each(['', 'bukan CSL', '<style></style>'])('that cannot be used are told: %j', async (style) => {
    const { citations, list, told } = await render('[@midhol]', { style })
    expect(told.map(({ ruleId }) => ruleId)).toEqual(['citation/unusable-style'])
    expect(html(citations[0]?.data?.rendered)).toBe('(<span .unresolved>@midhol</span>)')
    expect(list).toEqual([])
  })

  it('with numbers link each of several', async () => {
    const style = small(
      '<layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout>',
      '<text variable="citation-number"/><text variable="title"/>',
    )
    const { citations } = await render('[@midhol] [@iom; @midhol] [@iom, hlm. 1; @midhol]', { style })
    expect(html(citations[1]?.data?.rendered)).toBe('[<a #ref.midhol>1</a>, <a #ref.iom>2</a>]')
    expect(read(citations[2]?.data?.rendered)).toBe('[1, 2]')
  })

  it('that ask for ibid. in the text say each citation in full, and none of another work', async () => {
    const style = named(
      '<layout prefix="(" suffix=")" delimiter="; "><choose><if position="ibid"><text value="ibid."/></if><else><group delimiter=" "><names variable="author"><name form="short" and="text"/></names><date variable="issued"><date-part name="year"/></date></group></else></choose></layout>',
    )
    const { citations } = await render('@keohane lalu @midhol x [@keohane]. y [-@midhol] @omega', { style })
    expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
      'Keohane dan Nye (2001)',
      'Midhol (2022)',
      '(Keohane dan Nye 2001)',
      '(2022)',
      'Omega dkk. (2023)',
    ])
  })

  it('that show the author alone leave no brackets empty', async () => {
    const style = named(
      '<layout prefix="(" suffix=")"><names variable="author"><name form="short" and="text"/></names></layout>',
    )
    const { citations } = await render('@keohane [@keohane] [-@keohane, hlm. 5]', { style })
    expect(citations.map(({ data }) => read(data?.rendered))).toEqual([
      'Keohane dan Nye',
      '(Keohane dan Nye)',
      '(2001, hlm.\u00A05)',
    ])
  })

  it.each(['<date variable="issued"/>', '<choose/>', '<date variable="issued" form="zz"/>'])(
    'that fail when they are used are told: %s',
    async (part) => {
      const { told, list } = await render('[@midhol] @omega', {
        style: small(`<layout>${part}</layout>`, '<text variable="title"/>'),
      })
      expect(told.map(({ ruleId }) => ruleId)).toEqual(['citation/unusable-style'])
      expect(list).toEqual([])
    },
  )

  it('that show nothing of a work leave its neighbours where they are', async () => {
    const { list } = await render('[@midhol; @uu; @omega]', {
      style: small(
        '<layout delimiter="; "><text variable="title"/></layout>',
        '<names variable="author"><name/></names>',
      ),
    })
    expect(list.map(({ key, content }) => [key, read(content)])).toEqual([
      ['midhol', 'Midhol'],
      ['omega', 'Carolina Omega dkk.'],
    ])
  })

  it('that nobody knows are told', () => {
    const { value, diagnostics } = loadStyle('apaa')
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['citation/unknown-style'])
  })
})

it('leaves the citeproc package as it found it', async () => {
  const csl = createRequire(import.meta.url)('citeproc')
  const functions = () => [csl.expandMacro, csl.getSortKeys, csl.NameOutput.prototype._setEtAlParameter]
  const before = functions()
  await render('[@midhol; @omega]')
  await render('[@midhol]', { style: '<citation>' })
  expect(functions()).toEqual(before)
})

it('works in a plain unified chain', async () => {
  const file = new VFile('[@midhol] dan [@tidakada]')
  const chain = unified()
    .use(remarkParse)
    .use(remarkCiteSyntax)
    .use(remarkCitations, { library, style: loadStyle('apa').value ?? '', language: 'id' as const })
  const rendered: string[] = []
  visit(await chain.run(chain.parse(file), file), 'citation', (node: Citation) => {
    rendered.push(read(node.data?.rendered))
  })
  expect(rendered).toEqual(['(Midhol, 2022)', '(@tidakada)'])
  expect(file.data.bibliography?.map(({ key }) => key)).toEqual(['midhol'])
  expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['citation/unknown-key', true]])
})

it('citeproc’s HTML becomes hast, foreign tags and addresses text', () => {
  expect(citeprocHtml('a &#38; <i>b</i> <script>x</script> <a href="javascript:x">y</a>')).toEqual([
    { type: 'text', value: 'a & ' },
    { type: 'element', tagName: 'i', properties: {}, children: [{ type: 'text', value: 'b' }] },
    { type: 'text', value: ' ' },
    { type: 'text', value: '<script>' },
    { type: 'text', value: 'x' },
    { type: 'text', value: '</script>' },
    { type: 'text', value: ' ' },
    { type: 'element', tagName: 'a', properties: {}, children: [{ type: 'text', value: 'y' }] },
  ])
})
