/** "hlm. 5": the place in a work, where the style's own words for it are not at hand. */
import type { CiteItem, Language, LocatorLabel, Text } from '../../model.ts'

const WORDS: Readonly<Record<LocatorLabel, Text>> = {
  page: { id: 'hlm.', en: 'p.' },
  chapter: { id: 'bab', en: 'ch.' },
  volume: { id: 'jil.', en: 'vol.' },
  issue: { id: 'no.', en: 'no.' },
  'article-locator': { id: 'pasal', en: 'art.' },
  verse: { id: 'ayat', en: 'v.' },
  paragraph: { id: 'par.', en: 'para.' },
  section: { id: 'bag.', en: 'sec.' },
  part: { id: 'bag.', en: 'pt.' },
  figure: { id: 'gambar', en: 'fig.' },
  table: { id: 'tabel', en: 'tab.' },
  line: { id: 'baris', en: 'l.' },
  note: { id: 'cat.', en: 'n.' },
  appendix: { id: 'lamp.', en: 'app.' },
  column: { id: 'kol.', en: 'col.' },
  folio: { id: 'fol.', en: 'fol.' },
  book: { id: 'buku', en: 'bk.' },
}

/** Empty when the item names no place. */
export function locatorText({ label = 'page', locator }: CiteItem, language: Language): string {
  return locator === undefined ? '' : `${WORDS[label][language]}\u00A0${locator}`
}
