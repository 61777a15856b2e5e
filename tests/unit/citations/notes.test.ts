import { readFile } from 'node:fs/promises'
import type { ElementContent } from 'hast'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Library } from '../../../scripts/model.ts'
import { readBibliography } from '../../../scripts/read/bibliography/index.ts'
import { remarkCiteSyntax } from '../../../scripts/read/markdown/citation-syntax.ts'
import { loadStyle, renderCitations } from '../../../scripts/resolve/citations/index.ts'

const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCiteSyntax)

let library: Library
let style: string
beforeAll(async () => {
  library = (await readBibliography([{ path: 'contoh.bib', text: await fixture('contoh.bib') }])).value
  style = await fixture('catatan.csl')
})

function words(nodes: readonly ElementContent[] = []): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? words(node.children) : ''))
    .join('')
}

/** Text as it is read, calls as `[n]`, and the notes in the order of their calls. */
function read(trees: readonly Root[]) {
  const texts: string[] = []
  const notes: string[] = []
  for (const tree of trees) {
    const definitions = new Map<string, string>()
    visit(tree, 'footnoteDefinition', (node) => {
      definitions.set(
        node.identifier,
        plain(node, () => ''),
      )
    })
    for (const block of tree.children) {
      if (block.type === 'footnoteDefinition') continue
      texts.push(
        plain(block, (identifier) => {
          notes.push(definitions.get(identifier) ?? '?')
          return `[${notes.length}]`
        }),
      )
    }
  }
  return { texts, notes }
}

function plain(node: Root | Root['children'][number], call: (identifier: string) => string): string {
  let text = ''
  visit(node, (child) => {
    if (child.type === 'text') text += child.value
    if (child.type === 'citation') text += words(child.data?.rendered)
    if (child.type === 'footnoteReference') text += call(child.identifier)
  })
  return text
}

async function render(markdown: string | readonly string[], notesAnew = false) {
  const trees = [markdown].flat().map((value) => {
    const file = new VFile({ path: 'bab.md', value })
    const tree: Root = parser.parse(file)
    return { file, tree }
  })
  const list = await renderCitations(trees, { library, style, language: 'id', notesAnew })
  return { ...read(trees.map(({ tree }) => tree)), list, trees: trees.map(({ tree }) => tree) }
}

describe('citations that are notes', () => {
  it('leave their call in the text, behind the sign', async () => {
    const { texts, notes } = await render(
      'Kerja sama [@keohane, hlm. 3]. Lalu “kutipan [@midhol].” Di tengah [@merriam], lalu [@keohane; @midhol, hlm. 5] terus',
    )
    expect(texts).toEqual(['Kerja sama.[1] Lalu “kutipan.”[2] Di tengah,[3] lalu[4] terus'])
    expect(notes).toEqual([
      'Keohane dan Nye, Power and Interdependence, hlm. 3.',
      'Midhol, Perdagangan Orang di Asia Tenggara.',
      'Merriam, Qualitative Research.',
      'Keohane dan Nye, op. cit.; Midhol, op. cit., hlm. 5.',
    ])
  })

  it('side by side have the sign before the first of them', async () => {
    const { texts } = await render(
      'Kata [@keohane] [@midhol]. “Kutip [@merriam]”. Lagi [@omega][^a], ya.\n\n[^a]: Ini.',
    )
    expect(texts).toEqual(['Kata.[1][2] “Kutip”.[3] Lagi,[4][5] ya.'])
  })

  it('keep the names a sentence needs', async () => {
    const { texts, notes } = await render('Menurut @keohane [hlm. 5], negara. @omega: begitu.')
    expect(texts).toEqual(['Menurut Keohane dan Nye,[1] negara. Omega dkk.:[2] begitu.'])
    expect(notes).toEqual([
      'Keohane dan Nye, Power and Interdependence, hlm. 5.',
      'Omega dkk., Diplomasi Multijalur.',
    ])
  })

  it('begin with a capital', async () => {
    const { notes } = await render('A [lihat @keohane; bandingkan @midhol].')
    expect(notes).toEqual([
      'Lihat Keohane dan Nye, Power and Interdependence; bandingkan Midhol, Perdagangan Orang di Asia Tenggara.',
    ])
  })

  it('say ibid. behind the note that was read before, wherever it was written', async () => {
    const { texts, notes } = await render(
      'Satu [@keohane, hlm. 3]. Dua[^a]. Tiga [@merriam].\n\n[^a]: Lihat [@keohane, hlm. 9], bab dua.',
    )
    expect(texts[0]).toBe('Satu.[1] Dua[2]. Tiga.[3]')
    expect(notes).toEqual([
      'Keohane dan Nye, Power and Interdependence, hlm. 3.',
      'Lihat ibid., hlm. 9, bab dua.',
      'Merriam, Qualitative Research.',
    ])
  })

  it('begin anew in each file where the numbers of notes do', async () => {
    const files = ['A [@keohane].', 'B [@keohane].', 'C [@keohane]. D [@keohane].']
    const title = 'Keohane dan Nye, Power and Interdependence.'
    expect((await render(files)).notes).toEqual([title, 'ibid.', 'ibid.', 'ibid.'])
    expect((await render(files, true)).notes).toEqual([title, title, title, 'ibid.'])
  })

  it('tell the years of a report apart', async () => {
    const report = (year: number) =>
      `@report{tip${year}, author = {{Departemen}}, title = {Laporan Tahunan}, institution = {D}, year = {${year}}}`
    const { value } = await readBibliography([{ path: 'tip.bib', text: [2014, 2023].map(report).join('\n') }])
    library = new Map([...library, ...value])
    style = loadStyle('footnote', 'id').value ?? ''
    const { notes } = await render(
      'A [@tip2014]. B [@tip2023]. C [@tip2014, hlm. 3]. D [@midhol]. E [@tip2023].',
    )
    expect([notes[2], notes[4]]).toEqual([
      'Departemen, Laporan Tahunan 2014, op. cit., hlm. 3.',
      'Departemen, Laporan Tahunan 2023, op. cit.',
    ])
    style = await fixture('catatan.csl')
  })

  it('name the work that was read behind the one that is quoted', async () => {
    const { notes, list } = await render('A [@denzin, hlm. 3, dalam @merriam, hlm. 13].')
    expect(notes).toEqual([
      'Denzin dan Lincoln, The SAGE Handbook of Qualitative Research, hlm. 3, dalam Merriam, Qualitative Research, hlm. 13.',
    ])
    expect(list.map(({ key }) => key)).toEqual(['merriam'])
  })

  it('show an unknown key as it was typed', async () => {
    const { notes, texts } = await render('A [@tiada, hlm. 3]. Kata @tiada.')
    expect(texts).toEqual(['A.[1] Kata.[2]'])
    expect(notes).toEqual(['@tiada.', '@tiada.'])
  })

  it('are where the list leads back to', async () => {
    const { list, trees } = await render('A [@keohane]. B [@midhol].')
    const ids: (string | undefined)[] = []
    visit(trees[0] as Root, 'citation', (node) => {
      ids.push(node.data?.id)
    })
    expect(list.flatMap(({ citedBy }) => citedBy).sort()).toEqual(ids)
  })
})
