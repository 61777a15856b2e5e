/**
 * Pandoc's tables without bars ("simple" and "multiline" tables) are not read: their columns are nothing but blanks, and
 * what looks like one may be anything. Their line of dashes is told, for Markdown takes it for a rule.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import { simpleTable } from './caption-messages.ts'

/** `-------  ------ ----`; a rule in Markdown is one run of dashes, or single ones. */
const DASHES = /^[\s>]*-{2,}(?:\s+-{2,})+\s*$/

export function tellSimpleTables(tree: Root, file: VFile): void {
  let rows: string[] | undefined
  visit(tree, 'thematicBreak', ({ position }) => {
    rows ??= String(file.value).split(/\r\n|\r|\n/)
    const line = rows[(position?.start.line ?? 0) - 1]
    if (line !== undefined && DASHES.test(line)) tell(file, simpleTable, {}, { place: position })
  })
}
