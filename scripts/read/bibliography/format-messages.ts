/** What the readers of CSL-JSON, CSL-YAML and RIS say. */
import { message, quoted } from '../../diagnostics.ts'
import type { Text } from '../../model.ts'

export const jsonSyntax = message<{ reason: string }>({
  id: 'bibliography/json-syntax',
  severity: 'error',
  title: { id: 'JSON pustaka tidak terbaca', en: 'Bibliography JSON cannot be read' },
  text: ({ reason }) => ({
    id: `Berkas pustaka ini bukan JSON yang sah: ${reason}`,
    en: `This bibliography is not valid JSON: ${reason}`,
  }),
  hint: () => ({
    id: 'Ekspor ulang dari Zotero atau Mendeley sebagai “CSL JSON”.',
    en: 'Export it again from Zotero or Mendeley as “CSL JSON”.',
  }),
})

const SHAPES: Readonly<Record<string, string>> = {
  'CSL-JSON': '[{"id": …, "type": …}]',
  'CSL-YAML': 'references: [{id: …, type: …}]',
}

export const jsonShape = message<{ number: number; format?: string }>({
  id: 'bibliography/json-shape',
  severity: 'error',
  title: { id: 'Bukan daftar karya CSL', en: 'Not a list of CSL works' },
  text: ({ number, format = 'CSL-JSON' }) =>
    number === 0
      ? {
          id: `Isi berkas ini bukan daftar karya ${format} (${SHAPES[format] ?? ''}).`,
          en: `This file does not hold a list of ${format} works (${SHAPES[format] ?? ''}).`,
        }
      : {
          id: `Karya ke-${number} tidak mempunyai “id” dan “type”.`,
          en: `Work number ${number} has no “id” and “type”.`,
        },
})

export const jsonValue = message<{ key: string; fields: readonly string[]; format?: string }>({
  id: 'bibliography/json-value',
  severity: 'warning',
  title: { id: 'Isian CSL berjenis salah', en: 'CSL value of the wrong kind' },
  text: ({ key, fields, format = 'CSL-JSON' }) => ({
    id: `Pada karya “${key}”, isi ${quoted(fields)} tidak berbentuk ${format} dan diabaikan.`,
    en: `In the work “${key}”, the value of ${quoted(fields)} is not ${format} and is ignored.`,
  }),
  hint: () => ({
    id: 'Nama ditulis [{"family": …, "given": …}], tanggal {"date-parts": [[2020]]}.',
    en: 'Names are written [{"family": …, "given": …}], dates {"date-parts": [[2020]]}.',
  }),
})

/** `isWhole`: the works of the file cannot be told apart, so that all of them are lost. */
export const badYaml = message<{ text: Text; hint: Text | undefined; isWhole: boolean }>({
  id: 'bibliography/yaml-syntax',
  severity: 'error',
  title: { id: 'YAML pustaka tidak terbaca', en: 'Bibliography YAML cannot be read' },
  text: ({ text, isWhole }) =>
    isWhole
      ? {
          id: `${text.id} Tidak satu pun karya di berkas ini dibaca.`,
          en: `${text.en} No work of this file is read.`,
        }
      : {
          id: `${text.id} Karya ini dilewati; karya lain tetap dibaca.`,
          en: `${text.en} This work is left out; the others are read.`,
        },
  hint: ({ hint }) => hint ?? { id: 'Periksa inden dan tanda kutip.', en: 'Check indentation and quotes.' },
})

export const yamlTooDeep = message<Record<string, never>>({
  id: 'bibliography/yaml-too-deep',
  severity: 'error',
  title: { id: 'YAML pustaka terlalu panjang atau dalam', en: 'Bibliography YAML too long or too deep' },
  text: () => ({
    id: 'Karya ini terlalu panjang atau kurungnya terlalu dalam untuk sebuah pustaka, sehingga dilewati.',
    en: 'This work is too long, or its brackets too deep, for a work of a bibliography; it is left out.',
  }),
  hint: () => ({
    id: 'Tulis setiap karya sebagai butir “- id: …” di bawah “references:”.',
    en: 'Write each work as an item “- id: …” below “references:”.',
  }),
})

export const risNoEnd = message<{ key: string }>({
  id: 'bibliography/ris-no-end',
  severity: 'warning',
  title: { id: 'Rekaman RIS tidak ditutup', en: 'RIS record is not ended' },
  text: ({ key }) => ({
    id: `Rekaman “${key}” tidak diakhiri “ER  - ”.`,
    en: `The record “${key}” is not ended by “ER  - ”.`,
  }),
  hint: () => ({
    id: 'Tambahkan baris “ER  - ” sesudah isian terakhirnya.',
    en: 'Add a line “ER  - ” behind its last field.',
  }),
})

export const risOutside = message<Record<string, never>>({
  id: 'bibliography/ris-outside',
  severity: 'warning',
  title: { id: 'Baris di luar rekaman RIS', en: 'Line outside of any RIS record' },
  text: () => ({
    id: 'Baris ini tidak termasuk rekaman mana pun dan tidak dibaca.',
    en: 'This line belongs to no record and is not read.',
  }),
  hint: () => ({
    id: 'Setiap rekaman dimulai dengan “TY  - BOOK” (atau jenis lain) dan diakhiri “ER  - ”.',
    en: 'Each record begins with “TY  - BOOK” (or another type) and ends with “ER  - ”.',
  }),
})

export const risKeys = message<{ count: number; keys: readonly string[] }>({
  id: 'bibliography/ris-keys',
  severity: 'info',
  title: { id: 'Rekaman RIS tanpa kunci', en: 'RIS records without a key' },
  text: ({ count, keys }) => {
    const more = count > keys.length ? ', …' : ''
    return {
      id: `${count} rekaman tidak mempunyai ID; kuncinya dibuat dari nama dan tahun: ${quoted(keys)}${more}.`,
      en: `${count} record(s) have no ID; their keys are made of name and year: ${quoted(keys)}${more}.`,
    }
  },
  hint: () => ({
    id: 'Pakai kunci itu dalam sitasi, atau tulis “ID  - kunci” dalam rekamannya.',
    en: 'Cite with these keys, or write “ID  - key” into the record.',
  }),
})
