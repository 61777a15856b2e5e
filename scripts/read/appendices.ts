/** The appendices of a thesis: Markdown files, and PDFs of which each is one by itself. */
import { basename, extname } from 'node:path'
import type { Image, PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import type { Where } from '../diagnostics.ts'
import type { Chapter, SourceFile } from '../model.ts'
import type { Config } from '../schema/config.ts'
import { parseFiles, parseTitle } from './markdown/index.ts'
import type { FileReader } from './thesis.ts'
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

/** One tree each. A title of `naskah.yaml` stands in place of the one in the file. */
export function parseAppendices(sources: readonly AppendixSource[]): Chapter[] {
  return sources.map((source) => {
    const [chapter] = source.markdown ? parseFiles([source.markdown]) : [pdfChapter(source)]
    if (!chapter) throw new Error(`No tree was made of ${source.path}`)
    const { tree } = chapter
    if (source.title === undefined) return chapter
    const at = tree.children.findIndex(({ type }) => type !== 'yaml')
    const first = tree.children[at]
    tree.children.splice(Math.max(at, 0), first?.type === 'heading' ? 1 : 0, titleOf(source))
    return chapter
  })
}

/** Its messages are those of the line that asks for it. */
function pdfChapter(source: AppendixSource): Chapter {
  const { path: url, where } = source
  const file = new VFile({ path: where.file ?? url, value: '' })
  const heading = titleOf(source)
  const image: Image = { type: 'image', url, alt: plainText(heading) }
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [image] }] }
  if (source.title === undefined) tree.children.unshift(heading)
  setPlaces(tree, where)
  return { path: file.path, file, tree }
}

function titleOf({ path, title, where }: AppendixSource) {
  const children: PhrasingContent[] =
    title === undefined ? [{ type: 'text', value: nameOf(path) }] : parseTitle(title)
  const heading = { type: 'heading' as const, depth: 1 as const, children }
  setPlaces(heading, where)
  return heading
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

function setPlaces(tree: Parameters<typeof visit>[0], { place }: Where): void {
  visit(tree, (node) => {
    if (place) node.position = { start: { ...place.start }, end: { ...place.end } }
    else delete node.position
  })
}
