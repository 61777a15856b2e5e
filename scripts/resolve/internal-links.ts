/** `[lihat](#sec:temuan)`, `[lihat](#latar-belakang)`: links inside the thesis lead to what they name, in any file. */
import type { Definition, Link, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../diagnostics.ts'
import type { LabelIndex } from './labels.ts'
import { brokenLink } from './reference-messages.ts'

/** Gives each such link the anchor of its label; one that leads nowhere is an error. */
export function resolveLinks(tree: Root, file: VFile, labels: LabelIndex): void {
  visit(tree, (node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || !node.url.startsWith('#')) return
    resolveLink(node, file, labels)
  })
}

function resolveLink(node: Link | Definition, file: VFile, { labelled, ids }: LabelIndex): void {
  const target = decoded(node.url.slice(1))
  // Pandoc and GitHub make anchors of small letters and dashes.
  const id = labelled.get(target)?.id ?? [target, target.toLowerCase()].find((name) => ids.has(name))
  if (id !== undefined) {
    node.url = `#${id}`
    return
  }
  const near = target === '' ? [] : nearest(target, [...labelled.keys(), ...ids])
  const expected = near[0] === undefined ? undefined : `#${near[0]}`
  tell(file, brokenLink, { target, near }, { place: node.position, expected })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
