import type { Text } from '../../model.ts'
import { partName, standing } from '../front-matter.ts'
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
      const where = front.configPlace(['front', id])
      report(unplaced, facts, where.place ? where : { file: choices.pages.get(id)?.path ?? written.get(id) })
    }
  },
})
