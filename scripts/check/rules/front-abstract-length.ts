import { toString as mdastText } from 'mdast-util-to-string'
import type { Abstract, Place, Text } from '../../model.ts'
import { countWords } from '../../words.ts'
import { partName } from '../front-matter.ts'
import { defineRule, ruleMessage } from '../rule.ts'

interface Facts {
  readonly name: Text
  readonly found: number
  readonly limit: number
  readonly profile: string
}

const tooLong = ruleMessage<Facts>({
  text: ({ name, found, limit, profile }) => ({
    id: `${name.id} terdiri atas ${found} kata; ${profile} membolehkan paling banyak ${limit}.`,
    en: `The part “${name.en}” has ${found} words; ${profile} allows ${limit} at most.`,
  }),
  hint: ({ found, limit }) => ({
    id: `Kurangi sedikitnya ${found - limit} kata; batas itu terlewati di sini.`,
    en: `Leave out at least ${found - limit} words; here the limit is passed.`,
  }),
})

const tooShort = ruleMessage<Facts>({
  text: ({ name, found, limit, profile }) => ({
    id: `${name.id} terdiri atas ${found} kata; ${profile} meminta sedikitnya ${limit}.`,
    en: `The part “${name.en}” has ${found} words; ${profile} asks for ${limit} at least.`,
  }),
  hint: ({ found, limit }) => ({
    id: `Tambahkan sedikitnya ${limit - found} kata.`,
    en: `Add at least ${limit - found} words.`,
  }),
})

const paragraphs = ruleMessage<Facts>({
  text: ({ name, found, limit, profile }) => ({
    id: `${name.id} terdiri atas ${found} paragraf; ${profile} meminta ${limit}.`,
    en: `The part “${name.en}” has ${found} paragraphs; ${profile} asks for ${limit}.`,
  }),
  hint: ({ found, limit }) =>
    found > limit
      ? {
          id: 'Gabungkan paragrafnya: hapus baris kosong di antaranya.',
          en: 'Join paragraphs: remove the blank lines between them.',
        }
      : { id: 'Bagi teksnya dengan baris kosong.', en: 'Divide the text with a blank line.' },
})

/** Words and paragraphs of each abstract; neither headings nor keywords count. */
export const frontAbstractLength = defineRule({
  id: 'front/abstract-length',
  severity: 'warning',
  isFormat: true,
  title: { id: 'Panjang abstrak di luar ketentuan', en: 'An abstract is too long or too short' },
  why: {
    id: 'Abstrak yang melewati batas kata tidak muat di satu halaman dan dipotong oleh repositori.',
    en: 'An abstract over the limit does not fit on its page, and repositories cut it off.',
  },
  messages: { tooLong, tooShort, paragraphs },
  check({ front, profileName }, report) {
    if (!front) return
    const { min_words: least, max_words: most, paragraphs: wanted } = front.profile.abstract
    for (const abstract of front.abstracts) {
      const { blocks, path: file, id } = abstract
      if (blocks.length === 0) continue
      const facts = (found: number, limit: number) => ({
        name: partName(id, front),
        found,
        limit,
        profile: profileName,
      })
      const words = countWords(textOf(abstract))
      if (most !== null && words > most) {
        report(tooLong, facts(words, most), { file, place: placeOfWord(abstract, most + 1) })
      }
      if (least !== null && words < least) {
        report(tooShort, facts(words, least), { file, place: blocks[0]?.position })
      }
      const found = blocks.filter(({ type }) => type === 'paragraph')
      if (wanted !== null && found.length !== wanted) {
        const place = (found[wanted] ?? found.at(-1) ?? blocks[0])?.position
        report(paragraphs, facts(found.length, wanted), { file, place })
      }
    }
  },
})

function textOf({ blocks }: Abstract): string {
  return blocks.map((block) => mdastText(block)).join('\n')
}

/** The block in which a word stands, counted from 1. */
function placeOfWord({ blocks }: Abstract, number: number): Place | undefined {
  let words = 0
  return blocks.find((block) => {
    words += countWords(mdastText(block))
    return words >= number
  })?.position
}
