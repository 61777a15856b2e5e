/** Are all cited works in the library? */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../../diagnostics.ts'
import type { CiteItem, Library, LibraryEntry } from '../../model.ts'
import { unknownCitationKey } from './messages.ts'

/**
 * Tells each key of the tree that no work of the library has, where it stands.
 * @returns the keys that may have been meant
 */
export function resolveKeys(file: VFile, tree: Root, library: Library): ReadonlySet<string> {
  const near = new Map<string, string[]>()
  visit(tree, 'citation', (node) => {
    for (const { key, place = node.position } of node.items.flatMap(worksOf)) {
      if (library.has(key)) continue
      const candidates = near.get(key) ?? nearest(key, library.keys())
      near.set(key, candidates)
      tell(file, unknownCitationKey, { key, near: candidates }, { place, expected: candidates[0] })
    }
  })
  return new Set([...near.values()].flat())
}

/** The works an item names: the one quoted, then those it is quoted from. */
export function worksOf(item: CiteItem): CiteItem[] {
  return [item, ...(item.within ? worksOf(item.within) : [])]
}

/** The work that was read: the one that enters the list of references. */
export function workRead(item: CiteItem): CiteItem {
  return item.within ? workRead(item.within) : item
}

/** The works that enter the list of references, in the order they are cited. */
export function worksRead(trees: readonly Root[], library: Library): LibraryEntry[] {
  const read = new Map<string, LibraryEntry>()
  for (const tree of trees) {
    visit(tree, 'citation', ({ items }) => {
      for (const { key } of items.map(workRead)) {
        const entry = library.get(key)
        if (entry) read.set(key, entry)
      }
    })
  }
  return [...read.values()]
}
