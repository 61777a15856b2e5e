/** Renders a resolved thesis into one HTML document: its parts in the order of the profile, its chapters between them. */
import type { Element, ElementContent, Root as Hast } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import type { PhrasingContent } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { diagnose, type Where } from '../diagnostics.ts'
import type { Host } from '../host.ts'
import type { Abbreviation, Abstract, Bibliography, Chapter, Outcome, Page } from '../model.ts'
import { templatePath } from '../templates.ts'
import { abbreviationTable, markAbbreviations } from './abbreviations.ts'
import { appendixContent } from './appendices.ts'
import { assemble, type PartContent } from './assemble.ts'
import { type Body, partOf, renderFiles } from './body.ts'
import { upperCase } from './capitals.ts'
import { keepDashes } from './dashes.ts'
import { htmlDocument } from './document.ts'
import { embeddedFonts } from './fonts.ts'
import { addFrontPages, type FrontInput } from './front/index.ts'
import { readWords } from './front/words.ts'
import { toHast } from './markdown.ts'
import { partsLeftOut } from './messages.ts'
import { setNotes } from './notes.ts'
import type { RenderOptions } from './options.ts'
import { pageTargets } from './page-targets.ts'
import { isKeywords, keywordsElement, referencesElement } from './parts.ts'
import { insertedPages } from './pdf-pages.ts'
import { profileVariables } from './style.ts'
import { keepWholes } from './unbroken.ts'
import { watermark } from './watermark.ts'

interface RenderInput extends FrontInput {
  /** Text parts by id. */
  readonly partFiles: ReadonlyMap<string, Chapter>
  readonly chapters: readonly Chapter[]
  readonly appendices: readonly Chapter[]
  readonly abstracts: readonly Abstract[]
  /** Those that are used, in the order of the list. */
  readonly abbreviations: readonly Abbreviation[]
  readonly bibliography: Bibliography
  /** Did anybody choose the profile? */
  readonly explicitProfile: boolean
  /** Where a font of the computer is asked for. */
  readonly fontPlace: Where
}

/** @returns the document, and what was left out of it */
export async function renderThesis(host: Host, input: RenderInput): Promise<Outcome<Page>> {
  const { profile, language, config } = input
  const bodies = await renderFiles(input.chapters, input, 'bab.')
  const content = await partContents(host, input, bodies)
  const body = bodies.filter((section) => partOf(section, input.parts) === undefined)
  const { sections, lines, leftOut } = assemble({ ...input, body, content })
  const footnotes = setNotes(sections, profile.footnotes.numbering)

  for (const section of sections) {
    markAbbreviations(section.element, input.abbreviations)
    keepWholes(section.element)
    keepDashes(section.element)
  }
  const stringify = unified().use(rehypeStringify).freeze()
  const html = sections.map((section) => stringify.stringify({ type: 'root', children: [section.element] }))
  if (input.draft) html.push(watermark())
  const title = hastText(await inline(input.title.children, input))
  const text = sections.map((section) => hastText(section.element)).join('')
  const sheet = new TextDecoder().decode(await host.read(templatePath('styles', 'thesis.css')))
  const fonts = await embeddedFonts(host, text, elementsOf(sections))
  const author = config.author?.name ?? ''
  const listed = new Map(
    lines.map(({ id, title: name, number }) => [id, { id, title: number ? `${number} ${name}` : name }]),
  )
  // Those typed below the abstract come first, as in print.
  const typed = input.abstracts.find((abstract) => abstract.language === language && abstract.keywords)
  const page: Page = {
    html: htmlDocument({
      language,
      title,
      author,
      styles: [fonts, profileVariables(profile, config.font), sheet],
      sections: html,
    }),
    sections: sections.map(({ element: _, ...section }) => section),
    entries: [...listed.values(), ...pageTargets(sections, new Set(listed.keys()))],
    footnotes,
    inserted: insertedPages(input.images.values(), html),
    ...(config.font === undefined ? {} : { font: { ...input.fontPlace, name: config.font } }),
    title,
    author,
    keywords: typed?.keywords?.words ?? config.keywords?.[language] ?? [],
    language,
  }
  // What is said of abstracts, a rule says where a profile was chosen.
  const untold = leftOut.filter((part) => part.language === undefined || !input.explicitProfile)
  if (untold.length === 0) return { value: page, diagnostics: [] }
  const facts = {
    parts: untold.map((part) => part.heading?.[language] ?? part.id.replaceAll('_', ' ')),
    files: untold.filter((part) => part.kind === 'text').map((part) => `front/${part.id}.md`),
  }
  return { value: page, diagnostics: [diagnose(partsLeftOut, facts)] }
}

