/** Tells the letters that none of the fonts has, each at the first place it is written. */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import { neededFaces } from '../fonts/index.ts'
import type { Host } from '../host.ts'
import type { Place } from '../model.ts'
import { missingGlyph } from './glyph-messages.ts'
import { lineStarts, pointAt } from './source-places.ts'

/** Each by itself; further ones of a file are told with the last. */
const MOST_TOLD = 5

export async function checkGlyphs(
  host: Host,
  files: readonly { readonly tree: Root; readonly file: VFile }[],
): Promise<void> {
  for (const { tree, file } of files) {
    const { missing } = await neededFaces(host, wordsOf(tree), new Set())
    for (const [at, letter] of missing.slice(0, MOST_TOLD).entries()) {
      const others = at === MOST_TOLD - 1 ? missing.slice(MOST_TOLD) : []
      const codePoint = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      tell(file, missingGlyph, { letter, codePoint, others }, { place: firstPlace(letter, file) })
    }
  }
}

/** What is drawn with the fonts of running text: math and drawings have their own. */
function wordsOf(tree: Root): string {
  const words: string[] = []
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') words.push(node.value)
  })
  return words.join('')
}

function firstPlace(letter: string, file: VFile): Place | undefined {
  const source = String(file.value)
  const offset = source.indexOf(letter)
  if (offset < 0) return undefined
  const lines = lineStarts(source)
  return { start: pointAt(offset, lines), end: pointAt(offset + letter.length, lines) }
}
