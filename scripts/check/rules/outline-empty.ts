import { faultsOf } from '../outline/faults.ts'
import { named } from '../outline/phrases.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const empty = ruleMessage<{ number: string; title: string }>({
  text: (heading) => ({
    id: `“${named(heading)}” kosong: tidak ada isi maupun subbagian di bawah judulnya.`,
    en: `“${named(heading)}” is empty: there is neither text nor a subsection below its heading.`,
  }),
  hint: () => ({ id: 'Tulis isinya atau hapus judulnya.', en: 'Write its text or remove the heading.' }),
})

/** A heading with nothing below it. What an empty section should hold is not told besides. */
export const outlineEmpty = defineRule({
  id: 'outline/empty',
  severity: 'error',
  title: { id: 'Bab atau bagian kosong', en: 'An empty chapter or section' },
  why: {
    id: 'Judul tanpa isi terlihat di daftar isi, tetapi pembaca tidak menemukan apa-apa.',
    en: 'A heading without text shows in the contents, but readers find nothing there.',
  },
  messages: { empty },
  check(thesis, report) {
    for (const { heading } of faultsOf(thesis.faults, 'empty')) {
      report(empty, heading, { file: heading.file, place: heading.place })
    }
  },
})
