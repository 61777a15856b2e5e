import { faultsOf } from '../outline/faults.ts'
import type { HeadingRecord } from '../outline/headings.ts'
import { named } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const duplicate = ruleMessage<{ heading: HeadingRecord; first: HeadingRecord | undefined }>({
  text: ({ heading, first }) => {
    const other = first ? named(first) : heading.title
    const where = first ? { file: first.file, line: first.place.start.line } : undefined
    return {
      id: `“${named(heading)}” mengulang “${other}”${where ? ` di ${where.file}, baris ${where.line}` : ''}.`,
      en: `“${named(heading)}” repeats “${other}”${where ? ` at ${where.file}, line ${where.line}` : ''}.`,
    }
  },
  hint: () => ({
    id: 'Gabungkan keduanya atau beri yang satu judul lain.',
    en: 'Join the two or give one of them another title.',
  }),
})

/** A section of the outline that stands twice in its parent. */
export const outlineDuplicate = defineRule({
  id: 'outline/duplicate',
  severity: 'error',
  title: { id: 'Bab atau bagian ganda', en: 'A chapter or section stands twice' },
  why: {
    id: 'Pembaca tidak tahu mana yang berlaku; biasanya sisa salinan lama.',
    en: 'Readers cannot tell which one counts; usually it is left over from an older copy.',
  },
  messages: { duplicate },
  check(thesis, report) {
    for (const { heading, first } of faultsOf(thesis.faults, 'duplicate')) {
      report(duplicate, { heading, first }, { file: heading.file, place: heading.place })
    }
  },
})
