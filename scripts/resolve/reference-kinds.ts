/** What can be referred to, and what it is called: a new kind of thing with a number is one entry here. */
import type { CaptionKind, Language } from '../model.ts'

export type ReferenceKind = CaptionKind | 'chapter' | 'section' | 'appendix' | 'equation'

interface KindFacts {
  /** What labels begin with: `fig` of `fig:peta`. The first is the one to recommend. */
  readonly prefixes: readonly string[]
  /** Its name before a number; for what carries a caption, the profile says it instead. */
  readonly name: Readonly<Record<Language, string>>
  /** Other names, in lower case, in any language; after one an author leaves out the first: `[Grafik @fig:x]`. */
  readonly others: readonly string[]
}

export const REFERENCE_KINDS: Readonly<Record<ReferenceKind, KindFacts>> = {
  chapter: { prefixes: ['sec'], name: { id: 'Bab', en: 'Chapter' }, others: ['bab', 'chapter'] },
  section: {
    prefixes: ['sec'],
    name: { id: 'subbab', en: 'Section' },
    others: ['subbab', 'sub-bab', 'bagian', 'subbagian', 'section', 'subsection'],
  },
  appendix: {
    prefixes: ['lamp', 'app', 'sec'],
    name: { id: 'Lampiran', en: 'Appendix' },
    others: ['lampiran', 'appendix'],
  },
  figure: {
    prefixes: ['fig'],
    name: { id: 'Gambar', en: 'Figure' },
    others: ['gambar', 'bagan', 'grafik', 'diagram', 'skema', 'peta', 'foto', 'figure', 'fig.'],
  },
  table: { prefixes: ['tbl'], name: { id: 'Tabel', en: 'Table' }, others: ['tabel', 'table', 'tab.'] },
  listing: {
    prefixes: ['lst'],
    name: { id: 'Kode', en: 'Listing' },
    others: ['kode', 'kode program', 'listing'],
  },
  equation: {
    prefixes: ['eq'],
    name: { id: 'Persamaan', en: 'Equation' },
    others: ['persamaan', 'rumus', 'pers.', 'equation', 'eq.'],
  },
}

/** The prefixes of all kinds. */
export const PREFIXES: readonly string[] = [
  ...new Set([...Object.values(REFERENCE_KINDS).flatMap(({ prefixes }) => prefixes)]),
]

interface ReferenceWords {
  readonly and: string
  /** Where "and" stands already within what is joined. */
  readonly asWellAs: string
  readonly page: string
}

/** Words between and before numbers. */
export const REFERENCE_WORDS: Readonly<Record<Language, ReferenceWords>> = {
  id: { and: 'dan', asWellAs: 'serta', page: 'halaman' },
  en: { and: 'and', asWellAs: 'and', page: 'page' },
}

export interface ReferenceNames {
  readonly language: Language
  /** The words of the profile before the numbers of captions. */
  readonly captions: Readonly<Record<CaptionKind, string>>
}

/** "Tabel", "Bab", "subbab" … as the thesis says it. */
export function kindName(kind: ReferenceKind, { language, captions }: ReferenceNames): string {
  return kind in captions ? captions[kind as CaptionKind] : REFERENCE_KINDS[kind].name[language]
}
