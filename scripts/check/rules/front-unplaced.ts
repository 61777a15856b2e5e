import type { Text } from '../../model.ts'
import { type FrontMatter, partName, standing } from '../front-matter.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const unplaced = ruleMessage<{ name: Text; profile: string; order: readonly string[] }>({
  text: ({ name, profile }) => ({
    id: `Bagian “${name.id}” tidak dicetak: ${profile} tidak mempunyai tempat untuknya.`,
    en: `The part “${name.en}” is not printed: ${profile} has no place for it.`,
  }),
  hint: ({ order }) => ({
    id: `Bagian yang dicetak: ${order.join(', ')}.`,
    en: `Parts that are printed: ${order.join(', ')}.`,
  }),
})

/** A part that somebody wrote or asked for must not vanish without a word. */
export const frontUnplaced = defineRule({
  id: 'front/unplaced',
  severity: 'warning',
  title: { id: 'Bagian yang tidak dicetak', en: 'A part that is not printed' },
  why: {
    id: 'Bagian yang sudah ditulis tetapi tidak tercetak baru ketahuan setelah naskah dijilid.',
    en: 'A part that was written and is not printed is noticed when the thesis is bound.',
  },
  messages: { unplaced },
  check({ front, profileName: profile }, report) {
    if (!front) return
    const { choices, written } = front
    const asked = [...choices.wanted].filter(([, wanted]) => wanted).map(([id]) => id)
    const ids = new Set([...written.keys(), ...choices.pages.keys(), ...choices.scans.keys(), ...asked])
    for (const id of ids) {
      if (standing(id, front) !== 'foreign') continue
      const order = [...front.profile.front_matter, ...front.profile.back_matter]
      const facts = { name: partName(id, front), profile, order: order.map((part) => part.replace('?', '')) }
      report(unplaced, facts, placeOf(id, front))
    }
  },
})

/** Where the part is asked for, or its file. */
function placeOf(id: string, { choices, written, configPlace }: FrontMatter) {
  if (choices.wanted.has(id)) return configPlace(['front', id])
  const [scan] = choices.scans.get(id) ?? []
  if (scan) return { file: scan.file, place: scan.place }
  const start = { line: 1, column: 1 }
  return { file: choices.pages.get(id)?.path ?? written.get(id), place: { start, end: start } }
}
