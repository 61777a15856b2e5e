/** From the texts and keys of a citation to the works it cites: prefixes, locators, suffixes, "dalam". */
import type { CiteItem, LocatorLabel, Place } from '../../model.ts'

/** A citation's source in reading order, without brackets and `@`. */
export type CitePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string; readonly place: Place }

/** The words that name a kind of place in a work, as theses write them. */
const LABELS: readonly (readonly [LocatorLabel, string])[] = [
  ['page', 'halaman|hlm|hal|h|pages?|pp?'],
  ['chapter', 'bab|chapter|chap|ch'],
  ['volume', 'jilid|jil|volume|vol'],
  ['issue', 'nomor|nomer|no|issue'],
  ['article-locator', 'pasal|ps|articles?|art'],
  ['verse', 'ayat|verses?'],
  ['paragraph', 'paragraf|par|para|paragraphs?|alinea|¶'],
  ['section', 'subbab|bagian|bag|sections?|sec|§'],
  ['part', 'part'],
  ['figure', 'gambar|figures?|fig'],
  ['table', 'tabel|tables?'],
  ['line', 'baris|lines?'],
  ['note', 'catatan kaki|catatan|notes?'],
  ['appendix', 'lampiran|lamp|appendix'],
  ['column', 'kolom|columns?'],
  ['folio', 'folio|fol'],
  ['book', 'buku'],
]

/** Not the preposition "di". */
const ROMAN = '(?=[ivxlcdm])(?!di(?!\\p{L}))m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})'
/** 12, 12a, A3, 5.2, (1), iv */
const NUMBER = String.raw`(?:\(\p{L}?\d+\p{L}?\)|\p{L}?\d+(?:\.\d+)*\p{L}?|${ROMAN})(?![\p{L}\d])`
const JOINT = String.raw`\s*(?:-{1,3}|[–—,&/]|dan|and|s\.?d\.?)\s*`
const NUMBERS = String.raw`${NUMBER}(?:${JOINT}${NUMBER})*(?:\s+(?:ayat|huruf|butir|angka)\s+${NUMBER})*`
const LABELLED = new RegExp(
  String.raw`^(?:${LABELS.map(([, words], index) => `(?<l${index}>${words})`).join('|')})(?:\.\s*|\s+|(?=[\d(]))(?<value>${NUMBERS})`,
  'iu',
)
const BARE = new RegExp(String.raw`^(?<value>(?=\d)${NUMBERS})`, 'iu')

/** The words between the work that is quoted and the work that was read. */
const WITHIN =
  /(?:^|[\s,])(?:(?:sebagaimana |seperti )?(?:di)?kutip(?:an)? (?:dalam|dari|oleh)|dalam|(?:as )?(?:cited|quoted) in|in)\s*$/iu
/** What merely strings two works together. */
const AND = /^[\s,]*(?:(?:dan|serta|and|&)(?=\s|$))?[\s,]*/iu

/** Does the text in `@key [text]` say where in the work: "hlm. 5", "12", "dalam @b"? */
export function startsLikeLocator(text: string): boolean {
  const start = text.trimStart()
  return LABELLED.test(start) || BARE.test(start) || /^(?:dikutip )?(?:dalam|dari|in)\s+@/iu.test(start)
}

/**
 * The works of a citation.
 * @param pieces texts and keys in reading order
 */
export function citeItems(pieces: readonly CitePiece[]): CiteItem[] {
  const items: CiteItem[] = []
  let stray = ''
  for (const segment of segments(pieces)) {
    if (!segment.some((piece) => piece.kind === 'key')) {
      stray += `${stray ? '; ' : ''}${segment.map(textOf).join('')}`
      continue
    }
    const read = segmentItems(segment)
    const [first] = read
    if (stray && first && items.length === 0) {
      read[0] = { ...first, prefix: join(plain(stray), first.prefix) }
    } else if (stray) addBehind(items, stray)
    stray = ''
    items.push(...read)
  }
  if (stray) addBehind(items, stray)
  return items
}

/** `[@a; hlm. 3]`: a part without a key belongs to the work before it. */
function addBehind(items: CiteItem[], text: string): void {
  const last = items.pop()
  if (!last) return
  const place = last.locator === undefined ? readLocator(text) : { suffix: `; ${plain(text)}` }
  items.push({ ...last, ...place })
}

