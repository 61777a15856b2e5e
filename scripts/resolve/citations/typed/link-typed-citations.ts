/**
 * Citations typed by hand, "(Omega dkk., 2023)", "menurut Midhol (2022: 5)": where exactly one work fits in everything they
 * become citations like `[@key]`, and `lint --fix` writes them so; others stay text and are told.
 */
import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { diagnose, tellDiagnostic } from '../../../diagnostics.ts'
import type { Abbreviation, Language, Library } from '../../../model.ts'
import { inlineText } from '../../heading-text.ts'
import { PREFIXES } from '../../reference-kinds.ts'
import { findCitations, mayHoldCitation, type TypedCitation } from './find-citations.ts'
import { type FlatText, flatten, isWrittenOff, replacePart, type SourceMap, sourceMap } from './flat-text.ts'
import { LETTERED_YEAR } from './letters.ts'
import { typedCitation, unclearTypedCitation, unknownTypedCitation } from './messages.ts'
import { indexWorks, type WorkIndex } from './work-index.ts'
import {
  citationNode,
  citationText,
  type FoundCitation,
  type FoundItem,
  isWritable,
} from './write-citation.ts'

export interface TypedCitationOptions {
  readonly library: Library
  /** Of the thesis: what `lint --fix` writes. */
  readonly language: Language
  /** Other names of bodies, beside those the files define. */
  readonly abbreviations?: readonly Abbreviation[]
}

/** A unified plugin for the tree of one file; `remarkCitations` renders what it finds. */
export function remarkTypedCitations(options: TypedCitationOptions) {
  return (tree: Root, file: VFile): void => void linkTypedCitations([{ tree, file }], options)
}

/**
 * Links the citations of running text, in place.
 * @returns keys of works that others, which stay text, may mean
 */
export function linkTypedCitations(
  files: readonly { readonly tree: Root; readonly file: VFile }[],
  { library, language, abbreviations = [] }: TypedCitationOptions,
): ReadonlySet<string> {
  const meant = new Set<string>()
  if (library.size === 0) return meant
  let made: WorkIndex | undefined
  const index = () => {
    const defined = files.flatMap(({ tree }) => tree.data?.abbreviations ?? [])
    made ??= indexWorks(library, [...abbreviations, ...defined])
    return made
  }
  const texts = files.map(({ tree, file }) => ({
    file,
    blocks: blocksOf(tree)
      .map(({ node, inGrid }) => ({ flat: flatten(node), inGrid }))
      .filter(({ flat }) => mayHoldCitation(flat.text)),
  }))
  readLetters(texts.flatMap(({ blocks }) => blocks.map(({ flat }) => flat.text)))
  for (const { file, blocks } of texts) {
    const map = sourceMap(file)
    for (const { flat, inGrid } of blocks) linkBlock(flat, inGrid)

    function linkBlock(flat: FlatText, inGrid: boolean): void {
      const found = findCitations(flat.text, index)
      const inBrackets = insideBrackets(flat.text, found)
      // From the last to the first: what is replaced moves what follows.
      for (const one of found.reverse()) {
        for (const work of one.doubt?.near ?? []) meant.add(work.key)
        linkOne(flat, one, { map, file, language, inGrid, inBrackets: inBrackets.has(one.start) })
      }
    }
  }
  return meant

  /** What the "a" of "2022a" means shows when all letters of the text are known. */
  function readLetters(all: readonly string[]): void {
    const withLetters = all.filter((text) => LETTERED_YEAR.test(text))
    for (const text of withLetters) findCitations(text, index)
    if (withLetters.length > 0) index().verdicts.clear()
  }
}

interface Block {
  readonly node: Extract<Nodes, { children: unknown }>
  /** Its columns are kept by blanks: what is written there keeps its length. */
  readonly inGrid: boolean
}

const SILENT: ReadonlySet<string> = new Set(['heading', 'caption', 'code', 'html', 'link', 'definition'])

/** A list of references typed by hand is no running text. */
const REFERENCES =
  /^(?:[\divx.]+\s+)?(?:daftar\s+(?:pustaka|referensi|rujukan|bacaan|kepustakaan|isi)|pustaka|referensi|kepustakaan|references|bibliography|works cited)/i

