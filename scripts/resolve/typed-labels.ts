/**
 * Recognises labels typed by hand, as people who come from Word type them: "BAB I - PENDAHULUAN", "1.7.1 Definisi",
 * "a. Kerja sama". Pure functions on the plain text of a heading.
 */
import type { CaptionKind } from '../model.ts'
import { romanValue } from '../numerals.ts'

export interface TypedLabel {
  /** The label as typed, without what separates it from the title: "BAB I", "1.7.1", "a". */
  readonly text: string
  /** How many characters of the heading's text belong to the label and its separator. */
  readonly length: number
  /** The numbers typed: [1] for "BAB I", [1, 7, 1] for "1.7.1", [2] for "b.". */
  readonly numbers: readonly number[]
  readonly scheme: 'chapter' | 'decimal' | 'letter'
}

const CHAPTER = /^\s*((?:bab|chapter)\s+([ivxlcdm]+|\d{1,3}))(?=$|[\s.:\-–—])\s*[.:\-–—]?\s*/i
const DECIMAL = /^\s*((?:[IVX]+\.)?\d{1,2}(?:\.\d{1,2})*)(\.?\s+|\.(?=\p{L})|\.$|$)/u
const LETTER = /^\s*(?:([A-Za-z])[.)]|\(([A-Za-z])\))\s+/

/** "BAB I", "Bab 1:", "BAB I - " at the start of a chapter heading; the title may follow or stand in the next heading. */
export function chapterLabel(heading: string): TypedLabel | undefined {
  const match = CHAPTER.exec(heading)
  if (!match?.[1] || !match[2]) return undefined
  const number = /^\d/.test(match[2]) ? Number(match[2]) : romanValue(match[2])
  if (number === undefined) return undefined
  return {
    text: match[1].replace(/\s+/g, ' '),
    length: match[0].length,
    numbers: [number],
    scheme: 'chapter',
  }
}

/**
 * "1.1", "1.7.1.1.", "A.", "(a)" at the start of a section heading.
 * A decimal label needs as many numbers as the heading is deep ("3.5 Juta Korban" is a title in `### 3.5 …`), or, with
 * one number, a dot or bracket behind it ("2019 sebagai Titik Balik" is a title). "A. H. Nasution" is a name.
 * @param depth the heading's depth; 2 for 1.1
 */
export function sectionLabel(heading: string, depth: number): TypedLabel | undefined {
  const decimal = DECIMAL.exec(heading)
  if (decimal?.[1]) {
    const numbers = decimal[1]
      .split('.')
      .map((part) => (/^\d/.test(part) ? Number(part) : (romanValue(part) ?? 0)))
    const single = numbers.length === 1 && decimal[2]?.startsWith('.') === true
    if (numbers.length === depth || single) {
      return { text: decimal[1], length: decimal[0].length, numbers, scheme: 'decimal' }
    }
  }
  const bracketed = /^\s*(\d{1,2})\)\s+/.exec(heading)
  if (bracketed?.[1]) {
    return {
      text: bracketed[1],
      length: bracketed[0].length,
      numbers: [Number(bracketed[1])],
      scheme: 'decimal',
    }
  }
  const letter = LETTER.exec(heading)
  const typed = letter?.[1] ?? letter?.[2]
  if (letter && typed && !LETTER.test(heading.slice(letter[0].length))) {
    const number = typed.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1
    return { text: typed, length: letter[0].length, numbers: [number], scheme: 'letter' }
  }
  return undefined
}

const APPENDIX = /^\s*((?:lampiran|appendix)\s+(\d{1,3}|[A-Z]|[IVX]+))(?=$|[\s.:\-–—])\s*[.:\-–—]?\s*/i

/**
 * "Lampiran 1. Kuesioner", "LAMPIRAN B", "Lampiran II - Surat". A single letter is read as one, so "Lampiran I" may be
 * the first or the ninth: `numbers` has the first, `text` what was typed.
 */
