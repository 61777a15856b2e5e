import { defineRule, ruleMessage } from '../rule.ts'
import { atLeast, percent } from '../sources.ts'

const sources = ruleMessage<{ found: number; least: number; profile: string }>({
  text: ({ found, least, profile }) => ({
    id: `Daftar pustaka memuat ${found} karya; ${profile} meminta sedikitnya ${least}.`,
    en: `The list of references holds ${found} works; ${profile} asks for at least ${least}.`,
  }),
  hint: () => ({
    id: 'Yang dihitung ialah karya yang benar-benar dirujuk di dalam teks.',
    en: 'Only works that are cited in the text count.',
  }),
})

const journals = ruleMessage<{ found: number; of: number; least: number; profile: string }>({
  text: ({ found, of, least, profile }) => ({
    id: `${found} dari ${of} karya (${percent(found / of)}) ialah artikel jurnal; ${profile} meminta sedikitnya ${percent(least)}.`,
    en: `${found} of ${of} works (${percent(found / of)}) are journal articles; ${profile} asks for at least ${percent(least)}.`,
  }),
  hint: ({ found, of, least }) => ({
    id: `Kurang ${atLeast(least, of) - found} artikel jurnal di antara karya sebanyak itu.`,
    en: `Among as many works, ${atLeast(least, of) - found} more would have to be journal articles.`,
  }),
})

export const citationTooFew = defineRule({
  id: 'citation/too-few',
  severity: 'warning',
  isFormat: true,
  title: { id: 'Sumber terlalu sedikit', en: 'Too few sources' },
  why: {
    id: 'Banyaknya sumber, dan bagian artikel jurnal di antaranya, termasuk yang dihitung penguji.',
    en: 'How many sources there are, and how many of them are journal articles, is what examiners count.',
  },
  messages: { sources, journals },
  check({ sources: listed, profileName: profile }, report) {
    if (!listed) return
    const { works, limits, where } = listed
    const { min_sources: least, journal_share: share } = limits
    if (least !== null && works.length < least) {
      report(sources, { found: works.length, least, profile }, where)
    }
    const found = works.filter(({ item }) => item.type === 'article-journal').length
    if (share !== null && found < atLeast(share, works.length)) {
      report(journals, { found, of: works.length, least: share, profile }, where)
    }
  },
})