function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = []
  let listDepth: number | undefined
  const walk = (root: Nodes, inGrid: boolean) => {
    visit(root, (node) => {
      if (node.type === 'heading') {
        const isList = REFERENCES.test(inlineText(node.children).trim())
        if (isList) listDepth = node.depth
        else if (listDepth !== undefined && node.depth <= listDepth) listDepth = undefined
      }
      if (listDepth !== undefined || SILENT.has(node.type)) return node === root ? undefined : SKIP
      if (node.type === 'gridTable' && !inGrid) {
        walk(node, true)
        return SKIP
      }
      if (
        node.type !== 'paragraph' &&
        node.type !== 'tableCell' &&
        node.type !== 'sourceLine' &&
        node.type !== 'definitionTerm'
      ) {
        return undefined
      }
      blocks.push({ node, inGrid })
      return SKIP
    })
  }
  walk(tree, false)
  return blocks
}

/** Citations within square brackets: there `[@key]` would become part of a larger citation. */
function insideBrackets(text: string, found: readonly TypedCitation[]): Set<number> {
  const inside = new Set<number>()
  let [depth, at] = [0, 0]
  for (const { start } of found) {
    for (; at < start; at++) {
      if (text[at] === '[') depth++
      else if (text[at] === ']' && depth > 0) depth--
    }
    if (depth > 0) inside.add(start)
  }
  return inside
}

interface Linking {
  readonly map: SourceMap
  readonly file: VFile
  readonly language: Language
  readonly inGrid: boolean
  readonly inBrackets: boolean
}

function linkOne(flat: FlatText, one: TypedCitation, linking: Linking): void {
  const { start, end, citation, doubt } = one
  const { map, file } = linking
  const { text } = flat
  const open = text.indexOf('(', start)
  const bracket = open < 0 ? undefined : map.part(flat, open, end)
  if (bracket && isWrittenOff(map.source, bracket.start)) return
  const part = map.part(flat, start, end)
  const typed = text.slice(start, end).replace(/\s+/g, ' ')
  const where = { file: file.path, place: part?.place ?? flat.pieces[0]?.node.position }
  if (doubt) {
    const near = doubt.near.map(({ key }) => key)
    tellDiagnostic(
      file,
      near.length > 0
        ? diagnose(
            unclearTypedCitation,
            { typed, near, ambiguous: doubt.ambiguous, event: doubt.event ?? false },
            where,
          )
        : diagnose(unknownTypedCitation, { typed, missing: doubt.missing ?? [typed] }, where),
    )
  }
  if (!citation?.items.every(isNoLabel)) return
  if (!replacePart(flat, start, end, citationNode(citation, part?.place))) return
  const around = part ? sourceAround(map.source, part) : { before: '', after: '' }
  if (linking.inBrackets || !isReadable(citation, around)) return
  const markdown = citationText(citation, linking.language, around.after)
  const exact =
    part !== undefined &&
    !linking.inGrid &&
    map.source[part.start] === text[start] &&
    map.source[part.end - 1] === text[end - 1]
  const told = diagnose(typedCitation, { typed, markdown, fixable: exact }, { ...where, expected: markdown })
  tellDiagnostic(
    file,
    exact ? { ...told, fix: [{ start: part.start, end: part.end, text: markdown }] } : told,
  )
}

interface Around {
  /** The line up to the citation. */
  readonly before: string
  readonly after: string
}

function sourceAround(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
): Around {
  const line = source.slice(Math.max(0, start - 200), start)
  return { before: line.slice(line.lastIndexOf('\n') + 1), after: source.slice(end, end + 40) }
}

/** Would `[@key]` be read as a citation where this stands? If not, nobody is told to write it. */
function isReadable({ mode, items }: FoundCitation, { before, after }: Around): boolean {
  if (!items.every(isWhollyWritable)) return false
  if (mode === 'narrative') return !/[\p{L}\p{M}\p{N}_@./+\\]$/u.test(before) && !/^\s*[[({]/.test(after)
  const beginsLine = /^[\s>*+-]*$/.test(before)
  return !/[\]!^\\]$/.test(before) && !/^[[({]/.test(after) && !(beginsLine && after.startsWith(':'))
}

function isWhollyWritable({ key, within }: FoundItem): boolean {
  return isWritable(key) && (within === undefined || isWhollyWritable(within))
}

/** A key like `fig:peta` is read as the label of a figure. */
function isNoLabel({ key, within }: FoundItem): boolean {
  return (
    !PREFIXES.some((prefix) => key.startsWith(`${prefix}:`)) && (within === undefined || isNoLabel(within))
  )
}
