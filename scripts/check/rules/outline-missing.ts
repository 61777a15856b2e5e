import { faultsOf, type Wanted } from '../outline/faults.ts'
import { marks, wantedName, whereWanted } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const missing = ruleMessage<{ wanted: Wanted; profile: string }>({
  text: ({ wanted, profile }) => {
    const [name, where] = [wantedName(wanted), whereWanted(wanted)]
    return {
      id: `“${name}” tidak ada; kerangka ${profile} memintanya ${where.id}.`,
      en: `“${name}” is missing; the outline of ${profile} wants it ${where.en}.`,
    }
  },
  hint: ({ wanted: { depth, section } }) => ({
    id: `Tambahkan judul “${marks(depth)} ${section.title}” di sini beserta isinya.`,
    en: `Add the heading “${marks(depth)} ${section.title}” here, and its text.`,
  }),
})

/** A missing chapter or section; of a missing one's own sections nothing is said. */
export const outlineMissing = defineRule({
  id: 'outline/missing',
  severity: 'error',
  title: { id: 'Bab atau bagian wajib tidak ada', en: 'A required chapter or section is missing' },
  why: {
    id: 'Penguji mencari setiap bagian kerangka; naskah yang kurang satu bagian dikembalikan.',
    en: 'Examiners look for every section of the outline; a thesis that lacks one is sent back.',
  },
  messages: { missing },
  check(thesis, report) {
    for (const { wanted, file, place } of faultsOf(thesis.faults, 'missing')) {
      const facts = { wanted, profile: thesis.profileName }
      report(missing, facts, { file, place, expected: wanted.section.title })
    }
  },
})
