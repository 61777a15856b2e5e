import { EXIT, visit } from 'unist-util-visit'
import type { Where } from '../../diagnostics.ts'
import type { Chapter, Part, Place, Text } from '../../model.ts'
import { isGiven } from '../../schema/given.ts'
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
  check({ front, chapters, profileName: profile }, report) {
    if (!front) return
    const order = [...front.profile.front_matter, ...front.profile.back_matter]
    for (const { id } of front.parts) {
      const where = sourceOf(id, front, chapters)
      if (!where || front.choices.wanted.get(id) === false || standing(id, front) !== 'foreign') continue
      const facts = { name: partName(id, front), profile, order: order.map((part) => part.replace('?', '')) }
      report(unplaced, facts, where)
    }
  },
})

/** Where the part is asked for, or what it is made of stands; undefined where there is nothing to print. */
function sourceOf(id: string, front: FrontMatter, chapters: readonly Chapter[]): Where | undefined {
  const { choices, written, configPlace, config, parts } = front
  if (choices.wanted.has(id)) return configPlace(['front', id])
  const [scan] = choices.scans.get(id) ?? []
  if (scan) return { file: scan.file, place: scan.place }
  const file = choices.pages.get(id)?.path ?? written.get(id)
  const start = { line: 1, column: 1 }
  if (file !== undefined) return { file, place: { start, end: start } }
  const part = parts.find((one) => one.id === id)
  const key = part && madeFrom(part).find((name) => isGiven(config, name))
  return key === undefined ? part && typedIn(chapters, part) : configPlace(key.split('.'))
}

/** Keys of `naskah.yaml` of which one is enough for the part to be made. */
function madeFrom({ kind, made_from: keys = [] }: Part): readonly string[] {
  return kind === 'appendices' || kind === 'abbreviations' ? [kind] : keys
}

/** The heading under which it stands among the chapters; for the references, the first work that is cited. */
function typedIn(chapters: readonly Chapter[], part: Part): Where | undefined {
  const names = [...Object.values(part.heading ?? {}), ...(part.aliases ?? [])]
  const titles = names.map((name) => name.toLowerCase())
  for (const { path: file, tree } of chapters) {
    let place: Place | undefined
    visit(tree, (node) => {
      const isTitle =
        node.type === 'heading' &&
        node.depth === 1 &&
        node.data?.section?.number === '' &&
        titles.includes(node.data.section.title.toLowerCase())
      if (!isTitle && !(part.kind === 'bibliography' && node.type === 'citation')) return undefined
      place = node.position
      return EXIT
    })
    if (place) return { file, place }
  }
  return undefined
}
