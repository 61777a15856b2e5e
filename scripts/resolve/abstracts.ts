/** The abstracts of a thesis, each in a file of its own or as a chapter under its heading, and keywords typed below. */
import type { Paragraph, Root, RootContent } from 'mdast'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Abstract, Chapter, Language, Part } from '../model.ts'

const TYPED_KEYWORDS = /^\s*(?:kata[- ]kunci|key ?words?)\s*:\s*/i

/**
 * Finds the abstracts, and marks the paragraphs of keywords typed in them, so that these are not printed twice.
 * @param files parts in files of their own, by id
 */
export function findAbstracts(
  parts: readonly Part[],
  files: ReadonlyMap<string, Chapter>,
  chapters: readonly Chapter[],
): Abstract[] {
  return parts.flatMap((part) => {
    const { language } = part
    if (language === undefined) return []
    const own = files.get(part.id)
    if (own) return [abstractOf(part.id, language, own.path, own.tree.children)]
    const names = [...Object.values(part.heading ?? {}), ...(part.aliases ?? [])].map((name) =>
      name.toLowerCase(),
    )
    return chapters.flatMap(({ path, tree }) =>
      sectionsNamed(tree, names).map((nodes) => abstractOf(part.id, language, path, nodes)),
    )
  })
}

function abstractOf(id: string, language: Language, path: string, nodes: readonly RootContent[]): Abstract {
  const typed = nodes.findLast(
    (node): node is Paragraph => node.type === 'paragraph' && TYPED_KEYWORDS.test(mdastText(node)),
  )
  const blocks = nodes.filter((node) => node !== typed && !NO_TEXT.has(node.type))
  if (!typed) return { id, language, path, blocks, keywords: undefined }
  const words = keywordsIn(mdastText(typed))
  typed.data = { ...typed.data, hProperties: { className: ['keywords'] } }
  return { id, language, path, blocks, keywords: { words, place: typed.position } }
}

const NO_TEXT: ReadonlySet<string> = new Set(['heading', 'definition', 'pageBreak', 'yaml', 'html'])

function keywordsIn(typed: string): string[] {
  return typed
    .replace(TYPED_KEYWORDS, '')
    .replace(/\.\s*$/, '')
    .split(/[,;]/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '')
}

/** What stands below each heading of level 1 with one of some names. */
function sectionsNamed({ children }: Root, names: readonly string[]): RootContent[][] {
  const sections: RootContent[][] = []
  let open: RootContent[] | undefined
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 1) {
      const { section } = node.data ?? {}
      const title = (section?.title ?? mdastText(node)).toLowerCase()
      open = section?.number === '' && names.includes(title) ? [] : undefined
      if (open) sections.push(open)
    } else open?.push(node)
  }
  return sections
}
