/** mdast -> hast: every node by its handler, raw HTML parsed and sanitised. */
import type { Root as Hast, Nodes } from 'hast'
import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { type Plugin, unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { handlers } from './handlers/index.ts'
import type { RenderOptions } from './options.ts'
import { schema } from './sanitize.ts'

/**
 * @param prefix keeps the anchors of footnotes apart in a document of many files
 */
export async function toHast(tree: Root, file: VFile, options: RenderOptions, prefix: string): Promise<Hast> {
  // The HTML parser costs its start; most theses have no HTML in them.
  const raw: Plugin<[], Hast> | undefined = prepareHtml(tree)
    ? (await import('rehype-raw')).default
    : undefined
  const processor = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      handlers: handlers(options),
      clobberPrefix: `${prefix}-`,
      footnoteLabel: options.language === 'id' ? 'Catatan' : 'Notes',
      footnoteLabelTagName: 'p',
      footnoteLabelProperties: { className: ['footnotes-label'] },
      footnoteBackLabel: options.language === 'id' ? 'Kembali ke teks' : 'Back to the text',
    })
    .use(raw ? [raw] : [])
    .use(rehypeSanitize, schema)
  const hast = await processor.run(tree, file)
  ownNotesLabel(hast, prefix)
  return hast
}

/** The heading of the notes has one id in every file; here it gets one of its own, and so do references to it. */
function ownNotesLabel(tree: Hast, prefix: string): void {
  visit(tree, 'element', ({ properties }) => {
    if (properties.id === 'footnote-label') properties.id = `${prefix}-notes`
    if (String(properties.ariaDescribedBy) === 'footnote-label')
      properties.ariaDescribedBy = [`${prefix}-notes`]
  })
}

const OWN_ID = /\s(?:id|name)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi

/** Anchors typed in HTML are dropped: one like a heading's would lead its links, and the contents, astray. */
function prepareHtml(tree: Root): boolean {
  let found = false
  visit(tree, 'html', (node) => {
    found = true
    node.value = node.value.replace(/<[^>]*>/g, (tag) => tag.replace(OWN_ID, ''))
  })
  return found
}

/** Words as a person counts them: runs of letters and digits between blanks. */
export function countWords(tree: Nodes): number {
  let words = 0
  visit(tree, 'text', (node) => {
    words += node.value.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  })
  return words
}
