import type { Text } from '../../model.ts'
import { abstractIds, isReplaced, partName, standing } from '../front-matter.ts'
import { defineRule, ruleMessage } from '../rule.ts'

const missing = ruleMessage<{ ids: readonly string[]; names: readonly Text[]; profile: string }>({
  text: ({ names, profile }) => ({
    id: `${names.map(({ id }) => id).join(' dan ')} tidak ada; ${profile} memintanya.`,
    en: `${names.map(({ en }) => `“${en}”`).join(' and ')} missing; ${profile} asks for it.`,
  }),
  hint: ({ ids }) => {
    const files = ids.map((id) => `front/${id}.md`)
    return { id: `Tulis ${files.join(' dan ')}.`, en: `Write ${files.join(' and ')}.` }
  },
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
    const ids = abstractIds(front).filter((id) => {
      const isThere = front.abstracts.some((abstract) => abstract.id === id && abstract.blocks.length > 0)
      const isElsewhere = isReplaced(id, front) && !front.written.has(id)
      const isWanted = standing(id, front) === 'required' && front.choices.wanted.get(id) !== false
      return isWanted && !isThere && !isElsewhere
    })
    if (ids.length === 0) return
    const { file } = front.configPlace([])
    const start = { line: 1, column: 1 }
    const where = file === undefined ? {} : { file, place: { start, end: start } }
    report(missing, { ids, names: ids.map((id) => partName(id, front)), profile: profileName }, where)
  },
})