export function appendixLabel(heading: string): TypedLabel | undefined {
  const match = APPENDIX.exec(heading)
  if (!match?.[1] || !match[2]) return undefined
  const roman = romanValue(match[2])
  const letter = match[2].length === 1 ? match[2].toUpperCase().charCodeAt(0) - 64 : 0
  const number = /^\d/.test(match[2]) ? Number(match[2]) : (roman ?? letter)
  if (number < 1) return undefined
  const text = match[1].replace(/\s+/g, ' ')
  return { text, length: match[0].length, numbers: [number], scheme: 'chapter' }
}

const CAPTION =
  /^\s*((tabel|table|gambar|figure|bagan|grafik|diagram|(?:potongan\s+)?kode(?:\s+(?:program|sumber))?|(?:source\s+)?code|listing)\s+((?:(?:[IVXLC]+|\d+)[.\-–])*\d+))(\s*[.:\-–—])?\s+/i
/** As Word writes it behind a chapter's number: "Tabel 2. 1". */
const SPACED =
  /^\s*((?:tabel|table|gambar|figure|bagan|grafik|diagram)\s+([IVXLC]+|\d+)\.\s+(\d+))(?:\s*[.:\-–—])?\s+/i
/** The label of a table by itself, its title in the next paragraph. */
const BARE_TABLE = /^\s*(?:tabel|table)\s+(?:(?:[IVXLC]+|\d+)[.\-–]\s?)*\d+\s*[.:]?\s*$/i
const LONGEST_CAPTION = 250
/** What goes on like a sentence: "Tabel 2.1 menunjukkan …", "Gambar 1 di atas …". */
const GOES_ON =
  /^(?:me[lmnrwy]\p{L}+|ber\p{L}+|di|ini|itu|dan|atau|dapat|juga|adalah|yang|pada|dalam|shows?|presents?|lists?|gives?|summari[sz]es|illustrates?|and|or|is|are|above|below)(?!\p{L})/u

/**
 * "Tabel 1.1", "Gambar 2", "Tabel I.1:" before a caption typed by hand. A sentence that begins so ("Tabel 1.1
 * menunjukkan … berikut:") is no caption: it goes on with a verb, or ends like a sentence where no capital begins it and
 * no dot or colon follows its number.
 */
export function captionLabel(text: string): (TypedLabel & { readonly kind: CaptionKind }) | undefined {
  const match = CAPTION.exec(text)
  if (!match?.[1] || !match[2] || !match[3] || text.length > LONGEST_CAPTION) return undefined
  const rest = text.slice(match[0].length)
  if (!match[4]) {
    if (GOES_ON.test(rest) || /[:;,]\s*$/.test(rest)) return undefined
    if (/\.\s*$/.test(rest) && (/^\p{Ll}/u.test(rest) || /\.\s+\p{Lu}/u.test(rest))) return undefined
  }
  const numbers = match[3].split(/[.\-–]/).map(numeralValue)
  const kind = /^tab/i.test(match[2]) ? 'table' : /code|kode|listing/i.test(match[2]) ? 'listing' : 'figure'
  return { text: match[1].replace(/\s+/g, ' '), length: match[0].length, numbers, scheme: 'decimal', kind }
}

/** "Tabel 2. 1 Judul", which may as well be Tabel 2 with a title that begins with a number: the number tells. */
export function spacedCaptionLabel(text: string): TypedLabel | undefined {
  const match = SPACED.exec(text)
  if (!match?.[1] || !match[2] || !match[3]) return undefined
  const numbers = [numeralValue(match[2]), Number(match[3])]
  return { text: match[1].replace(/\s+/g, ' '), length: match[0].length, numbers, scheme: 'decimal' }
}

/** "Tabel 1.1" and nothing else. */
export function isBareTableLabel(text: string): boolean {
  return BARE_TABLE.test(text)
}

function numeralValue(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : (romanValue(numeral) ?? 0)
}
