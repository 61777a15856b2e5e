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

export const tooLong = message<{ key: string; field: string; value: string }>({
  id: 'bibliography/too-long',
  severity: 'error',
  title: { id: 'Singkatan pustaka terlalu panjang', en: 'Bibliography abbreviation too long' },
  text: ({ key, field, value }) => ({
    id: `Pada entri “${key}”, singkatan “${value}” pada “${field}” menjadi terlalu panjang dan tidak diganti.`,
    en: `In the entry “${key}”, the abbreviation “${value}” of “${field}” becomes too long and is left as it is.`,
  }),
  hint: () => ({
    id: 'Periksa @string yang dibuat dari @string lain.',
    en: 'Check the @string that is made of other ones.',
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

export const unknownType = message<{
  type: string
  key: string
  near: readonly string[]
  format?: 'bibtex' | 'ris'
}>({
  id: 'bibliography/unknown-type',
  severity: 'warning',
  title: { id: 'Jenis pustaka tidak dikenal', en: 'Unknown kind of work' },
  text: ({ type, key, format }) => {
    const [name, general] = format === 'ris' ? [type, 'GEN'] : [`@${type}`, '@misc']
    return {
      id: `Jenis “${name}” pada entri “${key}” tidak dikenal dan dibaca sebagai ${general}.`,
      en: `The type “${name}” of the entry “${key}” is not known and read as ${general}.`,
    }
  },
  hint: ({ near, format }) => {
    const types =
      format === 'ris' ? 'BOOK, JOUR, THES, RPRT, ELEC' : '@book, @article, @thesis, @report, @online'
    return didYouMean(near, { id: `Pakai misalnya ${types}.`, en: `Use for instance ${types}.` })
  },
})

export const missingTitle = message<{ key: string; example: string }>({
  id: 'bibliography/missing-title',
  severity: 'warning',
  title: { id: 'Pustaka tanpa judul', en: 'Work without a title' },
  text: ({ key }) => ({ id: `Entri “${key}” tidak berjudul.`, en: `The entry “${key}” has no title.` }),
  hint: ({ example }) => ({ id: `Tambahkan ${example}.`, en: `Add ${example}.` }),
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

export const unknownFormat = message<{ extension: string }>({
  id: 'bibliography/unknown-format',
  severity: 'error',
  title: { id: 'Format pustaka tidak dikenal', en: 'Unknown bibliography format' },
  text: ({ extension }) => ({
    id: `Berkas pustaka berakhiran “${extension}” tidak dapat dibaca.`,
    en: `A bibliography that ends in “${extension}” cannot be read.`,
  }),
  hint: () => ({
    id: 'Pakai .bib (BibTeX/BibLaTeX), .json (CSL-JSON), .yaml (CSL-YAML), atau .ris (RIS).',
    en: 'Use .bib (BibTeX/BibLaTeX), .json (CSL-JSON), .yaml (CSL-YAML) or .ris (RIS).',
  }),
})