/** The content of every part that has some, by id; lists are made later, when all sections stand. */
async function partContents(
  host: Host,
  input: RenderInput,
  bodies: readonly Body[],
): Promise<Map<string, PartContent>> {
  const contents = new Map<string, PartContent>()
  for (const body of bodies) {
    const part = partOf(body, input.parts)
    if (part) add(contents, part.id, { heading: false, content: body.content })
  }
  for (const [id, file] of input.partFiles) {
    const rendered = await renderFiles([file], input, `${id}.`)
    const content = rendered.flatMap((body) => body.content)
    if (rendered[0]) add(contents, id, { heading: rendered[0].id === 'awal', content })
  }
  const { config, language } = input
  const words = await readWords(host)
  const title = config.title === undefined ? undefined : await inline(input.title.children, input, 'places')
  addFrontPages(contents, input, {
    words: words[language],
    title: title && htmlOf(title.children),
    titleCaps: title && htmlOf(upperCase(title.children.filter(isContent), language)),
  })
  for (const { id, language: own } of input.parts) {
    const list = own && config.keywords?.[own]
    const content = contents.get(id)?.content
    // Those typed below the abstract are not printed twice.
    if (!own || !list || !content || content.some(isKeywords)) continue
    content.push(keywordsElement(words[own].keywords, list, input.profile.abstract.keyword_separator))
  }
  if (input.appendices.length > 0) {
    const content = await appendixContent(input.appendices, input)
    add(contents, 'lampiran', { heading: true, content })
  }
  if (input.abbreviations.length > 0 && !contents.has('daftar_singkatan')) {
    const lines = await Promise.all(
      input.abbreviations.map(async ({ short, content }) => ({
        short,
        content: (await inline(content, input)).children.filter(isContent),
      })),
    )
    contents.set('daftar_singkatan', { heading: true, content: [abbreviationTable(lines)] })
  }
  if (input.bibliography.length > 0) {
    const own = contents.get('daftar_pustaka')
    // What was typed by hand stays, under the heading that is set over both.
    const typed = own?.content.slice(own.heading ? 0 : 1) ?? []
    contents.set('daftar_pustaka', {
      heading: true,
      content: [referencesElement(input.bibliography, referenceGroups(input)), ...typed],
    })
  }
  return contents
}

function referenceGroups({ profile, language }: RenderInput) {
  return profile.bibliography.groups?.map(({ heading, types }) => ({ heading: heading[language], types }))
}

/** A part may have several sources, a file and a chapter: nothing of either is lost. */
function add(contents: Map<string, PartContent>, id: string, more: PartContent): void {
  const before = contents.get(id)
  contents.set(id, before ? { ...before, content: [...before.content, ...more.content] } : more)
}

async function inline(
  nodes: readonly PhrasingContent[],
  options: RenderOptions,
  formulas: 'set' | 'places' = 'set',
): Promise<Hast> {
  const paragraph = { type: 'paragraph' as const, children: [...nodes] }
  const hast = await toHast({ type: 'root', children: [paragraph] }, new VFile(), options, formulas)
  const [first] = hast.children
  return { type: 'root', children: first?.type === 'element' ? (first as Element).children : [] }
}

function htmlOf(children: Hast['children']): string {
  return unified().use(rehypeStringify).stringify({ type: 'root', children })
}

function elementsOf(sections: readonly { readonly element: Element }[]): Set<string> {
  const names = new Set<string>()
  for (const section of sections) visit(section.element, 'element', ({ tagName }) => void names.add(tagName))
  return names
}

function isContent(node: Hast['children'][number]): node is ElementContent {
  return node.type !== 'doctype'
}
