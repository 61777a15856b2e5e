/** The unified plugin that colours blocks of code, by the grammars of highlight.js. */
import type { ElementContent } from 'hast'
import type { Code, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../../diagnostics.ts'
import { fenceOf } from './listings.ts'
import { unknownLanguage } from './messages.ts'

/** What is set without colours, as it is. */
const PLAIN =
  /^(?:te?xt|plain|plaintext|output|console|none|log|pseudo|pseudocode|algoritma|algorithm|math|mermaid|csv|tsv)$/i
/** Shorter names are near to everything. */
const SHORTEST_NEAR = 3
const MOST_NEAR = 2
/** Names of languages whose grammars are called otherwise. */
const OTHER_NAMES = ['html', 'text']

/** The grammars are no faster than the square of what they read: what nobody reads stays without colours. */
const MOST_LINES = 3000
const MOST_CHARACTERS = 100_000
const LONGEST_LINE = 1000

export const remarkHighlight: Plugin<[], Root> = () => (tree, file) => highlightCode([{ tree, file }])

/**
 * Puts the colours of each block of code into its `hChildren`, in place, as spans with the classes of highlight.js. A
 * language that is not known is told. The grammars are loaded when there is a use for them.
 */
export async function highlightCode(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
): Promise<void> {
  const blocks: { readonly code: Code; readonly language: string; readonly file: VFile }[] = []
  for (const { tree, file } of files) {
    visit(tree, 'code', (code) => {
      const { lang } = code
      if (lang && /^[^{]/.test(lang) && !PLAIN.test(lang)) blocks.push({ code, language: lang, file })
    })
  }
  if (blocks.length === 0) return
  const { find, names, highlight } = await loadGrammars()
  for (const { code, language, file } of blocks) {
    const name = find(language)
    if (name === undefined) {
      const near = nearest(language, names, MOST_NEAR)
      tell(file, unknownLanguage, { language, near }, { place: fenceOf(code, file), expected: near[0] })
    } else if (isReadable(code.value)) {
      const children = highlight(name, code.value)
      if (children) code.data = { ...code.data, hChildren: children }
    }
  }
}

function isReadable(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false
  const lines = text.split('\n')
  return lines.length <= MOST_LINES && lines.every((line) => line.length <= LONGEST_LINE)
}

interface Grammars {
  /** The name of a language under which `highlight` knows it. */
  find(language: string): string | undefined
  /** To be suggested. */
  readonly names: readonly string[]
  /** @param name found before; undefined where its grammar fails */
  highlight(name: string, text: string): ElementContent[] | undefined
}

async function loadGrammars(): Promise<Grammars> {
  const { all, common, createLowlight } = await import('lowlight')
  // Some grammars hand parts of their text to others, most often to these.
  const lowlight = createLowlight(common)
  let complete = false
  return {
    find(language) {
      const name = language.toLowerCase()
      if (lowlight.registered(name)) return name
      const grammar = Object.hasOwn(all, name) ? all[name] : undefined
      if (grammar) lowlight.register(name, grammar)
      else if (!complete) {
        // Only a grammar that is set up tells its other names.
        lowlight.register(all)
        complete = true
      }
      return lowlight.registered(name) ? name : undefined
    },
    names: [...Object.keys(all).filter((name) => name.length >= SHORTEST_NEAR), ...OTHER_NAMES],
    highlight(name, text) {
      try {
        return lowlight.highlight(name, text).children.filter((node) => node.type !== 'doctype')
      } catch {
        // A fault of the grammar is not worth the thesis.
        return undefined
      }
    },
  }
}
