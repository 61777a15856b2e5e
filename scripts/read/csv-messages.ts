/** What is said about tables of data. `usedAt` is the place in the Markdown that asks for one, e.g. "02-hasil.md:14". */
import { didYouMean, message, quoted } from '../diagnostics.ts'

export const missingData = message<{ path: string; near: readonly string[] }>({
  id: 'table/missing',
  severity: 'error',
  title: { id: 'Berkas data tabel tidak ada', en: 'The data file of a table is missing' },
  text: ({ path }) => ({
    id: `Berkas data “${path}” tidak ada.`,
    en: `There is no data file “${path}”.`,
  }),
  hint: ({ near }) =>
    didYouMean(near, {
      id: 'Jalur dihitung dari folder skripsi; periksa ejaannya, juga huruf besar dan kecil.',
      en: 'Paths start at the thesis folder; check the spelling, upper and lower case too.',
    }),
})

export const emptyData = message<{ usedAt: string }>({
  id: 'table/empty',
  severity: 'error',
  title: { id: 'Data tabel kosong', en: 'The data of a table is empty' },
  text: ({ usedAt }) => ({
    id: `Data tabel ini kosong (dipakai di ${usedAt}).`,
    en: `The data of this table is empty (used at ${usedAt}).`,
  }),
  hint: () => ({
    id: 'Isi berkasnya, atau hapus tabelnya dari naskah.',
    en: 'Fill in the file, or remove the table from the thesis.',
  }),
})

export const dataEncoding = message<{ usedAt: string; encoding: string }>({
  id: 'table/encoding',
  severity: 'warning',
  title: { id: 'Data tabel tidak berenkode UTF-8', en: 'The data of a table is not UTF-8' },
  text: ({ usedAt, encoding }) => ({
    id: `Data ini tidak berenkode UTF-8 dan dibaca sebagai ${encoding} (dipakai di ${usedAt}).`,
    en: `This data is not UTF-8 and was read as ${encoding} (used at ${usedAt}).`,
  }),
  hint: () => ({
    id: 'Di Excel, simpan sebagai “CSV UTF-8”; lalu periksa huruf seperti é dan ñ di tabel.',
    en: 'In Excel, save it as “CSV UTF-8”; then check letters such as é and ñ in the table.',
  }),
})

export const faultyQuotes = message<{ usedAt: string; unclosed: boolean }>({
  id: 'table/quotes',
  severity: 'error',
  title: { id: 'Tanda kutip di data tabel salah', en: 'Quotation marks in the data of a table are wrong' },
  text: ({ usedAt, unclosed }) =>
    unclosed
      ? {
          id: `Tanda kutip (") yang dibuka di baris ini tidak ditutup sampai akhir data (dipakai di ${usedAt}).`,
          en: `A quotation mark (") opened on this line is not closed up to the end of the data (used at ${usedAt}).`,
        }
      : {
          id: `Di belakang tanda kutip (") penutup di baris ini masih ada huruf (dipakai di ${usedAt}).`,
          en: `Letters follow a closing quotation mark (") on this line (used at ${usedAt}).`,
        },
  hint: () => ({
    id: 'Tutup dengan ", dan tulis "" untuk tanda kutip yang menjadi isi sel.',
    en: 'Close it with ", and write "" for a quotation mark that belongs to the cell.',
  }),
})

export const raggedRows = message<{
  usedAt: string
  expected: number
  found: number
  delimiter: string
  more: number
}>({
  id: 'table/ragged',
  severity: 'warning',
  title: { id: 'Baris data tidak sama panjang', en: 'Rows of data differ in length' },
  text: ({ usedAt, expected, found, delimiter, more }) => ({
    id: `Baris ini berisi ${found} sel, padahal baris pertama ${expected}, dengan pemisah ${delimiter}${more > 0 ? `; begitu juga ${more} baris lain` : ''} (dipakai di ${usedAt}). Sel yang kurang dibiarkan kosong.`,
    en: `This row has ${found} cells, but the first one has ${expected}, parted by ${delimiter}${more > 0 ? `; so it is with ${more} more rows` : ''} (used at ${usedAt}). Missing cells are left empty.`,
  }),
  hint: () => ({
    id: 'Lengkapi baris itu; sel yang memuat pemisah ditulis di antara tanda kutip ("…"). Pemisah lain: delimiter=";".',
    en: 'Complete that row; a cell that holds the delimiter stands in quotation marks ("…"). Another delimiter: delimiter=";".',
  }),
})

export const tooMuchData = message<{ rows: number; columns: number; most: number }>({
  id: 'table/too-large',
  severity: 'error',
  title: { id: 'Data terlalu besar untuk satu tabel', en: 'Too much data for one table' },
  text: ({ rows, columns, most }) => ({
    id: `Tabel ini ${rows} baris × ${columns} kolom; paling banyak ${most} sel. Sebanyak itu sudah lebih dari seratus halaman yang tata letaknya memakan setengah menit.`,
    en: `This table is ${rows} rows × ${columns} columns; ${most} cells is the most. That is more than a hundred pages already, and half a minute to lay them out.`,
  }),
  hint: () => ({
    id: 'Pilih kolom dengan columns="1,3-5", atau rangkum datanya dan lampirkan berkas lengkapnya secara terpisah.',
    en: 'Choose columns by columns="1,3-5", or sum the data up and hand in the whole file separately.',
  }),
})

export const unknownColumn = message<{ wanted: string; known: readonly string[]; near: readonly string[] }>({
  id: 'table/column',
  severity: 'error',
  title: { id: 'Kolom data tidak ada', en: 'A column of the data does not exist' },
  text: ({ wanted, known }) => ({
    id: `Kolom “${wanted}” tidak ada; data ini punya ${known.length} kolom: ${quoted(known)}.`,
    en: `There is no column “${wanted}”; this data has ${known.length} columns: ${quoted(known)}.`,
  }),
  hint: ({ near }) =>
    didYouMean(near, {
      id: 'Tulis nomor mulai dari 1, rentang seperti 2-4, atau nama kolomnya.',
      en: 'Write numbers from 1, ranges such as 2-4, or the names of columns.',
    }),
})
