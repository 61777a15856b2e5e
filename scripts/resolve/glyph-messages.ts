/** What is said of letters that no font has. */
import { message } from '../diagnostics.ts'

export const missingGlyph = message<{ letter: string; codePoint: string; others: readonly string[] }>({
  id: 'text/missing-glyph',
  severity: 'warning',
  title: { id: 'Huruf tidak tersedia', en: 'No font has this letter' },
  text: ({ letter, codePoint, others }) => {
    const more = others.length > 0 ? ` (${others.join(' ')})` : ''
    return {
      id: `Tidak ada huruf untuk “${letter}” (${codePoint})${more && `, juga untuk ${others.length} tanda lain${more}`}; di PDF ia mungkin tampak sebagai kotak.`,
      en: `No font has “${letter}” (${codePoint})${more && `, nor ${others.length} other signs${more}`}; in the PDF it may show as a box.`,
    }
  },
  hint: ({ letter }) =>
    /\p{Co}/u.test(letter)
      ? {
          id: 'Ini tanda dari huruf simbol, misalnya Wingdings di Word: ketik tanda atau kata yang dimaksud.',
          en: 'It comes from a font of symbols, such as Wingdings in Word: type the sign or word that is meant.',
        }
      : {
          id: 'Ganti dengan kata, tanda lain, atau alih aksara; atau sisipkan sebagai gambar.',
          en: 'Write a word, another sign or a transliteration instead, or show it as an image.',
        },
})
