/** What is said of citations typed by hand, and of works that nobody cites. */
import { message, quoted } from '../../../diagnostics.ts'

export const typedCitation = message<{ typed: string; markdown: string; fixable: boolean }>({
  id: 'citation/typed',
  severity: 'info',
  title: { id: 'Sitasi diketik tangan', en: 'A citation typed by hand' },
  text: ({ typed, markdown }) => ({
    id: `Sitasi “${typed}” diketik tangan dan dikenali sebagai ${markdown}; di PDF ia sudah bertaut ke daftar pustaka.`,
    en: `The citation “${typed}” is typed by hand and understood as ${markdown}; in the PDF it is linked to the list of references.`,
  }),
  hint: ({ markdown, fixable }) => ({
    id: `Tulis ${markdown}${fixable ? ', atau jalankan naskah lint --fix' : ''}: nama dan tahunnya lalu selalu sama dengan daftar pustaka.`,
    en: `Write ${markdown}${fixable ? ', or run naskah lint --fix' : ''}: its names and year then always agree with the list of references.`,
  }),
})

export const unclearTypedCitation = message<{
  typed: string
  near: readonly string[]
  ambiguous: boolean
  /** The work fits, and so may something that happened in that year. */
  event?: boolean
}>({
  id: 'citation/typed-unclear',
  severity: 'warning',
  title: {
    id: 'Sitasi ketikan tangan yang belum pasti karyanya',
    en: 'A typed citation whose work is not certain',
  },
  text: ({ typed, near, ambiguous, event }) => {
    if (event === true) {
      return {
        id: `“${typed}” bisa berarti karya ${keys(near)}, bisa pula tahun suatu peristiwa. Karena itu tidak ditautkan.`,
        en: `“${typed}” may mean the work ${keys(near)}, or the year something happened. So it is not linked.`,
      }
    }
    return ambiguous
      ? {
          id: `Sitasi “${typed}” cocok dengan ${near.length} karya atau lebih: ${keys(near)}. Karena itu tidak ditautkan.`,
          en: `The citation “${typed}” fits ${near.length} works or more: ${keys(near)}. So it is not linked.`,
        }
      : {
          id: `Sitasi “${typed}” tidak cocok tepat dengan karya mana pun di pustaka; yang mirip: ${keys(near)}. Nama semua penulis dan tahunnya harus sama.`,
          en: `The citation “${typed}” fits no work of the bibliography exactly; there is ${keys(near)}. The names of all authors and the year must agree.`,
        }
  },
  hint: ({ near }) => ({
    id: `Tulis kuncinya, misalnya [@${near[0]}], atau perbaiki nama dan tahunnya.`,
    en: `Write the key, for example [@${near[0]}], or mend the names and the year.`,
  }),
})

export const unknownTypedCitation = message<{ typed: string; missing: readonly string[] }>({
  id: 'citation/typed-unknown',
  severity: 'warning',
  title: {
    id: 'Sitasi ketikan tangan tanpa karya di pustaka',
    en: 'A typed citation of a work that is not there',
  },
  text: ({ typed, missing }) => ({
    id: `Sitasi “${typed}”: tidak ada karya di berkas pustaka untuk ${quoted(missing)}, jadi tidak akan masuk daftar pustaka.`,
    en: `The citation “${typed}”: the bibliography has no work for ${quoted(missing)}, so the list of references will have none.`,
  }),
  hint: () => ({
    id: 'Tambahkan karyanya ke berkas pustaka dan tulis [@kunci]. Bila ini bukan sitasi, tulis \\( sebagai ganti kurung bukanya.',
    en: 'Add the work to the bibliography and write [@key]. If this is no citation, write \\( for its opening bracket.',
  }),
})

export const uncitedWork = message<{ keys: readonly string[]; count: number; works: number }>({
  id: 'citation/uncited',
  severity: 'info',
  title: { id: 'Karya di pustaka yang tidak disitasi', en: 'A work of the bibliography that is not cited' },
  text: ({ keys: names, count, works }) =>
    count === 1
      ? {
          id: `Karya “${names[0]}” tidak disitasi di naskah, jadi tidak masuk daftar pustaka.`,
          en: `The work “${names[0]}” is not cited in the thesis, so it is not in the list of references.`,
        }
      : {
          id: `${count} dari ${works} karya di berkas ini tidak disitasi di naskah, jadi tidak masuk daftar pustaka: ${quoted(names)} …`,
          en: `${count} of the ${works} works of this file are not cited in the thesis, so they are not in the list of references: ${quoted(names)} …`,
        },
  hint: () => ({
    id: 'Sitasi karyanya di teks bila memang dipakai; bila tidak, biarkan atau hapus entrinya.',
    en: 'Cite it in the text if it was used; if not, leave the entry or take it out.',
  }),
})

function keys(near: readonly string[]): string {
  return near.map((key) => `@${key}`).join(', ')
}
