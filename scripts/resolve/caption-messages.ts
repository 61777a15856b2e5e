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
    id: 'Perbaiki nilainya, atau hapus atribut itu: tanpa itu ukurannya dipilih sendiri.',
    en: 'Correct the value, or remove the attribute: without it the size is chosen by itself.',
  }),
})
