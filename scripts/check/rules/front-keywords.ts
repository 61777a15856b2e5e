import type { Abstract, Text } from '../../model.ts'
import { type FrontMatter, partName } from '../front-matter.ts'
import { defineRule, ruleMessage } from '../rule.ts'

interface CountFacts {
  readonly name: Text
  readonly found: number
  readonly min: number
  readonly max: number
  readonly profile: string
}

const range = ({ min, max }: { readonly min: number; readonly max: number }) =>
  min === max ? String(min) : `${min}–${max}`

const count = ruleMessage<CountFacts>({
  text: ({ name, found, profile, ...limits }) => ({
    id: `Ada ${found} kata kunci untuk ${name.id}; ${profile} meminta ${range(limits)}.`,
    en: `There are ${found} keywords for the part “${name.en}”; ${profile} asks for ${range(limits)}.`,
  }),
  hint: ({ found, max }) =>
    found > max
      ? { id: 'Hapus yang paling umum.', en: 'Remove the most general ones.' }
      : { id: 'Tambahkan kata kunci, dipisahkan koma.', en: 'Add keywords, with commas between them.' },
})

const none = ruleMessage<Omit<CountFacts, 'found'> & { readonly language: string }>({
  text: ({ name, profile, ...limits }) => ({
    id: `${name.id} tidak diikuti kata kunci; ${profile} meminta ${range(limits)}.`,
    en: `The part “${name.en}” has no keywords; ${profile} asks for ${range(limits)}.`,
  }),
  hint: ({ language }) => ({
    id: `Tulis \`keywords: { ${language}: [satu, dua, tiga] }\` di naskah.yaml, atau baris “${language === 'id' ? 'Kata kunci' : 'Keywords'}: …” di akhir berkas ini.`,
    en: `Write \`keywords: { ${language}: [one, two, three] }\` in naskah.yaml, or a line “${language === 'id' ? 'Kata kunci' : 'Keywords'}: …” at the end of this file.`,
  }),
})

const order = ruleMessage<{ name: Text; sorted: readonly string[]; profile: string }>({
  text: ({ name, profile }) => ({
    id: `Kata kunci untuk ${name.id} tidak menurut abjad; ${profile} memintanya.`,
    en: `The keywords for the part “${name.en}” are not in alphabetical order; ${profile} asks for it.`,
  }),
  hint: ({ sorted }) => ({
    id: `Urutkan: ${sorted.join(', ')}.`,
    en: `Put them in this order: ${sorted.join(', ')}.`,
  }),
})

export const frontKeywords = defineRule({
  id: 'front/keywords',
  severity: 'warning',
  isFormat: true,
  title: { id: 'Kata kunci tidak sesuai ketentuan', en: 'Keywords differ from what the profile asks for' },
  why: {
    id: 'Katalog dan repositori mencari skripsi melalui kata kuncinya.',
    en: 'Catalogues and repositories find a thesis by its keywords.',
  },
  messages: { count, none, order },
  check({ front, profileName: profile }, report) {
    const limits = front?.profile.abstract.keywords
    if (!front || !limits) return
    for (const abstract of front.abstracts) {
      if (abstract.blocks.length === 0) continue
      const name = partName(abstract.id, front)
      const { min, max } = limits
      const keywords = keywordsOf(abstract, front)
      if (!keywords) {
        const place = abstract.blocks.at(-1)?.position
        const where = { file: abstract.path, place: place && { start: place.end, end: place.end } }
        report(none, { name, min, max, profile, language: abstract.language }, where)
        continue
      }
      const { words, where } = keywords
      if (words.length < min || words.length > max) {
        report(count, { name, found: words.length, min, max, profile }, where)
      }
      const sorted = words.toSorted((a, b) => a.localeCompare(b, abstract.language))
      if (
        front.profile.abstract.keyword_order === 'alphabetical' &&
        sorted.some((word, at) => word !== words[at])
      ) {
        report(order, { name, sorted, profile }, { ...where, expected: sorted.join(', ') })
      }
    }
  },
})

/** Those typed below the abstract come before those of `naskah.yaml`, as in print. */
function keywordsOf({ keywords, language, path }: Abstract, { config, configPlace }: FrontMatter) {
  if (keywords) return { words: keywords.words, where: { file: path, place: keywords.place } }
  const words = config.keywords?.[language]
  return words && { words, where: configPlace(['keywords', language]) }
}
