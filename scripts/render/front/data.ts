/** The names page templates use, and what stands behind each: `naskah.yaml` as a page prints it. */
import type { Language, Person } from '../../model.ts'
import { toRoman } from '../../numerals.ts'
import type { Config } from '../../schema/config.ts'
import { printedDate } from './dates.ts'
import { boardDensity, type Density, type PageArea, supervisorsDensity } from './density.ts'
import type { Words } from './words.ts'

/** Text that is HTML already: `{{title}}` and `{{{title}}}` print the same. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
  toString(): string {
    return this.html
  }
}

/** Who signs; what is not known is empty. */
interface Signer {
  readonly name: string
  /** NIP, NIDN. */
  readonly id: string
  readonly role: string
}

/** A value that is not given is undefined, and a section of the template that asks for it prints nothing. */
export interface PageData {
  readonly title: Markup | undefined
  readonly titleCaps: Markup | undefined
  readonly titleEn: string | undefined
  readonly subtitle: string | undefined
  /** "Skripsi" */
  readonly kind: string
  readonly kindCaps: string
  readonly kindLower: string
  readonly degree: string | undefined
  readonly programme: string | undefined
  readonly programmeCaps: string | undefined
  readonly faculty: string | undefined
  readonly facultyCaps: string | undefined
  readonly university: string | undefined
  readonly universityCaps: string | undefined
  readonly city: string | undefined
  readonly cityCaps: string | undefined
  readonly year: string | undefined
  readonly date: string | undefined
  readonly defenceDate: string | undefined
  /** The address of the picture. */
  readonly logo: string | undefined
  readonly stampDuty: boolean
  /** "NIM" and "NIP". */
  readonly idLabel: string
  readonly staffIdLabel: string
  readonly author:
    | {
        readonly name: string
        readonly id: string
        readonly birthPlace: string
        readonly birthDate: string
        readonly address: string
        readonly email: string
        readonly phone: string
        /** Is there anything in `education`? */
        readonly hasEducation: boolean
        readonly education: readonly { readonly school: string; readonly years: string }[]
      }
    | undefined
  readonly supervisors: readonly Signer[]
  readonly examiners: readonly Signer[]
  /** The whole board: chair, secretary, examiners, supervisors. */
  readonly signers: readonly Signer[]
  /** "roomy", "close", "crowded" or "tight": classes by which all signatures fit on one page, of the board and of supervisors. */
  readonly boardDensity: Density
  readonly supervisorsDensity: Density
  readonly dean: Signer | undefined
  readonly programmeHead: Signer | undefined
}

export interface PageFacts {
  readonly config: Config
  readonly language: Language
  readonly words: Words
  /** As HTML, as written and in capitals. */
  readonly title: string | undefined
  readonly titleCaps: string | undefined
  readonly stampDuty: boolean
  readonly area: PageArea
  /** What is not given is a dotted blank, to be seen. */
  readonly draft: boolean
}

const BLANK = '……………………'

export function pageData(facts: PageFacts): PageData {
  const { config, language, words, title, titleCaps, stampDuty, area, draft } = facts
  const caps = (text: string | undefined) => text?.toLocaleUpperCase(language)
  const needed = (text: string | undefined) => text ?? (draft ? BLANK : undefined)
  const kind = words.kinds[config.stage ?? 'skripsi']
  const date = config.date === undefined ? undefined : printedDate(config.date, language)
  const defended = config.defence_date ?? config.date
  const university = needed(config.university)
  const programme = needed(config.programme)
  const city = needed(config.city)
  const supervisors = withRoles(config.supervisors ?? blankPerson(draft), words.supervisor)
  const examiners = withRoles(config.examiners ?? blankPerson(draft), words.examiner)
  const chair = signer(config.chair, words.chair)
  const secretary = signer(config.secretary, words.secretary)
  const signers = [chair, secretary, ...examiners, ...supervisors].filter((one) => one !== undefined)
  return {
    title: title === undefined ? undefined : new Markup(title),
    titleCaps: titleCaps === undefined ? undefined : new Markup(titleCaps),
    titleEn: config.title_en,
    subtitle: config.subtitle,
    kind,
    kindCaps: kind.toLocaleUpperCase(language),
    kindLower: kind.toLocaleLowerCase(language),
    degree: needed(config.degree),
    programme,
    programmeCaps: caps(programme),
    faculty: config.faculty,
    facultyCaps: caps(config.faculty),
    university,
    universityCaps: caps(university),
    city,
    cityCaps: caps(city),
    year: needed(config.year),
    date,
    defenceDate: defended === undefined ? undefined : printedDate(defended, language),
    logo: config.logo,
    stampDuty,
    idLabel: words.author_id,
    staffIdLabel: words.staff_id,
    author: authorData(config.author, language, draft),
    supervisors,
    examiners,
    signers,
    boardDensity: boardDensity(config.title ?? '', signers, area),
    supervisorsDensity: supervisorsDensity(
      config.title ?? '',
      supervisors,
      config.programme_head !== undefined,
      area,
    ),
    dean: signer(config.dean, words.dean),
    programmeHead: signer(config.programme_head, words.programme_head),
  }
}

function authorData(author: Config['author'], language: Language, draft: boolean): PageData['author'] {
  if (!author && !draft) return undefined
  const education = (author?.education ?? []).map(({ school, years }) => ({ school, years: years ?? '' }))
  return {
    name: author?.name ?? BLANK,
    id: author?.id ?? (draft ? BLANK : ''),
    birthPlace: author?.birth_place ?? '',
    birthDate: author?.birth_date === undefined ? '' : printedDate(author.birth_date, language),
    address: author?.address ?? '',
    email: author?.email ?? '',
    phone: author?.phone ?? '',
    hasEducation: education.length > 0,
    education,
  }
}

function blankPerson(draft: boolean): Person[] {
  return draft ? [{ name: BLANK }] : []
}

/** One supervisor is "Pembimbing"; of several, the second is "Pembimbing II". */
function withRoles(people: readonly Person[], role: string): Signer[] {
  return people.map(({ name, id, role: own }, at) => ({
    name,
    id: id ?? '',
    role: own ?? (people.length > 1 ? `${role} ${toRoman(at + 1)}` : role),
  }))
}

function signer(person: Person | undefined, role: string): Signer | undefined {
  return person && { name: person.name, id: person.id ?? '', role: person.role ?? role }
}
