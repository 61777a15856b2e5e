/** What is said about math. */
import { message } from '../../diagnostics.ts'
import type { Language } from '../../model.ts'

export const faultyMath = message<{ reason: Readonly<Record<Language, string>> }>({
  id: 'math/syntax',
  severity: 'error',
  title: { id: 'Rumus tidak dapat dibaca', en: 'Math cannot be read' },
  text: ({ reason }) => ({
    id: `Rumus ini tidak dapat dibaca: ${reason.id}.`,
    en: `This math cannot be read: ${reason.en}.`,
  }),
  hint: () => ({
    id: 'Perbaiki TeX-nya di tempat yang ditunjuk; bila yang dimaksud tanda dolar biasa, tulis \\$.',
    en: 'Mend the TeX at the place shown; where a plain dollar sign is meant, write \\$.',
  }),
})

export const unclosedMath = message({
  id: 'math/unclosed',
  severity: 'error',
  title: { id: 'Rumus tidak ditutup', en: 'Math is not closed' },
  text: () => ({
    id: 'Rumus yang dibuka dengan $$ di sini tidak ditutup.',
    en: 'The math opened with $$ here is not closed.',
  }),
  hint: () => ({
    id: 'Akhiri dengan $$, tanpa baris kosong di antaranya; di belakangnya hanya boleh ada {#eq:label}.',
    en: 'End it with $$, without a blank line in between; only {#eq:label} may follow.',
  }),
})
