/** Markdown text -> mdast, in the dialect theses are written in. */
import type { FootnoteDefinition, PhrasingContent, Root } from 'mdast'
import type { ConstructRecord, Extension } from 'micromark-util-types'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import type { Chapter, SourceFile } from '../../model.ts'
import { remarkCiteSyntax } from './citation-syntax.ts'
import { remarkDefinitionLists } from './definition-syntax.ts'
import { remarkDivFences } from './div-syntax.ts'
import { remarkGridTables } from './grid-table.ts'
import { remarkHtmlBlocks } from './html-blocks.ts'
import { remarkLetteredLists } from './lettered-list-syntax.ts'
import { type MathSyntaxOptions, remarkMathSyntax } from './math-syntax.ts'
import { remarkInlineNotes } from './note-syntax.ts'
import { remarkPageBreaks } from './page-break.ts'
import { remarkScripts } from './script-syntax.ts'
import { remarkSpans } from './span-syntax.ts'

/**
 * CommonMark, GFM (`~~strike~~` takes two tildes, for one is that of `H~2~O`), front matter, citations, notes in the
 * text, raised and lowered text, math, divs, and page breaks.
 */
function markdownParser(math: MathSyntaxOptions = {}) {
  return unified()
    .use(remarkParse)
    .use(remarkInlineNotes)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkNoEmailConstruct)
    .use(remarkFrontmatter)
    .use(remarkCiteSyntax)
    .use(remarkScripts)
    .use(remarkSpans)
    .use(remarkMathSyntax, math)
    .use(remarkLetteredLists)
    .use(remarkDefinitionLists)
    .use(remarkDivFences)
    .use(remarkPageBreaks)
    .use(remarkGridTables)
    .use(remarkHtmlBlocks)
}

/**
 * GFM tries for an e-mail address at every word, which is a quarter of all parsing. Addresses are found all the same: the
 * same extension searches the finished tree for them.
 */
const remarkNoEmailConstruct: Plugin<[], Root> = function () {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    text: withoutEmail(extension.text),
  }))
}

function withoutEmail(text: Extension['text']): ConstructRecord {
  const kept = Object.entries(text ?? {}).map(([code, constructs]) => {
    const list = [constructs ?? []].flat()
    return [code, list.filter((construct) => construct.name !== 'emailAutolink')] as const
  })
  return Object.fromEntries(kept.filter(([, list]) => list.length > 0))
}

/** Parses the files of a thesis, one tree each. */
export function parseFiles(sources: readonly SourceFile[]): Chapter[] {
  const parser = markdownParser()
  return sources.map(({ path, text }) => {
    const file = new VFile({ path, value: text })
    return { path, file, tree: parser.parse(file) }
  })
}

/** Parses a title: emphasis, math, raised and lowered text, and no citations, for there an `@name` is a name. */
export function parseTitle(markdown: string): PhrasingContent[] {
  return inlineOf(
    unified()
      .use(remarkParse)
      .use(remarkScripts)
      .use(remarkSpans)
      .use(remarkMathSyntax, { oneLine: true })
      .parse(oneLine(markdown)),
    markdown,
  )
}

/** Parses a line of Markdown that stands by itself, a caption. The notes written in it follow its content. */
export function parseInline(markdown: string): (PhrasingContent | FootnoteDefinition)[] {
  const tree = markdownParser({ oneLine: true }).parse(oneLine(markdown))
  return [...inlineOf(tree, markdown), ...tree.children.filter((node) => node.type === 'footnoteDefinition')]
}

function oneLine(markdown: string): string {
  return markdown.replace(/\s+/g, ' ').trim()
}

function inlineOf(tree: Root, written: string): PhrasingContent[] {
  const [paragraph] = tree.children
  return paragraph?.type === 'paragraph' ? paragraph.children : [{ type: 'text', value: written }]
}
