/** What is said about code. */
import { message } from '../../diagnostics.ts'

export const unknownLanguage = message<{ language: string; near: readonly string[] }>({
  id: 'code/unknown-language',
  severity: 'info',
  title: { id: 'Bahasa kode tidak dikenal', en: 'Language of code not known' },
  text: ({ language }) => ({
    id: `Bahasa “${language}” tidak dikenal; kodenya dicetak tanpa penyorotan.`,
    en: `The language “${language}” is not known; the code is printed without highlighting.`,
  }),
  hint: ({ near }) =>
    near.length > 0
      ? {
          id: `Mungkin maksud Anda ${near.map((name) => `“${name}”`).join(', ')}?`,
          en: `Did you mean ${near.map((name) => `“${name}”`).join(', ')}?`,
        }
      : {
          id: 'Tulis nama bahasanya seperti python, r, sql, java, atau text bila bukan kode.',
          en: 'Write the name of the language, such as python, r, sql or java, or text where it is no code.',
        },
})
