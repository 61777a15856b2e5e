/**
 * What stands around a reference typed by hand: does it name a thing of this thesis, or one of a book, a report, a law?
 * When in doubt it is somebody else's.
 */

import type { Nodes, Paragraph, PhrasingContent, Text } from 'mdast'
import { isQuoted } from './quotation-marks.ts'
import type { ReferenceKind } from './reference-kinds.ts'

/** A text in which references are looked for, and where it begins in the text of its paragraph. */
export interface Piece {
  readonly node: Text
  readonly parent: { children: PhrasingContent[] }
  readonly offset: number
}

/** Citations have no words yet: one sign stands for each. */
const NARRATIVE = '\uE000'
const PARENTHETICAL = '\uE001'

/** The text of a paragraph, and its parts that are neither links nor in italics, code or a citation. */
export function blockText(paragraph: Paragraph): { text: string; pieces: Piece[] } {
  let text = ''
  const pieces: Piece[] = []
  const walk = (node: Nodes, open: boolean) => {
    if (node.type === 'citation') text += node.mode === 'narrative' ? NARRATIVE : PARENTHETICAL
    else if (node.type === 'text' || node.type === 'crossReference') text += node.value
    else if (node.type === 'break' || node.type === 'html' || node.type === 'inlineCode') text += ' '
    if (!('children' in node)) return
    for (const child of node.children) {
      const parent = node as { children: PhrasingContent[] }
      if (open && child.type === 'text') pieces.push({ node: child, parent, offset: text.length })
      walk(child, open && child.type === 'strong')
    }
  }
  walk(paragraph, true)
  return { text, pieces }
}

const YEAR = '(?:1[5-9]|20)\\d\\d[a-z]?'
const LAW =
  /(?<!\p{L})(?:Pasal|ayat|UU|UUD|KUHP|KUHAP|KUHPerdata|Undang-[Uu]ndang|Peraturan|Perpres|Permen\p{L}*|Perppu|Perda|Konvensi|Protokol|Statuta|Piagam|Traktat|Keputusan|Keppres|Deklarasi|Article|Act|Convention|Protocol|Statute|Charter)(?!\p{L})/u
const WORK =
  /(?<!\p{L})(?:laporan|buku|artikel|jurnal|dokumen|naskah|situs|laman|report|book|article|paper)(?!\p{L})/iu
const CITED = new RegExp(`[${NARRATIVE}${PARENTHETICAL}]|\\([^()]*\\b${YEAR}\\b`)

/** Behind it: whose it is. "Tabel 2.1 dalam bab ini" is the thesis's own. */
const OF_A_WORK =
  /^[\s,]+(?:di\s+)?(?:dalam|dari|pada|karya|milik|oleh|menurut|versi|buku|laporan|jurnal|artikel|in|of|from|by)(?!\p{L})/iu
const OF_THIS =
  /^[\s,]+(?:di\s+)?(?:dalam|dari|pada|in|of|from)\s+(?:(?:bab|subbab|bagian|penelitian|skripsi|tesis|disertasi|tulisan|halaman|lampiran)\s+(?:ini|berikut|sebelumnya|[IVX\d]+)|this\s+(?:chapter|thesis|study|section))(?!\p{L})/iu
const CITED_BEHIND = new RegExp(`^\\s*,?\\s*(?:[${NARRATIVE}${PARENTHETICAL}]|\\([^()]*\\b${YEAR}\\b)`)
/** Before it in its sentence: "World Bank (2020) memuat …", "menurut @unodc". */
const AUTHOR_BEFORE = new RegExp(`${NARRATIVE}|\\(${YEAR}(?:[,:][^()]*)?\\)|${PARENTHETICAL}\\s*,?\\s*$`)

/** `own`: nothing speaks against it; `likely`: a work or a law is near; `foreign`: perhaps of that work. */
type Context = 'own' | 'likely' | 'foreign'

/** @param start and end: where the reference stands in the text of its paragraph */
export function contextOf(paragraph: string, start: number, end: number, kind: ReferenceKind): Context {
  const cut = Math.max(0, start - WINDOW)
  return contextIn(paragraph.slice(cut, end + WINDOW), start - cut, end - cut, kind)
}

/** Farther away nothing speaks for or against it, in letters; so that a long paragraph is not read again and again. */
const WINDOW = 2000

function contextIn(block: string, start: number, end: number, kind: ReferenceKind): Context {
  const from = sentenceStart(block, start)
  const before = block.slice(from, start)
  const after = block.slice(end, sentenceEnd(block, end))
  if (isQuoted(block.slice(0, start)) || isInSource(block, start, end)) return 'foreign'
  if (AUTHOR_BEFORE.test(before) || WORK.test(before)) return 'foreign'
  if (CITED_BEHIND.test(after) || (OF_A_WORK.test(after) && !OF_THIS.test(after))) return 'foreign'
  if (new RegExp(`^[\\s,]*${LAW.source}`, 'u').test(after) || /^\s+dimensi/.test(after)) return 'foreign'
  const lawful = kind === 'chapter' || kind === 'appendix' || kind === 'section'
  if (lawful && (LAW.test(before) || (/^\s+(?:tentang|mengenai)\s/.test(after) && LAW.test(after))))
    return 'foreign'
  const sentence = `${before} ${after}`
  return LAW.test(sentence) || CITED.test(sentence) || WORK.test(after) ? 'likely' : 'own'
}

/** A full stop ends a sentence behind a word of some length, not behind "No." or "hlm.". */
const SENTENCE_END = /(?:\p{L}{4}|[\p{N})\]”"’\uE000\uE001])[.!?][”"’)]*\s+(?=[\p{Lu}“"‘(\uE000])/gu

function sentenceStart(text: string, at: number): number {
  let start = 0
  for (const { index, 0: found } of text.slice(0, at + 1).matchAll(SENTENCE_END)) start = index + found.length
  return Math.min(start, at)
}

function sentenceEnd(text: string, at: number): number {
  const from = Math.max(0, at - 4)
  for (const { index, 0: found } of text.slice(from).matchAll(SENTENCE_END)) {
    if (from + index + found.length > at) return from + index + found.length
  }
  return text.length
}

/** In brackets that name a source: "(UNODC, 2020, Tabel 3)". */
function isInSource(text: string, start: number, end: number): boolean {
  const open = text.slice(0, start).search(/[([][^()[\]]*$/)
  if (open < 0) return false
  const close = text.slice(end).search(/[)\]]/)
  const inside = text.slice(open, close < 0 ? text.length : end + close)
  return new RegExp(`\\b${YEAR}\\b|[${NARRATIVE}${PARENTHETICAL}]|\\bhlm|\\bhal\\.|\\bpp?\\.`).test(inside)
}