/** Cuts at the semicolons, those escaped or in an entity excepted. */
function segments(pieces: readonly CitePiece[]): CitePiece[][] {
  const result: CitePiece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind === 'key') {
      result.at(-1)?.push(piece)
      continue
    }
    const parts = piece.text.split(/(?<!\\|&[a-z]{1,8}|&#\d{1,6});/i)
    for (const [index, text] of parts.entries()) {
      if (index > 0) result.push([])
      result.at(-1)?.push({ kind: 'text', text: text.replaceAll('&nbsp;', '\u00A0') })
    }
  }
  return result.filter((segment) => segment.some((piece) => piece.kind === 'key' || piece.text.trim() !== ''))
}

function segmentItems(segment: readonly CitePiece[]): CiteItem[] {
  const keys = segment.filter((piece) => piece.kind === 'key')
  const texts = textsAround(segment)
  const items: CiteItem[] = []
  // From the last work to the first, for "dalam" hangs the later work on the earlier one.
  let inner: CiteItem | undefined
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index]
    if (!key) continue
    const before = textBefore(texts[index] ?? '', index === 0)
    const after = textAfter(texts[index + 1] ?? '', index === keys.length - 1)
    const suppressAuthor = before.suppress
    const item: CiteItem = {
      key: key.key,
      ...(before.prefix ? { prefix: before.prefix } : {}),
      ...readLocator(after),
      suppressAuthor,
      ...(inner ? { within: inner } : {}),
      place: key.place,
    }
    inner = before.within ? item : undefined
    if (!before.within) items.unshift(item)
  }
  return items
}

/** One text before each key and one behind the last; empty where two keys touch. */
function textsAround(segment: readonly CitePiece[]): string[] {
  const texts = ['']
  for (const piece of segment) {
    if (piece.kind === 'key') texts.push('')
    else texts[texts.length - 1] += piece.text
  }
  return texts
}

/** What stands before a key: a prefix, `-`, or the "dalam" that ties the work to the one before. */
function textBefore(text: string, first: boolean) {
  const suppress = /(?:^|[\s,(])-$/.test(text)
  const rest = suppress ? text.slice(0, -1) : text
  if (first) return { suppress, within: false, prefix: plain(rest) }
  if (WITHIN.test(rest)) return { suppress, within: true, prefix: '' }
  return { suppress, within: false, prefix: plain(afterLocator(rest).replace(AND, '')) }
}

/** What stands behind a key and is its own: all of the last text, otherwise the locator only. */
function textAfter(text: string, last: boolean): string {
  if (last) return text
  const own = text.replace(/-$/, '').replace(WITHIN, '')
  return own.slice(0, own.length - afterLocator(own).length)
}

function afterLocator(text: string): string {
  const found = matchLocator(text)
  return found ? text.slice(found.end) : text
}

type LocatorParts = Pick<CiteItem, 'locator' | 'label' | 'suffix'>

/** "hlm. 3", ", bab 2, penekanan oleh penulis", ": 45" */
function readLocator(text: string): LocatorParts {
  const found = matchLocator(text)
  const rest = found ? text.slice(found.end) : text
  const suffix = /[^\s,.]/.test(rest) ? { suffix: ownSpace(rest) } : {}
  return found ? { locator: found.locator, label: found.label, ...suffix } : suffix
}

/** The locator a text begins with; a bare number is a page. */
function matchLocator(text: string) {
  const lead = /^[\s,:(]*/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const match = LABELLED.exec(rest) ?? BARE.exec(rest)
  const value = match?.groups?.value
  if (!match || value === undefined) return undefined
  const index = LABELS.findIndex((_, at) => match.groups?.[`l${at}`] !== undefined)
  const label: LocatorLabel = LABELS[index]?.[0] ?? 'page'
  const locator = plain(value).replace(/(?<=[\p{L}\d])\s*-{1,3}\s*(?=[\p{L}\d])/gu, '–')
  return { label, locator, end: lead.length + match[0].length }
}

function textOf(piece: CitePiece): string {
  return piece.kind === 'text' ? piece.text : ''
}

function join(one: string, other: string | undefined): string {
  return other ? `${one} ${other}` : one
}

/** A suffix keeps the space or comma it was typed behind. */
function ownSpace(text: string): string {
  const lead = /^\s/.test(text) ? ' ' : ''
  return lead + plain(text)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&nbsp;': '\u00A0',
  '&lt;': '<',
  '&gt;': '>',
}

/** Markdown text as it reads: escapes and common entities undone, white space folded. */
function plain(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}
