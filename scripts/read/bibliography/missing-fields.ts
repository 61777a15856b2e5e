/** Which fields a work must have, by its CSL type, and what each format calls them. */
import type { CslItem } from '../../model.ts'
import type { Format, Work } from './work.ts'

type Needed = 'title' | 'author' | 'issued' | 'publisher' | 'container-title' | 'URL'

/** What every list of references prints of such a work; pages, volumes and places are not known of each. */
const NEEDED: ReadonlyMap<string, readonly Needed[]> = new Map<string, readonly Needed[]>([
  ['book', ['publisher', 'issued']],
  ['article-journal', ['author', 'container-title', 'issued']],
  ['article-magazine', ['container-title', 'issued']],
  ['article-newspaper', ['container-title', 'issued']],
  ['chapter', ['author', 'container-title', 'publisher', 'issued']],
  ['paper-conference', ['author', 'container-title', 'issued']],
  ['thesis', ['author', 'publisher', 'issued']],
  ['report', ['publisher', 'issued']],
  ['webpage', ['URL']],
  ['post-weblog', ['URL']],
])

const NAMES: Readonly<Record<Format, (needed: Needed, type: string) => string>> = {
  bibtex: (needed, type) => {
    if (needed === 'issued') return 'year'
    if (needed === 'URL') return 'url'
    if (needed === 'container-title') return type === 'article' ? 'journal' : 'booktitle'
    if (needed !== 'publisher') return needed
    if (/thesis|^skripsi$|^tesis$|^disertasi$/.test(type)) return 'school'
    return /report|^laporan$/.test(type) ? 'institution' : 'publisher'
  },
  csl: (needed) => needed,
  ris: (needed) =>
    ({ title: 'TI', author: 'AU', issued: 'PY', publisher: 'PB', 'container-title': 'T2', URL: 'UR' })[
      needed
    ],
}

const EXAMPLES: Readonly<Record<Format, (name: string) => string>> = {
  bibtex: (name) => `“${name} = {…},”`,
  csl: (name) => `“"${name}": …”`,
  ris: (name) => `“${name}  - …”`,
}

/** The fields a work lacks, as its format calls them, and how one is written. */
export function missingOf({ item, format, type, undated }: Work): { fields: string[]; example: string } {
  const needed: readonly Needed[] = ['title', ...(NEEDED.get(item.type) ?? [])]
  const lacks = needed.filter((one) => {
    if (isFilled(item[one])) return false
    if (one === 'author') return !isFilled(item.editor)
    if (one === 'issued') return !undated
    // A body publishes its own reports; the list does not name it twice.
    if (one === 'publisher') return !isByBodies(item)
    if (one === 'container-title') return !isFilled(item['event-title']) && !isFilled(item.event)
    return one !== 'URL' || !isFilled(item.DOI)
  })
  const fields = lacks.map((one) => NAMES[format](one, type))
  return { fields, example: fields.map(EXAMPLES[format]).join(', ') }
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
}

function isByBodies({ author, editor }: CslItem): boolean {
  const names: unknown = author ?? editor
  return Array.isArray(names) && names.length > 0 && names.every((name) => typeof name?.literal === 'string')
}
