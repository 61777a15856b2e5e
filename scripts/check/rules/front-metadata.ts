import { isGiven } from '../../schema/given.ts'
import { isReplaced, partName, standing } from '../front-matter.ts'
import { defineRule, ruleMessage } from '../rule.ts'

interface Facts {
  readonly keys: readonly string[]
  /** The pages that print them. */
  readonly pages: readonly { readonly id: string; readonly en: string }[]
}

const missing = ruleMessage<Facts>({
  text: ({ keys, pages }) => ({
    id: `Halaman depan belum lengkap: ${keys.join(', ')} belum diisi (untuk ${pages.map(({ id }) => id).join(', ')}).`,
    en: `The front pages are incomplete: ${keys.join(', ')} not given (for ${pages.map(({ en }) => en).join(', ')}).`,
  }),
  hint: ({ keys: [key = ''] }) => {
    const example = key.includes('.') ? key.replace('.', ': { ').concat(': … }') : `${key}: …`
    return {
      id: `Isi kunci itu di naskah.yaml, misalnya \`${example}\`. Tanpa isinya, baris itu tidak dicetak.`,
      en: `Give these keys in naskah.yaml, e.g. \`${example}\`. Without them those lines are not printed.`,
    }
  },
})

/** What the front pages print and `naskah.yaml` does not say: one message for all of it. */
export const frontMetadata = defineRule({
  id: 'front/metadata',
  severity: 'warning',
  title: { id: 'Data halaman depan belum lengkap', en: 'Data of the front pages is missing' },
  why: {
    id: 'Sampul dan lembar pengesahan tanpa nama, NIM, atau pembimbing ditolak di bagian akademik.',
    en: 'A cover or approval page without name, student number or supervisor is sent back by the registry.',
  },
  messages: { missing },
  check({ front, explicitProfile }, report) {
    const file = front?.configPlace([]).file
    // A bare folder of Markdown, or one whose author named no profile, has no front pages yet.
    if (!front || file === undefined || !explicitProfile) return
    const { config, choices } = front
    const made = front.parts.filter(
      ({ id }) =>
        !isReplaced(id, front) &&
        choices.wanted.get(id) !== false &&
        (standing(id, front) === 'required' || choices.wanted.get(id) === true),
    )
    const lacking = made
      .map(({ id, needs = [] }) => ({ id, keys: needs.filter((key) => !isGiven(config, key)) }))
      .map(({ id, keys }) => ({ id, keys: keys.filter((key) => !isTooEarly(key, config.stage)) }))
      .filter(({ keys }) => keys.length > 0)
    if (lacking.length === 0) return
    const keys = [...new Set(lacking.flatMap((page) => page.keys))]
    const start = { line: 1, column: 1 }
    report(
      missing,
      { keys, pages: lacking.map(({ id }) => partName(id, front)) },
      { file, place: { start, end: start }, expected: keys.join(', ') },
    )
  },
})

/** Nobody has examined a proposal yet. */
function isTooEarly(key: string, stage: string | undefined): boolean {
  return stage === 'proposal' && key === 'examiners'
}
