/** The title of the thesis, which is Markdown. */
import { basename } from 'node:path'
import type { Nodes, Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import type { Place } from '../model.ts'
import { parseTitle } from './markdown/index.ts'
import type { Sources } from './thesis.ts'

/** What is said of anything in it, is said where `naskah.yaml` has the title: how it is quoted there is not known here. */
export function readTitle({ config, folder, configPlace }: Sources): { tree: Paragraph; file: VFile } {
  const written = config.title ?? basename(folder)
  const tree: Paragraph = { type: 'paragraph', children: parseTitle(written) }
  const { file: path, place } = configPlace(['title'])
  setPlaces(tree, place)
  return { tree, file: new VFile({ value: written, ...(path === undefined ? {} : { path }) }) }
}

/** All of a tree is said to stand at one place of `naskah.yaml`: without offsets, for they are of another text. */
export function setPlaces(tree: Nodes, place: Place | undefined): void {
  visit(tree, (node) => {
    if (!place) delete node.position
    else node.position = { start: withoutOffset(place.start), end: withoutOffset(place.end) }
  })
}

function withoutOffset({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column }
}
