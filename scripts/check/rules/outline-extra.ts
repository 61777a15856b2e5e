import { faultsOf } from '../outline/faults.ts'
import { named, quotedList } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

interface Facts {
  readonly found: { readonly number: string; readonly title: string }
  readonly parent: string
  readonly titles: readonly string[]
}

const extra = ruleMessage<Facts>({
  text: ({ found, parent, titles }) => ({
    id: `“${named(found)}” tidak termasuk kerangka; “${parent}” hanya memuat ${quotedList(titles)}.`,
    en: `“${named(found)}” is not in the outline; “${parent}” holds only ${quotedList(titles)}.`,
  }),
  hint: () => ({
    id: 'Jadikan subbagian dari salah satunya, pindahkan ke bab lain, atau hapus.',
    en: 'Make it a subsection of one of these, move it to another chapter, or remove it.',
  }),
})

/** A section the outline does not name, where the profile says `others: false`. */
export const outlineExtra = defineRule({
  id: 'outline/extra',
  severity: 'error',
  title: { id: 'Bagian di luar kerangka', en: 'A section outside the outline' },
  why: {
    id: 'Beberapa bab hanya boleh memuat bagian yang disebut pedoman.',
    en: 'Some chapters may hold only the sections a guide names.',
  },
  messages: { extra },
  check(thesis, report) {
    for (const { heading, parent, named: titles } of faultsOf(thesis.faults, 'extra')) {
      report(extra, { found: heading, parent, titles }, { file: heading.file, place: heading.place })
    }
  },
})
