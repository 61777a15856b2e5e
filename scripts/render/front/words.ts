/** The words of made pages in both languages of a thesis: `templates/words.yaml`. */
import { parse } from 'yaml'
import type { Host } from '../../host.ts'
import type { Language } from '../../model.ts'
import type { Config } from '../../schema/config.ts'
import { templatePath } from '../../templates.ts'

/** Words in one language. */
export interface Words {
  readonly author_id: string
  readonly staff_id: string
  readonly kinds: Readonly<Record<NonNullable<Config['stage']>, string>>
  readonly supervisor: string
  readonly examiner: string
  readonly chair: string
  readonly secretary: string
  readonly programme_head: string
  readonly dean: string
  readonly keywords: string
}

/** The file is the program's own: a fault in it is a fault of the program and throws. */
export async function readWords(host: Host): Promise<Record<Language, Words>> {
  return parse(new TextDecoder().decode(await host.read(templatePath('words.yaml'))))
}
