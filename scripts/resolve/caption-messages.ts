/** What the resolve stage says about figures, tables and what is written in braces behind them. */
import { message } from '../diagnostics.ts'
import type { Text } from '../model.ts'

export const badAttribute = message<{ name: string; value: string; expected: Text }>({
  id: 'caption/attribute',
  severity: 'warning',
  title: {
    id: 'Atribut gambar atau tabel tidak dimengerti',
    en: 'An attribute of a figure or table is not understood',
  },
  text: ({ name, value, expected }) => ({
    id: `${name}="${value}" tidak dimengerti; yang diharapkan ${expected.id}.`,
    en: `${name}="${value}" is not understood; ${expected.en} is expected.`,
  }),
  hint: () => ({
    id: 'Perbaiki nilainya, atau hapus atribut itu: tanpa itu Naskah memilih sendiri.',
    en: 'Correct the value, or remove the attribute: without it Naskah chooses by itself.',
  }),
})

export const unusedAttribute = message<{ written: string; why: Text }>({
  id: 'caption/attribute-unused',
  severity: 'warning',
  title: { id: 'Atribut tanpa pengaruh', en: 'An attribute without effect' },
  text: ({ written, why }) => ({
    id: `{${written}} tidak berpengaruh di sini: ${why.id}.`,
    en: `{${written}} has no effect here: ${why.en}.`,
  }),
  hint: () => ({
    id: 'Hapus atribut itu, atau pindahkan ke tempat yang dimaksud.',
    en: 'Remove the attribute, or move it to where it is meant.',
  }),
})

export const secondCaption = message<{ caption: string; used: string }>({
  id: 'caption/second',
  severity: 'warning',
  title: { id: 'Dua takarir untuk satu tabel', en: 'Two captions of one table' },
  text: ({ caption, used }) => ({
    id: `Takarir “${caption}” tidak dicetak: tabel ini sudah bertakarir “${used}”.`,
    en: `The caption “${caption}” is not printed: “${used}” is the caption of this table already.`,
  }),
  hint: () => ({ id: 'Hapus salah satunya.', en: 'Remove one of them.' }),
})

export const dataAmongWords = message<{ path: string }>({
  id: 'table/among-words',
  severity: 'error',
  title: { id: 'Tabel data di tengah kalimat', en: 'A table of data among words' },
  text: ({ path }) => ({
    id: `Tabel data “${path}” berdiri di tengah teks atau di samping gambar lain.`,
    en: `The table of data “${path}” stands among words or beside another image.`,
  }),
  hint: () => ({
    id: 'Tulis di paragrafnya sendiri: `![Judul](data.csv){#tbl:label}`, dengan baris kosong di atas dan di bawahnya.',
    en: 'Write it in a paragraph of its own: `![Caption](data.csv){#tbl:label}`, a blank line above and below.',
  }),
})

export const simpleTable = message({
  id: 'table/without-bars',
  severity: 'warning',
  title: { id: 'Tabel tanpa garis tegak', en: 'A table without bars' },
  text: () => ({
    id: 'Deretan tanda hubung ini tampak seperti tabel pandoc tanpa garis tegak, yang tidak dibaca sebagai tabel.',
    en: 'These runs of dashes look like a table of pandoc without bars, which is not read as a table.',
  }),
  hint: () => ({
    id: 'Tulis sebagai tabel dengan “|”, atau ubah dengan `pandoc -t gfm`; sel gabungan: tabel “+---+”.',
    en: 'Write it as a table with “|”, or convert it by `pandoc -t gfm`; for merged cells: a “+---+” table.',
  }),
})
