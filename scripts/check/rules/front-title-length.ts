import { countWords } from '../../words.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const tooLong = ruleMessage<{ words: number; most: number; profile: string }>({
  text: ({ words, most, profile }) => ({
    id: `Judul terdiri atas ${words} kata; ${profile} membolehkan paling banyak ${most}.`,
    en: `The title has ${words} words; ${profile} allows ${most} at most.`,
  }),
  hint: () => ({
    id: 'Ringkas judulnya, atau pindahkan sebagian ke anak judul (`subtitle`).',
    en: 'Shorten the title, or move a part of it to the subtitle (`subtitle`).',
  }),
})

export const frontTitleLength = defineRule({
  id: 'front/title-length',
  severity: 'warning',
  isFormat: true,
  title: { id: 'Judul terlalu panjang', en: 'The title is too long' },
  why: {
    id: 'Banyak pedoman membatasi jumlah kata judul, dan judul itu tercetak di setiap lembar pengesahan.',
    en: 'Many guides limit the words of a title, and every approval page repeats it.',
  },
  messages: { tooLong },
  check({ front, profileName }, report) {
    const most = front?.profile.limits.title_max_words ?? null
    const title = front?.config.title
    if (!front || most === null || title === undefined) return
    const words = countWords(title)
    if (words > most) report(tooLong, { words, most, profile: profileName }, front.configPlace(['title']))
  },
})
