import { faultsOf, type Wanted } from '../outline/faults.ts'
import type { HeadingRecord } from '../outline/headings.ts'
import { marks, named, wantedName, whereWanted } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

interface Facts {
  readonly wanted: Wanted
  readonly heading: HeadingRecord
}

const misplaced = ruleMessage<Facts>({
  text: ({ wanted, heading }) => {
    const [name, where] = [wantedName(wanted), whereWanted(wanted)]
    return {
      id: `“${named(heading)}” salah tempat: seharusnya “${name}”, ${where.id}.`,
      en: `“${named(heading)}” is misplaced: it should be “${name}”, ${where.en}.`,
    }
  },
  hint: () => ({
    id: 'Pindahkan bagian ini beserta isinya ke sana.',
    en: 'Move this section there with all it holds.',
  }),
})

const wrongDepth = ruleMessage<Facts>({
  text: ({ wanted, heading }) => {
    const [name, where] = [wantedName(wanted), whereWanted(wanted)]
    return {
      id: `“${named(heading)}” salah tingkat: seharusnya “${name}”, ${where.id}.`,
      en: `“${named(heading)}” is on the wrong level: it should be “${name}”, ${where.en}.`,
    }
  },
  hint: ({ wanted, heading }) => ({
    id: `Tulis “${marks(wanted.depth)} ${heading.title}” sebagai ganti “${marks(heading.depth)} ${heading.title}”.`,
    en: `Write “${marks(wanted.depth)} ${heading.title}” instead of “${marks(heading.depth)} ${heading.title}”.`,
  }),
})

/** A section out of order, in another parent, or with a wrong number of `#`. The fewest that must move are told. */
export const outlineOrder = defineRule({
  id: 'outline/order',
  severity: 'error',
  title: { id: 'Bab atau bagian salah tempat', en: 'A chapter or section is misplaced' },
  why: {
    id: 'Urutan kerangka adalah alur penalaran; bagian yang berpindah memutusnya.',
    en: 'The order of the outline is the line of reasoning; a section out of place breaks it.',
  },
  messages: { misplaced, wrongDepth },
  check(thesis, report) {
    for (const { wanted, heading, how } of faultsOf(thesis.faults, 'order')) {
      const { file, place } = heading
      const about = how === 'depth' ? wrongDepth : misplaced
      report(about, { wanted, heading }, { file, place, expected: wanted.section.title })
    }
  },
})
