/** What is said about references: labels of another kind, links that lead nowhere, numbers typed by hand. */
import { didYouMean, message } from '../diagnostics.ts'
import type { Text } from '../model.ts'

export const labelPrefix = message<{ label: string; what: string; better: string }>({
  id: 'reference/label-prefix',
  severity: 'info',
  title: { id: 'Awalan label tidak cocok', en: 'The prefix of a label does not fit' },
  text: ({ label, what, better }) => ({
    id: `Label “${label}” ada pada ${what || 'sebuah judul'}; label yang lazim di situ “${better}”.`,
    en: `The label “${label}” is on ${what || 'a heading'}; the usual label there is “${better}”.`,
  }),
  hint: () => ({
    id: 'Rujukannya tetap benar. Ganti labelnya, dan semua rujukan kepadanya, agar tidak menyesatkan.',
    en: 'References to it are right all the same. Rename it, and all references to it, so that it misleads nobody.',
  }),
})

export const labelOfNothing = message<{ label: string; what: Text }>({
  id: 'reference/label-of-nothing',
  severity: 'warning',
  title: { id: 'Label tanpa pemilik', en: 'A label without an owner' },
  text: ({ label, what }) => ({
    id: `Label “${label}” pada bagian ini tidak dipakai: tidak ada ${what.id.toLowerCase()} tanpa label sendiri di dalamnya.`,
    en: `The label “${label}” of this div is not used: there is no ${what.en.toLowerCase()} without a label of its own in it.`,
  }),
  hint: ({ label }) => ({
    id: `Tulis {#${label}} pada takarir atau judul yang dimaksud; untuk tautan saja, pakai label tanpa awalan, misalnya {#${label.replace(/^[^:]*:/, '')}}.`,
    en: `Write {#${label}} behind the caption or heading that is meant; for links alone, a label without a prefix will do, such as {#${label.replace(/^[^:]*:/, '')}}.`,
  }),
})

export const brokenLink = message<{ target: string; near: readonly string[] }>({
  id: 'reference/broken-link',
  severity: 'error',
  title: { id: 'Tautan ke tempat yang tidak ada', en: 'A link to a place that does not exist' },
  text: ({ target }) => ({
    id: `Tautan #${target} tidak menuju judul, gambar, atau tabel mana pun di naskah ini.`,
    en: `The link #${target} leads to no heading, figure or table of this thesis.`,
  }),
  hint: ({ near }) =>
    didYouMean(
      near.map((name) => `#${name}`),
      {
        id: 'Beri judul yang dimaksud label, misalnya {#sec:temuan}, lalu tautkan ke #sec:temuan.',
        en: 'Give the heading that is meant a label, for example {#sec:temuan}, and link to #sec:temuan.',
      },
    ),
})

export const typedUnknown = message<{ typed: string; existing: readonly string[] }>({
  id: 'reference/typed-unknown',
  severity: 'warning',
  title: { id: 'Nomor yang dirujuk tidak ada', en: 'The text names a number that does not exist' },
  text: ({ typed, existing }) => ({
    id: `Teks menyebut “${typed}”, tetapi tidak ada yang bernomor itu.${existing.length > 0 ? ` Yang ada: ${shown(existing)}.` : ''}`,
    en: `The text names “${typed}”, but nothing has that number.${existing.length > 0 ? ` There are: ${shown(existing)}.` : ''}`,
  }),
  hint: () => ({
    id: 'Beri label pada yang dimaksud, misalnya {#tbl:data}, dan tulis @tbl:data: nomornya diisi sendiri.',
    en: 'Label what is meant, for example {#tbl:data}, and write @tbl:data: its number is filled in.',
  }),
})

const MOST_SHOWN = 12

function shown(names: readonly string[]): string {
  return names.length > MOST_SHOWN ? `${names.slice(0, MOST_SHOWN).join(', ')} …` : names.join(', ')
}
