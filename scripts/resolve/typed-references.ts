/**
 * References typed by hand, "Tabel 2.1", "Bab III", "subbab 1.7.1": linked where exactly one thing has that number, told
 * where none has. What may be a table of somebody else or a chapter of a law is left as it is; see
 * `typed-reference-context.ts`.
 */

import type { Paragraph, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { CrossReference } from '../model.ts'
import { romanValue } from '../numerals.ts'
import { inPattern } from '../words.ts'
import type { LabelIndex, Target } from './labels.ts'
import { kindName, REFERENCE_KINDS, type ReferenceKind, type ReferenceNames } from './reference-kinds.ts'
import { typedUnknown } from './reference-messages.ts'
import { matchesIn, replaceMatches } from './source-places.ts'
import { captionLabel } from './typed-labels.ts'
import { blockText, contextOf, type Piece } from './typed-reference-context.ts'

export interface TypedReferenceOptions {
  /** As many chapters the thesis will have: one that is not written yet is not unknown. */
  readonly expectedChapters: number
}

interface Typed {
  readonly kind: ReferenceKind
  /** "2.1", "III", "L1.2" */
  readonly number: string
  /** Written as names are, with a capital or with a number of several parts: no chance words. */
  readonly plain: boolean
}

/** Links the references of a tree's running text, in place. */
export function linkTypedReferences(
  tree: Root,
  file: VFile,
  { targets }: LabelIndex,
  names: ReferenceNames,
  options: TypedReferenceOptions,
): void {
  const pattern = patternOf(names)
  // A list of references or contents typed by hand is no running text.
  let inPart = false
  visit(tree, (node) => {
    if (node.type === 'heading' && node.depth === 1) inPart = node.data?.unnumbered === true
    if (inPart || SILENT.has(node.type)) return node === tree ? undefined : SKIP
    if (node.type !== 'paragraph') return undefined
    linkParagraph(node)
    return SKIP
  })

  function linkParagraph(paragraph: Paragraph): void {
    const { text, pieces } = blockText(paragraph)
    // Perhaps a caption that was not taken for one.
    if (text.search(pattern) < 0 || captionLabel(text)) return
    for (const piece of pieces) linkPiece(piece, text)
  }

  function linkPiece({ node, parent, offset }: Piece, block: string): void {
    const nodes = replaceMatches(node, matchesIn(node, pattern, file), ({ match, place, escaped }) => {
      const typed = escaped ? undefined : typedOf(match, names)
      if (!typed) return undefined
      const [whole] = match
      const at = offset + match.index
      const context = contextOf(block, at, at + whole.length, typed.kind)
      if (context === 'foreign') return undefined
      const found = targets.filter((target) => isMeant(target, typed))
      const [target] = found
      if (target && found.length === 1) return [link(whole, target, place)]
      if (found.length === 0 && context === 'own' && isMissing(typed)) {
        const existing = targets.filter(({ kind }) => kind === typed.kind).map(({ name }) => name)
        tell(file, typedUnknown, { typed: oneLine(whole), existing }, { place })
      }
      return undefined
    })
    if (!nodes) return
    parent.children.splice(parent.children.indexOf(node), 1, ...nodes)
  }

  function isMissing({ kind, number, plain }: Typed): boolean {
    // Where nothing of that kind has a number, the author numbers by hand.
    if (!plain || !targets.some((target) => target.kind === kind)) return false
    const chapter = kind === 'chapter' ? numberOf(number) : Number(/^\d+(?=\.)/.exec(number)?.[0] ?? 0)
    const written = Math.max(
      0,
      ...targets.map((one) => (one.kind === 'chapter' ? (one.counters[0] ?? 0) : 0)),
    )
    // The later chapters of a proposal are planned.
    return chapter <= written || chapter > Math.max(written, options.expectedChapters)
  }
}

/** What stands here is no running text, or somebody else's. */
const SILENT = new Set(['heading', 'captioned', 'blockquote', 'footnoteDefinition', 'table', 'code', 'html'])

/** "Tabel 2.1", with what must not stand around it: "Tabel 2.1a", "Tabel 2.1.", "Bab III-IV". */
function patternOf(names: ReferenceNames): RegExp {
  const words = Object.entries(REFERENCE_KINDS).flatMap(([kind, { name }]) => [
    name[names.language],
    kindName(kind as ReferenceKind, names),
  ])
  const unique = [...new Set(words.map((word) => word.toLowerCase()))].map(inPattern)
  const any = `(?:${unique.join('|')}|sub-?\\s?bab)`
  const number = '(?:\\d{1,3}(?:\\.\\d{1,3}){0,5}|[IVX]{1,6}(?:\\.\\d{1,3})?|[A-Z]\\d{0,2}(?:\\.\\d{1,3})?)'
  return new RegExp(
    `(?<![\\p{L}\\p{N}/–-])(${any})\\s+(\\(${number}\\)|${number})(?![\\p{L}\\p{N}/–-]|[.,]\\d|\\.\\p{L})`,
    'giu',
  )
}

function typedOf([, word = '', typed = '']: RegExpExecArray, names: ReferenceNames): Typed | undefined {
  const kind = kindOf(word, names)
  const number = typed.replace(/[()]/g, '')
  if (!kind || (typed !== number && kind !== 'equation')) return undefined
  const parts = number.split('.').length
  if (kind === 'chapter' && (parts > 1 || numberOf(number) === 0)) return undefined
  if (kind === 'section' && parts < 2) return undefined
  const capital = /^\p{Lu}/u.test(word)
  // "gambar 2 dimensi", "bab 3 buku itu", "lampiran 2": only a capital makes a name of it.
  if (!capital && parts < 2) return undefined
  // What begins with a letter is a number in an appendix, or a roman one; not "Tabel A".
  if (/^[A-Z]$/i.test(number) && kind !== 'appendix' && kind !== 'chapter') return undefined
  return { kind, number, plain: capital || parts > 1 }
}

function kindOf(word: string, names: ReferenceNames): ReferenceKind | undefined {
  const wanted = word.toLowerCase()
  if (/^sub-?\s?bab$/.test(wanted)) return 'section'
  const kinds = Object.keys(REFERENCE_KINDS) as ReferenceKind[]
  return kinds.find(
    (kind) =>
      kindName(kind, names).toLowerCase() === wanted ||
      REFERENCE_KINDS[kind].name[names.language].toLowerCase() === wanted,
  )
}

/** "Bab 3" is Bab III, "Tabel II.1" is Tabel 2.1. */
function isMeant(target: Target, { kind, number }: Typed): boolean {
  if (target.kind !== kind) return false
  if (target.number.toLowerCase() === number.toLowerCase()) return true
  if (kind === 'chapter') return target.counters[0] === numberOf(number)
  const [chapter = '', ...others] = number.split('.')
  const value = romanValue(chapter)
  return others.length > 0 && value !== undefined && target.number === [value, ...others].join('.')
}

/** "III" and "3" -> 3; 0 for what is no number. */
function numberOf(numeral: string): number {
  return /^\d+$/.test(numeral) ? Number(numeral) : (romanValue(numeral) ?? 0)
}

function link(
  written: string,
  target: Target,
  place: CrossReference['position'] | undefined,
): CrossReference {
  const value = oneLine(written)
  const html = {
    hName: 'a',
    hProperties: { href: `#${target.id}` },
    hChildren: [{ type: 'text' as const, value }],
  }
  return {
    type: 'crossReference',
    label: value,
    value,
    data: { target: target.id, ...html },
    ...(place ? { position: place } : {}),
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
