/** Tells the letters that none of the fonts has, each at the first place it is written. */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { diagnose, tellDiagnostic, type Where } from '../diagnostics.ts'
import { neededFaces } from '../fonts/index.ts'
import type { Host } from '../host.ts'
import type { Diagnostic, Place } from '../model.ts'
import { missingGlyph } from './glyph-messages.ts'
import { lineStarts, pointAt } from './source-places.ts'

/** A text that is printed, and where it is written. */
export interface WrittenText {
  readonly text: string
  readonly where: Where
}

/** Each by itself; further ones of a file are told with the last. */
const MOST_TOLD = 5

export async function checkGlyphs(
  host: Host,
  files: readonly { readonly tree: Root; readonly file: VFile }[],
): Promise<void> {
  for (const { tree, file } of files) {
    const texts = textsOf(tree, file.path)
    const exact = (letter: string, text: WrittenText) => placeIn(String(file.value), letter, text)
    for (const fault of await faultsIn(host, texts, exact)) tellDiagnostic(file, fault)
  }
}

/** The same of what is written outside of Markdown. */
export async function checkOtherGlyphs(host: Host, texts: readonly WrittenText[]): Promise<Diagnostic[]> {
  const files = [...new Set(texts.map(({ where }) => where.file))]
  const found = await Promise.all(
    files.map((name) => {
      const own = texts.filter(({ where }) => where.file === name)
      return faultsIn(host, own, (_, { where }) => where.place)
    }),
  )
  return found.flat()
}

async function faultsIn(
  host: Host,
  texts: readonly WrittenText[],
  exact: (letter: string, text: WrittenText) => Place | undefined,
): Promise<Diagnostic[]> {
  const { missing } = await neededFaces(host, texts.map(({ text }) => text).join(''), new Set())
  if (missing.length === 0) return []
  const lacking = new Set(missing)
  const found = new Map<string, WrittenText>()
  for (const written of texts) {
    if (!missing.some((letter) => written.text.includes(letter))) continue
    for (const { segment } of new Intl.Segmenter('id').segment(written.text)) {
      if (!found.has(segment) && [...segment].some((letter) => lacking.has(letter)))
        found.set(segment, written)
    }
  }
  const letters = [...found.keys()]
  return [...found].slice(0, MOST_TOLD).map(([letter, written], at) => {
    const others = at === MOST_TOLD - 1 ? letters.slice(MOST_TOLD) : []
    const where = { ...written.where, place: exact(letter, written) }
    return diagnose(missingGlyph, { letter, codePoint: codePointsOf(letter), others }, where)
  })
}

/** What is drawn with the fonts of running text: math and drawings have their own. */
function textsOf(tree: Root, path: string): WrittenText[] {
  const texts: WrittenText[] = []
  visit(tree, (node) => {
    const where = { file: path, place: node.position }
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
      texts.push({ text: node.value, where })
    if (node.type === 'html')
      texts.push({ text: node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, blanks), where })
  })
  return texts
}

/** As long as what stood there, so that what follows keeps its place. */
function blanks(tag: string): string {
  return ' '.repeat(tag.length)
}

/** Within a part of the source; where it is written otherwise there, as an entity, the start of that part. */
function placeIn(source: string, letter: string, { text, where }: WrittenText): Place | undefined {
  const [from, to] = [where.place?.start.offset, where.place?.end.offset]
  if (from === undefined) return where.place
  const same = from + text.indexOf(letter)
  const offset = source.startsWith(letter, same) ? same : source.indexOf(letter, from)
  if (offset < 0 || offset >= (to ?? 0)) return where.place
  const lines = lineStarts(source)
  return { start: pointAt(offset, lines), end: pointAt(offset + letter.length, lines) }
}

/** `U+1F468 U+200D U+1F469` */
function codePointsOf(letter: string): string {
  return [...letter]
    .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
}
