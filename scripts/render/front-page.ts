/** Cover, title page, approval and statement: `templates/pages/<language>/<part>.html`, filled from `naskah.yaml`. */
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import Mustache from 'mustache'
import { parse } from 'yaml'
import type { Host } from '../host.ts'
import type { ImageFile, Language, Person } from '../model.ts'
import { toRoman } from '../roman.ts'
import type { Config } from '../schema/config.ts'
import { templatePath } from '../templates.ts'

/** Words in one language of a thesis (`templates/words.yaml`). */
export interface Words {
  readonly author_id: string
  readonly staff_id: string
  readonly kinds: Readonly<Record<NonNullable<Config['stage']>, string>>
  readonly supervisor: string
  readonly examiner: string
  readonly dean: string
  readonly keywords: string
}

export async function readWords(host: Host): Promise<Record<Language, Words>> {
  return parse(new TextDecoder().decode(await host.read(templatePath('words.yaml'))))
}

interface FrontPageData {
  readonly config: Config
  readonly language: Language
  readonly words: Words
  /** The title as HTML, as written and in capitals. */
  readonly title: string
  readonly titleCaps: string
  readonly logo: ImageFile | undefined
}

/** A part made from a template. Text is escaped; only the title and the logo's address are HTML already. */
export async function frontPage(host: Host, part: string, data: FrontPageData): Promise<ElementContent[]> {
  const path = templatePath('pages', data.language, `${part}.html`)
  const html = Mustache.render(new TextDecoder().decode(await host.read(path)), view(data))
  return fromHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype')
}

/** The names the templates use. */
function view({ config, language, words, title, titleCaps, logo }: FrontPageData) {
  const caps = (text: string | undefined) => text?.toLocaleUpperCase(language)
  const kind = words.kinds[config.stage ?? 'skripsi']
  return {
    ...config,
    title,
    titleCaps,
    kind,
    kindCaps: caps(kind),
    kindLower: kind.toLocaleLowerCase(language),
    programmeCaps: caps(config.programme),
    facultyCaps: caps(config.faculty),
    universityCaps: caps(config.university),
    cityCaps: caps(config.city),
    idLabel: words.author_id,
    staffIdLabel: words.staff_id,
    logo: logo && `data:${logo.mediaType};base64,${Buffer.from(logo.data).toString('base64')}`,
    signers: [
      ...withRoles(config.supervisors ?? [], words.supervisor),
      ...withRoles(config.examiners ?? [], words.examiner),
    ],
    dean: config.dean && { ...config.dean, role: config.dean.role ?? words.dean },
  }
}

/** One supervisor is "Pembimbing"; of several, the second is "Pembimbing II". */
function withRoles(people: readonly Person[], role: string): Person[] {
  return people.map((person, at) => ({
    ...person,
    id: person.id ?? '',
    role: person.role ?? (people.length > 1 ? `${role} ${toRoman(at + 1)}` : role),
  }))
}
