/** What the reader of bibliographies says. */
import { didYouMean, message, quoted } from '../../diagnostics.ts'

export const unclosedEntry = message<{ key: string; field: string }>({
  id: 'bibliography/unclosed',
  severity: 'error',
  title: { id: 'Entri pustaka tidak ditutup', en: 'Bibliography entry is not closed' },
  text: ({ key, field }) =>
    field === ''
      ? { id: `Entri “${key}” tidak ditutup.`, en: `The entry “${key}” is not closed.` }
      : {
          id: `Entri “${key}” tidak ditutup: kurung atau tanda kutip pada “${field}” tidak berpasangan.`,
          en: `The entry “${key}” is not closed: a brace or quote of “${field}” has no partner.`,
        },
  hint: () => ({
    id: 'Tambahkan “}” yang kurang. Entri lain tetap dibaca.',
    en: 'Add the missing “}”. The other entries are read all the same.',
  }),
})

export const noBrace = message<{ key: string }>({
  id: 'bibliography/no-brace',
  severity: 'error',
  title: { id: 'Entri pustaka tanpa kurung buka', en: 'Bibliography entry without an opening brace' },
  text: ({ key }) => ({
    id: `Sesudah “@${key}” seharusnya ada “{”.`,
    en: `“@${key}” should be followed by “{”.`,
  }),
  hint: ({ key }) => ({ id: `Tulis “@${key}{kunci,”.`, en: `Write “@${key}{key,”.` }),
})

export const noKey = message<{ key: string }>({
  id: 'bibliography/no-key',
  severity: 'error',
  title: { id: 'Entri pustaka tanpa kunci', en: 'Bibliography entry without a key' },
  text: ({ key }) => ({
    id: `Entri @${key} ini tidak mempunyai kunci sehingga tidak dapat dirujuk.`,
    en: `This @${key} entry has no key, so it cannot be cited.`,
  }),
  hint: ({ key }) => ({
    id: `Tulis kuncinya, misalnya “@${key}{midhol2022,”.`,
    en: `Write a key, such as “@${key}{midhol2022,”.`,
  }),
})

export const badKey = message<{ key: string }>({
  id: 'bibliography/bad-key',
  severity: 'error',
  title: { id: 'Spasi dalam kunci pustaka', en: 'Space in a bibliography key' },
  text: ({ key }) => ({
    id: `Kunci “${key}” memuat spasi.`,
    en: `The key “${key}” contains a space.`,
  }),
  hint: ({ key }) => ({
    id: `Ganti menjadi “${key.replaceAll(/\s+/g, '-')}”.`,
    en: `Change it to “${key.replaceAll(/\s+/g, '-')}”.`,
  }),
})

export const noComma = message<{ key: string; field: string }>({
  id: 'bibliography/no-comma',
  severity: 'warning',
  title: { id: 'Koma hilang dalam entri pustaka', en: 'Comma missing in a bibliography entry' },
  text: ({ key, field }) => ({
    id: `Pada entri “${key}”, koma sesudah “${field}” tidak ada.`,
    en: `In the entry “${key}” the comma after “${field}” is missing.`,
  }),
  hint: () => ({ id: 'Tambahkan “,” di sini.', en: 'Add “,” here.' }),
})

export const noEquals = message<{ key: string; field: string }>({
  id: 'bibliography/no-equals',
  severity: 'error',
  title: { id: 'Isian pustaka tanpa “=”', en: 'Bibliography field without “=”' },
  text: ({ key, field }) => ({
    id: `Pada entri “${key}”, sesudah “${field}” seharusnya ada “=”.`,
    en: `In the entry “${key}”, “${field}” should be followed by “=”.`,
  }),
  hint: ({ field }) => ({ id: `Tulis “${field} = {…},”.`, en: `Write “${field} = {…},”.` }),
})

export const unbraced = message<{ key: string; field: string }>({
  id: 'bibliography/unbraced',
  severity: 'error',
  title: { id: 'Isian pustaka tanpa kurung', en: 'Bibliography field without braces' },
  text: ({ key, field }) => ({
    id: `Pada entri “${key}”, isi “${field}” tidak diapit “{” dan “}”.`,
    en: `In the entry “${key}”, the value of “${field}” does not stand between “{” and “}”.`,
  }),
  hint: ({ field }) => ({ id: `Tulis “${field} = {…},”.`, en: `Write “${field} = {…},”.` }),
})

export const undefinedString = message<{ key: string; field: string; value: string }>({
  id: 'bibliography/undefined-string',
  severity: 'warning',
  title: { id: 'Singkatan pustaka tidak didefinisikan', en: 'Undefined bibliography abbreviation' },
  text: ({ key, field, value }) => ({
    id: `Pada entri “${key}”, “${value}” pada “${field}” tidak diapit kurung dan bukan singkatan @string.`,
    en: `In the entry “${key}”, “${value}” of “${field}” has no braces and is no @string abbreviation.`,
  }),
  hint: ({ field, value }) => ({
    id: `Tulis “${field} = {${value}},”.`,
    en: `Write “${field} = {${value}},”.`,
  }),
})

