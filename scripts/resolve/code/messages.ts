/** What is said about blocks of code. */
import { message } from '../../diagnostics.ts'

export const unknownLanguage = message<{ language: string; near: readonly string[] }>({
  id: 'code/unknown-language',
  severity: 'info',
  title: { id: 'Bahasa kode tidak dikenal', en: 'The language of a block of code is not known' },
  text: ({ language, near }) => {
    const names = near.map((name) => `“${name}”`)
    const [orId, orEn] = [names.join(' atau '), names.join(' or ')]
    return {
      id: `Bahasa “${language}” tidak dikenal${near.length > 0 ? `; mungkin ${orId}` : ''}. Kodenya dicetak tanpa pewarnaan.`,
      en: `The language “${language}” is not known${near.length > 0 ? `; perhaps ${orEn}` : ''}. Its code is printed without colours.`,
    }
  },
  hint: () => ({
    id: 'Perbaiki nama di belakang ```, atau tulis `text` untuk teks biasa.',
    en: 'Correct the name behind ```, or write `text` for plain text.',
  }),
})
