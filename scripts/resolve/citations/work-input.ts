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

/** Translates what depends on the language of the thesis, and fills in names older styles ask for. */
export function workInput(item: CslItem, language: Language): CslItem {
  const genre = typeof item.genre === 'string' ? (GENRES[item.genre]?.[language] ?? item.genre) : undefined
  const event = item.event ?? item['event-title']
  return {
    ...item,
    ...(genre === undefined ? {} : { genre }),
    ...(event === undefined ? {} : { event }),
  }
}
