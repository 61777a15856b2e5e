/** What is said about the works of a bibliography, whatever format they are written in. */
import { didYouMean, message, quoted } from '../../diagnostics.ts'

export const missingFields = message<{
  key: string
  type: string
  fields: readonly string[]
  example: string
}>({
  id: 'bibliography/missing-field',
  severity: 'warning',
  title: { id: 'Isian pustaka yang wajib tidak ada', en: 'Required bibliography field missing' },
  text: ({ key, type, fields }) => ({
    id: `Entri “${key}” (${type}) tidak mempunyai ${quoted(fields)}.`,
    en: `The entry “${key}” (${type}) has no ${quoted(fields)}.`,
  }),
  hint: ({ example }) => ({
    id: `Tambahkan ${example}; bila jenis karyanya lain, ganti jenisnya.`,
    en: `Add ${example}, or change the type if this is another kind of work.`,
  }),
})

export const sameWork = message<{
  key: string
  other: string
  file: string
  line: number
  by: 'doi' | 'title'
}>({
  id: 'bibliography/same-work',
  severity: 'warning',
  title: { id: 'Satu karya dengan dua kunci', en: 'One work under two keys' },
  text: ({ key, other, file, line, by }) => ({
    id: `“${key}” dan “${other}” (${file} baris ${line}) tampaknya karya yang sama: ${
      by === 'doi' ? 'DOI-nya sama' : 'judul, tahun, dan penulis pertamanya sama'
    }.`,
    en: `“${key}” and “${other}” (${file} line ${line}) seem to be one work: ${
      by === 'doi' ? 'they have the same DOI' : 'title, year and first author are the same'
    }.`,
  }),
  hint: ({ other }) => ({
    id: `Hapus salah satu dan sitasi dengan satu kunci, misalnya “${other}”; dua-duanya akan tercetak di Daftar Pustaka.`,
    en: `Delete one and cite by one key, such as “${other}”; both would be printed in the list of references.`,
  }),
})

export const oddYear = message<{
  key: string
  year: string
  kind: 'unreadable' | 'future'
  meant: string | undefined
  thisYear: number | undefined
}>({
  id: 'bibliography/odd-year',
  severity: 'warning',
  title: { id: 'Tahun terbit janggal', en: 'Odd year of publication' },
  text: ({ key, year, kind, thisYear }) =>
    kind === 'future'
      ? {
          id: `Tahun “${year}” pada entri “${key}” masih di masa depan; sekarang ${thisYear}.`,
          en: `The year “${year}” of the entry “${key}” is in the future; this is ${thisYear}.`,
        }
      : {
          id: `Tahun “${year}” pada entri “${key}” bukan tahun empat angka.`,
          en: `The year “${year}” of the entry “${key}” is not a year of four digits.`,
        },
  hint: ({ meant }) =>
    meant === undefined
      ? {
          id: 'Periksa tahunnya; karya tanpa tahun ditulis “t.t.”.',
          en: 'Check the year; a work without one is written “t.t.”.',
        }
      : { id: `Mungkin maksud Anda “${meant}”?`, en: `Did you mean “${meant}”?` },
})

export const capitals = message<{ key: string; title: string }>({
  id: 'bibliography/capitals',
  severity: 'warning',
  title: { id: 'Judul pustaka seluruhnya huruf kapital', en: 'Title of a work all in capitals' },
  text: ({ key, title }) => ({
    id: `Judul entri “${key}” seluruhnya huruf kapital: “${title}”.`,
    en: `The title of the entry “${key}” is all in capitals: “${title}”.`,
  }),
  hint: () => ({
    id: 'Tulis dengan huruf biasa; hanya huruf pertama, nama, dan singkatan yang berhuruf kapital.',
    en: 'Write it in ordinary letters; only the first one, names and acronyms take capitals.',
  }),
})

export const personTitles = message<{ key: string; titles: readonly string[]; plain: string }>({
  id: 'bibliography/person-titles',
  severity: 'warning',
  title: { id: 'Gelar dalam nama penulis', en: 'Academic titles in the name of an author' },
  text: ({ key, titles, plain }) => ({
    id: `Nama pada entri “${key}” memuat gelar ${quoted(titles)}; gelar tidak dicetak dan nama dibaca “${plain}”.`,
    en: `A name in the entry “${key}” holds the titles ${quoted(titles)}; they are not printed and the name is read as “${plain}”.`,
  }),
  hint: ({ plain }) => ({ id: `Tulis “${plain}”.`, en: `Write “${plain}”.` }),
})

export const unbracedBody = message<{ key: string; name: string; format: 'bibtex' | 'csl' | 'ris' }>({
  id: 'bibliography/unbraced-body',
  severity: 'warning',
  title: { id: 'Nama lembaga ditulis seperti nama orang', en: 'Organisation written like a person' },
  text: ({ key, name }) => ({
    id: `“${name}” pada entri “${key}” tampaknya lembaga, tetapi ditulis seperti nama orang; dibaca sebagai lembaga.`,
    en: `“${name}” in the entry “${key}” seems to be an organisation written like a person; it is read as an organisation.`,
  }),
  hint: ({ name, format }) => {
    const written = format === 'bibtex' ? `author = {{${name}}}` : `{"literal": "${name}"}`
    return {
      id: `Tulis ${written}; tanpa itu program lain menjadikan kata terakhirnya nama keluarga.`,
      en: `Write ${written}; without it other programs take its last word for a family name.`,
    }
  },
})

export const nameSeparator = message<{
  key: string
  field: string
  separator: string
  names: readonly string[]
}>({
  id: 'bibliography/name-separator',
  severity: 'warning',
  title: { id: 'Nama-nama tidak dipisahkan “and”', en: 'Names not separated by “and”' },
  text: ({ key, separator, names }) => ({
    id: `Nama-nama pada entri “${key}” dipisahkan “${separator}”; dibaca sebagai ${quoted(names)}.`,
    en: `The names in the entry “${key}” are separated by “${separator}”; they are read as ${quoted(names)}.`,
  }),
  hint: ({ field, names }) => ({
    id: `Tulis “${field} = {${names.join(' and ')}},”.`,
    en: `Write “${field} = {${names.join(' and ')}},”.`,
  }),
})

export const crossrefMissing = message<{ key: string; parent: string; near: readonly string[] }>({
  id: 'bibliography/crossref-missing',
  severity: 'warning',
  title: { id: 'Induk crossref tidak ada', en: 'Missing crossref parent' },
  text: ({ key, parent }) => ({
    id: `Entri “${key}” mengambil data dari “${parent}” (crossref), tetapi entri itu tidak ada.`,
    en: `The entry “${key}” takes data from “${parent}” (crossref), but there is no such entry.`,
  }),
  hint: ({ near }) =>
    didYouMean(near, {
      id: 'Tambahkan entri itu atau hapus crossref.',
      en: 'Add that entry or delete the crossref.',
    }),
})

export const crossrefLoop = message<{ chain: readonly string[] }>({
  id: 'bibliography/crossref-loop',
  severity: 'warning',
  title: { id: 'Crossref berputar', en: 'Circular crossref' },
  text: ({ chain }) => ({
    id: `Crossref berputar: ${chain.slice(0, 6).join(' → ')}${chain.length > 6 ? ' → …' : ''}.`,
    en: `The crossrefs go in a circle: ${chain.slice(0, 6).join(' → ')}${chain.length > 6 ? ' → …' : ''}.`,
  }),
  hint: () => ({
    id: 'Hapus crossref dari buku induknya: hanya bab yang menunjuk ke buku.',
    en: 'Delete the crossref of the parent: only a chapter points at its book.',
  }),
})
