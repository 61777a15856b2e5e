/** Text and bibliography compared: keys without a work, and works that nobody cites. */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { diagnose } from '../../../diagnostics.ts'
import type { Diagnostic, Library, LibraryEntry } from '../../../model.ts'
import { resolveKeys, worksOf } from '../resolve-keys.ts'
import { uncitedWork } from './messages.ts'

/** More than these in a file are told in one message: it is a whole collection. */
const MOST_TOLD = 10
const MOST_NAMED = 5

/** Tells the keys no work has in their files. @returns what is said of works that nobody cites */
export function checkCited(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
  library: Library,
  meant: ReadonlySet<string>,
): Diagnostic[] {
  // One slip of the pen is one message: what a mistyped key may mean is not told as uncited.
  const mistyped = files.flatMap(({ tree, file }) => [...resolveKeys(file, tree, library)])
  return uncitedWorks(
    files.map(({ tree }) => tree),
    library,
    new Set([...meant, ...mistyped]),
  )
}

/**
 * Works nobody cites, each at its entry. Silent while nothing is cited at all.
 * @param meant keys of works that are perhaps cited in words that stay text
 */
function uncitedWorks(trees: readonly Root[], library: Library, meant: ReadonlySet<string>): Diagnostic[] {
  const cited = new Set<string>()
  for (const tree of trees) {
    visit(tree, 'citation', ({ items }) => {
      for (const { key } of items.flatMap(worksOf)) cited.add(key)
    })
  }
  if (![...cited].some((key) => library.has(key))) return []
  const byFile = new Map<string, { works: number; left: LibraryEntry[] }>()
  for (const entry of library.values()) {
    const group = byFile.get(entry.file) ?? { works: 0, left: [] }
    byFile.set(entry.file, group)
    group.works++
    if (!cited.has(entry.key) && !meant.has(entry.key)) group.left.push(entry)
  }
  return [...byFile].flatMap(([file, { works, left }]) => {
    const [first] = left
    if (!first || left.length <= MOST_TOLD) {
      return left.map(({ key, place }) =>
        diagnose(uncitedWork, { keys: [key], count: 1, works }, { file, place }),
      )
    }
    const keys = left.slice(0, MOST_NAMED).map(({ key }) => key)
    return [diagnose(uncitedWork, { keys, count: left.length, works }, { file, place: first.place })]
  })
}
