import { yearOf } from '../../csl-item.ts'
import { defineRule, ruleMessage } from '../rule.ts'
import { atLeast, percent } from '../sources.ts'

const work = ruleMessage<{ key: string; year: number; years: number; profile: string }>({
  text: ({ key, year, years, profile }) => ({
    id: `“${key}” terbit tahun ${year}; ${profile} menerima sumber paling lama ${years} tahun.`,
    en: `“${key}” appeared in ${year}; ${profile} takes sources of the last ${years} years.`,
  }),
  hint: () => ({
    id: 'Carilah edisi atau karya yang lebih baru, atau tanyakan kepada pembimbing apakah karya klasik diterima.',
    en: 'Look for a newer edition or work, or ask your supervisor whether classics are accepted.',
  }),
})

const share = ruleMessage<{ found: number; of: number; least: number; years: number; profile: string }>({
  text: ({ found, of, least, years, profile }) => ({
    id: `${found} dari ${of} karya (${percent(found / of)}) terbit dalam ${years} tahun terakhir; ${profile} meminta sedikitnya ${percent(least)}.`,
    en: `${found} of ${of} works (${percent(found / of)}) appeared in the last ${years} years; ${profile} asks for at least ${percent(least)}.`,
  }),
})

/** What is in force does not age. */
const AGELESS: ReadonlySet<string> = new Set(['legislation', 'treaty', 'bill', 'regulation', 'legal_case'])

export const citationTooOld = defineRule({
  id: 'citation/too-old',
  severity: 'warning',
  isFormat: true,
  title: { id: 'Sumber terlalu lama', en: 'Sources are too old' },
  why: {
    id: 'Banyak pedoman meminta sumber mutakhir; penguji menanyakan karya yang lama.',
    en: 'Many guides ask for recent sources; examiners ask about old ones.',
  },
  messages: { work, share },
  check({ sources, profileName: profile }, report) {
    if (!sources) return
    const { works, limits, year: now, where } = sources
    const dated = works.flatMap((entry) => {
      const year = yearOf(entry.item)
      return year === undefined || AGELESS.has(entry.item.type) ? [] : [{ ...entry, year }]
    })
    const years = limits.max_age_years
    for (const { key, year, file, place } of dated) {
      if (years !== null && now - year > years) report(work, { key, year, years, profile }, { file, place })
    }
    const { recent } = limits
    if (!recent || dated.length === 0) return
    const found = dated.filter(({ year }) => now - year <= recent.years).length
    if (found >= atLeast(recent.share, dated.length)) return
    const facts = { found, of: dated.length, least: recent.share, years: recent.years, profile }
    report(share, facts, where)
  },
})
