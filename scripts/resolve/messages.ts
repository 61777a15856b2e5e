/** What the resolve stage says about numbers, labels and references. Citations have their own. */
import { didYouMean, message } from '../diagnostics.ts'

export const typedNumber = message<{ typed: string; computed: string; title: string }>({
  id: 'numbering/typed',
  severity: 'warning',
  title: { id: 'Nomor ketikan tidak cocok', en: 'A typed number differs' },
  text: ({ typed, computed, title }) => ({
    id: `“${title}” diberi nomor “${typed}” dengan tangan, padahal nomornya di sini ${computed}.`,
    en: `“${title}” carries the hand-typed number “${typed}”, but here its number is ${computed}.`,
  }),
  hint: () => ({
    id: 'Hapus nomor yang diketik; Naskah menomori sendiri.',
    en: 'Remove the typed number; Naskah numbers by itself.',
  }),
})

export const duplicateLabel = message<{ label: string; first: string }>({
  id: 'reference/duplicate-label',
  severity: 'error',
  title: { id: 'Label dipakai dua kali', en: 'A label is used twice' },
  text: ({ label, first }) => ({
    id: `Label “${label}” sudah dipakai di ${first}.`,
    en: `The label “${label}” is already used at ${first}.`,
  }),
  hint: () => ({ id: 'Beri salah satunya nama lain.', en: 'Give one of them another name.' }),
})

export const unknownLabel = message<{ label: string; near: readonly string[] }>({
  id: 'reference/unknown-label',
  severity: 'error',
  title: { id: 'Rujukan ke label yang tidak ada', en: 'Reference to a label that does not exist' },
  text: ({ label }) => ({
    id: `Tidak ada gambar, tabel, atau bagian berlabel “${label}”.`,
    en: `No figure, table or section carries the label “${label}”.`,
  }),
  hint: ({ near, label }) =>
    didYouMean(near, {
      id: `Tambahkan {#${label}} pada takarir atau judul yang dimaksud.`,
      en: `Add {#${label}} to the caption or heading that is meant.`,
    }),
})
