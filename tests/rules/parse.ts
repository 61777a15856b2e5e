/** Chapters in memory for the tests of the check stage. */
import GithubSlugger from 'github-slugger'
import type { Heading } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Chapter } from '../../scripts/model.ts'
import { remarkNumberSections } from '../../scripts/resolve/number-sections.ts'

/** Parses and numbers files in reading order; chapters are counted on from file to file. */
export function parseChapters(files: Readonly<Record<string, string>>): Chapter[] {
  const slugger = new GithubSlugger()
  let start = 1
  return Object.entries(files).map(([path, text]) => {
    const file = new VFile({ path, value: text })
    const options = { start, slugger, unnumbered: ['Daftar Pustaka', 'Kata Pengantar'] }
    const processor = unified().use(remarkParse).use(remarkGfm).use(remarkNumberSections, options)
    const tree = processor.runSync(processor.parse(file), file)
    const number = start
    start += tree.children.filter(
      (node): node is Heading => node.type === 'heading' && node.depth === 1 && !node.data?.unnumbered,
    ).length
    return { file, path, tree, number }
  })
}
