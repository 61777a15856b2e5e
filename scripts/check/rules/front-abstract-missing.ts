import type { Text } from '../../model.ts'
import { abstractIds, isReplaced, partName, standing } from '../front-matter.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const missing = ruleMessage<{ id: string; name: Text; profile: string }>({
  text: ({ name, profile }) => ({
    id: `${name.id} tidak ada; ${profile} memintanya.`,
    en: `The part “${name.en}” is missing; ${profile} asks for it.`,
  }),
  hint: ({ id }) => ({ id: `Tulis di front/${id}.md.`, en: `Write it in front/${id}.md.` }),
})

/** A proposal has no abstract yet. */
export const frontAbstractMissing = defineRule({
  id: 'front/abstract-missing',
  severity: 'warning',
  isFormat: true,
  title: { id: 'Abstrak tidak ada', en: 'An abstract is missing' },
  why: {
    id: 'Abstrak dalam kedua bahasa diminta hampir semua kampus, dan repositori menampilkannya.',
    en: 'Nearly every campus asks for abstracts in both languages, and repositories show them.',
  },
  messages: { missing },
  check({ front, explicitProfile, profileName }, report) {
    if (!front || !explicitProfile || front.config.stage === 'proposal') return
    for (const id of abstractIds(front)) {
      const isThere = front.abstracts.some((abstract) => abstract.id === id && abstract.blocks.length > 0)
      const isWanted = standing(id, front) === 'required' && front.choices.wanted.get(id) !== false
      if (isThere || !isWanted || (isReplaced(id, front) && !front.written.has(id))) continue
      const { file } = front.configPlace([])
      const start = { line: 1, column: 1 }
      const where = file === undefined ? {} : { file, place: { start, end: start } }
      report(missing, { id, name: partName(id, front), profile: profileName }, where)
    }
  },
})
