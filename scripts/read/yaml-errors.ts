/** What the YAML parser finds wrong, in words for people who do not know its grammar. */
import type { Text } from '../model.ts'

/** What is wrong and how to mend it. */
export interface YamlFault {
  readonly reason: Text
  readonly hint: Text
}

const QUOTE: Text = {
  id: 'Apit nilainya dengan tanda kutip, misalnya title: "Diplomasi: Sebuah Kajian".',
  en: 'Put the value in quotes, e.g. title: "Diplomacy: A Study".',
}
const INDENT: Text = {
  id: 'Samakan inden kunci yang setingkat; inden memakai spasi, bukan tab.',
  en: 'Give keys of one level the same indentation, with spaces and not tabs.',
}
const LINE: Text = {
  id: 'Periksa titik dua, tanda kutip, kurung, dan inden pada baris ini dan baris di atasnya.',
  en: 'Check the colons, quotes, brackets and indentation of this line and the one above.',
}
const UNCLOSED: Text = { id: 'Tutup tanda kutip atau kurung itu.', en: 'Close the quote or bracket.' }

const FAULTS: Readonly<Record<string, readonly [id: string, en: string, hint: Text]>> = {
  DUPLICATE_KEY: [
    'kunci ini sudah ada di atas',
    'this key stands above already',
    { id: 'Gabungkan atau hapus salah satunya.', en: 'Join the two or remove one.' },
  ],
  BLOCK_AS_IMPLICIT_KEY: ['titik dua kedua dalam satu nilai', 'a second colon in one value', QUOTE],
  MULTILINE_IMPLICIT_KEY: ['kunci tanpa titik dua', 'a key without a colon', LINE],
  BAD_SCALAR_START: ['nilai diawali tanda khusus', 'the value begins with a special sign', QUOTE],
  BAD_DQ_ESCAPE: [
    'garis miring terbalik di antara tanda kutip ganda',
    'a backslash between double quotes',
    { id: "Pakai tanda kutip tunggal: 'a\\b'.", en: "Use single quotes: 'a\\b'." },
  ],
  BAD_ALIAS: ['nilai diawali tanda *', 'the value begins with *', QUOTE],
  TAB_AS_INDENT: ['tab dipakai sebagai inden', 'a tab is used for indentation', INDENT],
  BAD_INDENT: ['inden tidak cocok atau kurung tidak ditutup', 'wrong indentation or an open bracket', LINE],
  MISSING_CHAR: ['ada tanda yang kurang', 'a sign is missing', UNCLOSED],
  MULTIPLE_DOCS: [
    'berkas ini berisi lebih dari satu dokumen (---)',
    'the file holds more than one document (---)',
    { id: 'Hapus baris --- itu.', en: 'Remove that --- line.' },
  ],
}

/** @param code of the `yaml` package, e.g. `DUPLICATE_KEY`; @param message its own English words */
export function yamlFault(code: string, message: string): YamlFault {
  const known = FAULTS[code]
  // A second colon, and an open quote, come under codes of their own in some places.
  if (!known) return { reason: { id: `susunannya keliru (${message})`, en: message }, hint: LINE }
  const [id, en, hint] = known
  const unclosed = code === 'MISSING_CHAR' && !/quote|\]|\}/.test(message)
  return { reason: { id, en }, hint: unclosed ? LINE : hint }
}
