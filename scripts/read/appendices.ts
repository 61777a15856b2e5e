/** The appendices of a thesis: Markdown files, and PDFs of which each is one by itself. */
import { basename, extname } from 'node:path'
import type { Heading, Image, PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { VFile } from 'vfile'
import type { Where } from '../diagnostics.ts'
import type { Chapter, SourceFile } from '../model.ts'
import type { Config } from '../schema/config.ts'
import { parseFiles, parseTitle } from './markdown/index.ts'
import type { FileReader } from './thesis.ts'
import { setPlaces } from './title.ts'
import type { DataPath } from './yaml.ts'

/** A file, or a PDF, and the title `naskah.yaml` gives it. */
interface AppendixSource {
  readonly path: string
  /** Absent of a PDF: its pages are read with the images. */
  readonly markdown?: SourceFile
  readonly title?: string | undefined
  /** Where it is asked for. */
  readonly where: Where
}

const PDF = /\.pdf(?:#page=.*)?$/i

/** What cannot be read goes to the reader. */
export async function readAppendices(
  reader: FileReader,
  wanted: NonNullable<Config['appendices']>,
  place: (path: DataPath) => Where,
): Promise<AppendixSource[]> {
  const sources = await Promise.all(
    wanted.map(async ({ file: path, title }, index): Promise<AppendixSource | undefined> => {
      const where = place(['appendices', index])
      if (PDF.test(path)) return { path: path.replaceAll('\\', '/'), title, where }
      const [markdown] = await reader.all([path], () => ['appendices', index])
      return markdown && { path: markdown.path, markdown, title, where }
    }),
  )
  return sources.filter((source) => source !== undefined)
}

/**
 * One tree each. A title of `naskah.yaml` stands in place of the one in the file, which is a heading of level 1: one
 * further down begins a part of the appendix.
 */
export function parseAppendices(sources: readonly AppendixSource[]): Chapter[] {
  return sources.map((source) => {
    if (!source.markdown) return pdfChapter(source)
    const [chapter] = parseFiles([source.markdown])
    if (!chapter) throw new Error(`No tree was made of ${source.path}`)
    const { tree } = chapter
    if (source.title === undefined) return chapter
    const at = tree.children.findIndex(({ type }) => type !== 'yaml')
    const first = tree.children[at]
    const replaced = first?.type === 'heading' && first.depth === 1 ? first : undefined
    const heading = titleOf(source)
    if (replaced) keepLabel(replaced, heading)
    // Not in this file: a place would point to what stands at that line of it.
    setPlaces(heading, undefined)
    tree.children.splice(Math.max(at, 0), replaced ? 1 : 0, heading)
    return chapter
  })
}

/** The text refers to the appendix by the label of its heading, whatever it is titled. */
function keepLabel(from: Heading, to: Heading): void {
  const label = labelOf(from)
  if (label !== undefined && labelOf(to) === undefined) {
    to.children.push({ type: 'text', value: ` {#${label}}` })
  }
}

/** `lamp:kuesioner`, of `{#lamp:kuesioner .kelas}` at the end of a heading. */
function labelOf({ children }: Heading): string | undefined {
  const last = children.at(-1)
  const attributes = last?.type === 'text' ? /\{([^{}]*)\}\s*$/.exec(last.value)?.[1] : undefined
  return /(?:^|\s)#(\p{L}[^\s#=]*)(?:\s|$)/u.exec(attributes ?? '')?.[1]
}

/** Its messages are those of the line that asks for it. */
function pdfChapter(source: AppendixSource): Chapter {
  const { path: url, where } = source
  const file = new VFile({ path: where.file ?? url, value: '' })
  const heading = titleOf(source)
  const image: Image = { type: 'image', url, alt: plainText(heading) }
  const tree: Root = { type: 'root', children: [heading, { type: 'paragraph', children: [image] }] }
  setPlaces(tree, where.place)
  return { path: file.path, file, tree }
}

function titleOf({ path, title }: AppendixSource): Heading {
  const children: PhrasingContent[] =
    title === undefined ? [{ type: 'text', value: nameOf(path) }] : parseTitle(title)
  return { type: 'heading', depth: 1, children }
}

/** `lampiran/02-surat_izin.pdf` -> "Surat izin" */
function nameOf(path: string): string {
  const file = path.replace(/#page=.*$/i, '')
  const words = basename(file, extname(file))
    .replace(/^\d+[-_. ]+/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
