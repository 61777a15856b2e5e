/** Highlights code: what each piece of it is, as classes for the style sheet. A language nobody knows is told. */
import type { ElementContent } from 'hast'
import type { Code, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../../diagnostics.ts'
import { readFence } from './fences.ts'
import { unknownLanguage } from './messages.ts'

export { joinListings } from './captions.ts'

/** What is not to be highlighted, and diagrams. */
const PLAIN = /^(?:text|txt|plain|plaintext|none|output|keluaran|console|mermaid|csv|tsv)$/

/** In place. The highlighter is loaded only where there is code to highlight. */
export async function highlightCode(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
): Promise<void> {
  const found: { readonly code: Code; readonly language: string; readonly file: VFile }[] = []
  for (const { tree, file } of files) {
    visit(tree, 'code', (code) => {
      const { language } = readFence(code)
      if (language !== undefined && !PLAIN.test(language)) found.push({ code, language, file })
    })
  }
  if (found.length === 0) return
  const { common, createLowlight } = await import('lowlight')
  const highlighter = createLowlight(common)
  for (const { code, language, file } of found) {
    if (!highlighter.registered(language)) {
      const near = nearest(language, highlighter.listLanguages())
      tell(file, unknownLanguage, { language, near }, { place: code.position })
    } else if (code.value.length <= LONGEST) {
      const { children } = highlighter.highlight(language, code.value)
      code.data = { ...code.data, highlighted: children.filter(isContent) }
    }
  }
}

/** Longer code, in characters, is data that was pasted in: it would take seconds. */
const LONGEST = 100_000

function isContent(node: { type: string }): node is ElementContent {
  return node.type === 'element' || node.type === 'text'
}
