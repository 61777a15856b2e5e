/** mdast -> hast: every node by its handler, raw HTML parsed and sanitised. */

import type { Root as Hast, Nodes } from 'hast'
import type { Definition, FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { type Plugin, unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { countWords } from '../words.ts'
import { rehypeCodeLines } from './code-lines.ts'
import { embedFormulas } from './formulas.ts'
import { handlers } from './handlers/index.ts'
import { rehypeListBlocks } from './list-blocks.ts'
import { nameListMarkers } from './list-markers.ts'
import { setCalls } from './note-calls.ts'
import type { RenderOptions } from './options.ts'
import { rehypeOtherScripts } from './other-scripts.ts'
import { rehypeTidyHtml } from './raw-html.ts'
import { schema } from './sanitize.ts'
import { rehypeTaskBoxes } from './task-lists.ts'

/**
 * Each call of a note carries its note, see `note-calls.ts`; the notes themselves are not in the tree.
 * @param formulas `places` where the whole is yet to be put into what is sanitised, and `embedFormulas` comes after that
 */
export async function toHast(
  tree: Root,
  file: VFile,
  options: RenderOptions,
  formulas: 'set' | 'places' = 'set',
): Promise<Hast> {
  nameListMarkers(tree, options.profile.lists)
  const calls: FootnoteReference[] = []
  const hast = await convert(tree, file, options, calls, formulas)
  if (calls.length === 0) return hast
  const notes = await notesOf(tree, file, options, new Set(calls.map(({ identifier }) => identifier)))
  setCalls(hast, calls, notes, file.path)
  return hast
}

async function convert(
  tree: Root,
  file: VFile,
  options: RenderOptions,
  calls: FootnoteReference[] | undefined,
  formulas: 'set' | 'places',
): Promise<Hast> {
  // The HTML parser costs its start; most theses have no HTML in them.
  const raw: Plugin<[], Hast> | undefined = prepareHtml(tree)
    ? (await import('rehype-raw')).default
    : undefined
  return unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: handlers(options, calls) })
    .use(raw ? [raw, rehypeTidyHtml] : [])
    .use(rehypeSanitize, schema)
    .use(formulas === 'set' ? [() => (hast: Hast) => embedFormulas(hast, tree)] : [])
    .use(rehypeOtherScripts, options.language)
    .use(rehypeTaskBoxes)
    .use(rehypeListBlocks)
    .use(rehypeCodeLines, { numbered: options.profile.code.line_numbers })
    .run(tree, file)
}

/**
 * The notes that are called, by identifier. Each is a document of its own, so that HTML left open in one does not
 * swallow the next.
 */
async function notesOf(
  tree: Root,
  file: VFile,
  options: RenderOptions,
  called: ReadonlySet<string>,
): Promise<Map<string, Hast>> {
  const links: Definition[] = []
  visit(tree, 'definition', (node) => void links.push(node))
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => {
    if (called.has(node.identifier) && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  })
  const notes = new Map<string, Hast>()
  for (const [identifier, { children }] of definitions) {
    const note: Root = { type: 'root', children: [...links, ...children] }
    notes.set(identifier, await convert(note, file, options, undefined, 'set'))
  }
  return notes
}

/**
 * Of no use to authors: anchors (one like a heading's would lead its links astray) and the marks of notes' calls, page
 * breaks, page numbers and math.
 */
const OWN_ATTRIBUTE =
  /[\s"'/](?:id|name|data-note|data-page-break|data-page-of|data-formula|data-div)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi

/** Drops what HTML typed by hand may not say. @returns whether there is any HTML */
function prepareHtml(tree: Root): boolean {
  let found = false
  visit(tree, 'html', (node) => {
    found = true
    node.value = node.value.replace(/<[^>]*>/g, (tag) => tag.replace(OWN_ATTRIBUTE, ''))
  })
  return found
}

/** Formulas are none; notes are set later and not counted. */
export function wordsIn(tree: Nodes): number {
  let words = 0
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'math') return SKIP
    if (node.type === 'text') words += countWords(node.value)
    return undefined
  })
  return words
}