export const duplicateKey = message<{ key: string; file: string; line: number }>({
  id: 'bibliography/duplicate-key',
  severity: 'error',
  title: { id: 'Kunci pustaka ganda', en: 'Duplicate bibliography key' },
  text: ({ key, file, line }) => ({
    id: `Kunci “${key}” sudah dipakai di ${file} baris ${line}; entri ini diabaikan.`,
    en: `The key “${key}” is already used in ${file} line ${line}; this entry is ignored.`,
  }),
  hint: () => ({
    id: 'Hapus salah satu entri, atau beri kunci lain.',
    en: 'Delete one of the entries or give it another key.',
  }),
})

export const unknownType = message<{ type: string; key: string; near: readonly string[] }>({
  id: 'bibliography/unknown-type',
  severity: 'warning',
  title: { id: 'Jenis pustaka tidak dikenal', en: 'Unknown kind of work' },
  text: ({ type, key }) => ({
    id: `Jenis “@${type}” pada entri “${key}” tidak dikenal dan dibaca sebagai @misc.`,
    en: `The type “@${type}” of the entry “${key}” is not known and read as @misc.`,
  }),
  hint: ({ near }) =>
    didYouMean(near, {
      id: 'Pakai misalnya @book, @article, @thesis, @report, @online.',
      en: 'Use for instance @book, @article, @thesis, @report, @online.',
    }),
})

export const missingTitle = message<{ key: string }>({
  id: 'bibliography/missing-title',
  severity: 'warning',
  title: { id: 'Pustaka tanpa judul', en: 'Work without a title' },
  text: ({ key }) => ({ id: `Entri “${key}” tidak berjudul.`, en: `The entry “${key}” has no title.` }),
  hint: () => ({ id: 'Tambahkan “title = {…},”.', en: 'Add “title = {…},”.' }),
})

export const unreadableValue = message<{ key: string; fields: readonly string[] }>({
  id: 'bibliography/unreadable-value',
  severity: 'warning',
  title: { id: 'Isian pustaka tidak terbaca sebagai LaTeX', en: 'Bibliography field unreadable as LaTeX' },
  text: ({ key, fields }) => ({
    id: `Pada entri “${key}”, ${quoted(fields)} memuat LaTeX yang tidak terbaca dan dipakai apa adanya.`,
    en: `In the entry “${key}”, ${quoted(fields)} holds LaTeX that cannot be read; it is used as it stands.`,
  }),
  hint: () => ({
    id: 'Periksa pasangan “{}” dan “$”, atau tulis hurufnya langsung (é, ü, &).',
    en: 'Check the pairs of “{}” and “$”, or type the characters themselves (é, ü, &).',
  }),
})

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

export const jsonShape = message<{ number: number }>({
  id: 'bibliography/json-shape',
  severity: 'error',
  title: { id: 'Bukan CSL-JSON', en: 'Not CSL-JSON' },
  text: ({ number }) =>
    number === 0
      ? {
          id: 'Isi berkas ini bukan daftar karya CSL-JSON ([{"id": …, "type": …}]).',
          en: 'This file does not hold a list of CSL-JSON works ([{"id": …, "type": …}]).',
        }
      : {
          id: `Karya ke-${number} tidak mempunyai “id” dan “type”.`,
          en: `Work number ${number} has no “id” and “type”.`,
        },
})

export const jsonValue = message<{ key: string; fields: readonly string[] }>({
  id: 'bibliography/json-value',
  severity: 'warning',
  title: { id: 'Isian CSL-JSON berjenis salah', en: 'CSL-JSON value of the wrong kind' },
  text: ({ key, fields }) => ({
    id: `Pada karya “${key}”, isi ${quoted(fields)} tidak berbentuk CSL-JSON dan diabaikan.`,
    en: `In the work “${key}”, the value of ${quoted(fields)} is not CSL-JSON and is ignored.`,
  }),
  hint: () => ({
    id: 'Nama ditulis [{"family": …, "given": …}], tanggal {"date-parts": [[2020]]}.',
    en: 'Names are written [{"family": …, "given": …}], dates {"date-parts": [[2020]]}.',
  }),
})

export const unknownFormat = message<{ extension: string }>({
  id: 'bibliography/unknown-format',
  severity: 'error',
  title: { id: 'Format pustaka tidak dikenal', en: 'Unknown bibliography format' },
  text: ({ extension }) => ({
    id: `Berkas pustaka berakhiran “${extension}” tidak dapat dibaca.`,
    en: `A bibliography that ends in “${extension}” cannot be read.`,
  }),
  hint: () => ({
    id: 'Pakai .bib (BibTeX/BibLaTeX) atau .json (CSL-JSON).',
    en: 'Use .bib (BibTeX/BibLaTeX) or .json (CSL-JSON).',
  }),
})
