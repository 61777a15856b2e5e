/** A work of the library as the engine wants it. */
import type { CslItem, Language, Text } from '../../model.ts'

/** Kinds of thesis and report that BibTeX names by a key. */
const GENRES: Readonly<Record<string, Text>> = {
  bathesis: { id: 'Skripsi', en: 'Undergraduate thesis' },
  mathesis: { id: 'Tesis', en: 'Master’s thesis' },
  phdthesis: { id: 'Disertasi', en: 'Doctoral dissertation' },
  candthesis: { id: 'Tesis kandidat', en: 'Candidate thesis' },
  techreport: { id: 'Laporan teknis', en: 'Technical report' },
  resreport: { id: 'Laporan penelitian', en: 'Research report' },
}

/**
 * What a work carries as its `keyword` when its name already says its year (a law), or its author is its publisher:
 * a style can ask whether a field is there, but not what it says, and keywords appear in no list. The styles that come
 * along then leave the year or the publisher out.
 */
const SAID_ALREADY = 'said-already'

/** Translates what depends on the language of the thesis, and fills in names older styles ask for. */
export function workInput(item: CslItem, language: Language): CslItem {
  const genre = typeof item.genre === 'string' ? (GENRES[item.genre]?.[language] ?? item.genre) : undefined
  const event = item.event ?? item['event-title']
  const { keyword: _, 'container-title': container, ...fields } = item
  const author = onlyAuthor(item)
  // A site that is its own author is not named twice.
  const again = ON_THE_WEB.has(item.type) && sameName(author, container)
  const said = namesItsYear(item) || sameName(author, item.publisher)
  return {
    ...fields,
    ...(container === undefined || again ? {} : { 'container-title': container }),
    ...(said ? { keyword: SAID_ALREADY } : {}),
    ...(genre === undefined ? {} : { genre }),
    ...(event === undefined ? {} : { event }),
  }
}

const ON_THE_WEB: ReadonlySet<string> = new Set(['post', 'webpage'])

/** The name of a work's author, if it is one that stands by itself: an organisation, or a person with one name. */
function onlyAuthor({ author }: CslItem): string | undefined {
  if (!Array.isArray(author) || author.length !== 1) return undefined
  const { literal, family, given }: { literal?: unknown; family?: unknown; given?: unknown } = author[0] ?? {}
  const name = literal ?? (given === undefined ? family : undefined)
  return typeof name === 'string' ? name : undefined
}

function sameName(one: string | undefined, other: unknown): boolean {
  return (
    one !== undefined && typeof other === 'string' && one.trim().toLowerCase() === other.trim().toLowerCase()
  )
}

/** "Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian" is not to read "(2011)" once more. */
function namesItsYear({ type, title, issued }: CslItem): boolean {
  if (type !== 'legislation' && type !== 'regulation') return false
  const year = JSON.stringify(issued ?? '').match(/\d{4}/)?.[0]
  return typeof title === 'string' && year !== undefined && new RegExp(`\\b${year}\\b`).test(title)
}
