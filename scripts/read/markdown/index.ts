/** Markdown text -> mdast, in the dialect theses are written in. */
import type { PhrasingContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Chapter, SourceFile } from '../../model.ts'
import { remarkCiteSyntax } from './citation-syntax.ts'

/** CommonMark, GFM (`~~strike~~` takes two tildes, so that `H~2~O` is left alone), front matter and citations. */
export function markdownParser() {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter)
    .use(remarkCiteSyntax)
}

/** Parses the files of a thesis, one tree each. */
export function parseFiles(sources: readonly SourceFile[]): Chapter[] {
  const parser = markdownParser()
  return sources.map(({ path, text }) => {
    const file = new VFile({ path, value: text })
    return { path, file, tree: parser.parse(file) }
  })
}

/** Parses a line of Markdown that stands by itself: a title, a caption. */
export function parseInline(markdown: string): PhrasingContent[] {
  const [paragraph] = markdownParser().parse(markdown.replace(/\s+/g, ' ').trim()).children
  return paragraph?.type === 'paragraph' ? paragraph.children : [{ type: 'text', value: markdown }]
}
