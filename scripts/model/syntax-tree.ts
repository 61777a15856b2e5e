/** The nodes of a thesis that Markdown does not know, and what is noted at those it does. */
import type { ElementContent } from 'hast'
import type { BlockContent, Data, Literal, Node, Parent, PhrasingContent } from 'mdast'
import type { Place } from './messages.ts'

/** The CSL locator labels a typed "hlm. 5" or "bab 2" may become. */
export type LocatorLabel =
  | 'page'
  | 'chapter'
  | 'volume'
  | 'issue'
  | 'section'
  | 'paragraph'
  | 'article-locator'
  | 'part'
  | 'verse'
  | 'figure'
  | 'table'
  | 'line'
  | 'note'
  | 'folio'
  | 'book'
  | 'column'
  | 'appendix'

/** One work inside a citation: `lihat @key, hlm. 3` or, secondary, `@a, hlm. 3, dalam @b, hlm. 13`. */
export interface CiteItem {
  readonly key: string
  readonly prefix?: string
  readonly locator?: string
  readonly label?: LocatorLabel
  readonly suffix?: string
  /** `-@key`: the year alone. */
  readonly suppressAuthor: boolean
  /** The work actually read, when `key` is cited through it ("dalam"). */
  readonly within?: CiteItem
  /** Where the key stands in the file. */
  readonly place?: Place
}

/** `[@a, hlm. 3; @b]` (parenthetical) or `@a [hlm. 3]` (narrative). */
export interface Citation extends Node {
  type: 'citation'
  mode: 'parenthetical' | 'narrative'
  items: CiteItem[]
  data?: Data & {
    /** What the citation reads as, once resolved. */
    rendered?: ElementContent[]
    /** An id of this very place, so that the bibliography can link back. */
    id?: string
  }
}

/** `@tbl:x`, `[@fig:x]`, `@sec:x`: a link to a labelled thing. */
export interface CrossReference extends Literal {
  type: 'crossReference'
  /** The label as written, e.g. `tbl:tip`; `value` is what is shown, e.g. "Tabel 2.1". */
  label: string
  /** `numberOnly`: written `[-@tbl:x]`. */
  data?: Data & { target?: string; numberOnly?: boolean }
}

/** A figure or table with its caption and source line. */
export interface Captioned extends Parent {
  type: 'captioned'
  kind: CaptionKind
  /** The author's label, e.g. `tbl:tip`. */
  label?: string
  /** Width as typed, e.g. `80%` or `10cm`. */
  width?: string
  /** `{.landscape}`: on a turned page of its own. */
  landscape?: boolean
  children: (Caption | BlockContent | SourceLine)[]
  data?: Data & { id?: string; number?: string }
}

export type CaptionKind = 'figure' | 'table'

export interface Caption extends Parent {
  type: 'caption'
  children: PhrasingContent[]
}

/** "Sumber: …" under a figure or table. */
export interface SourceLine extends Parent {
  type: 'sourceLine'
  children: PhrasingContent[]
}

/** `x^2^` */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** `H~2~O` */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

/** `\newpage`: what follows begins a page. Between the blocks of a file, nowhere deeper. */
export interface PageBreak extends Node {
  type: 'pageBreak'
}

/** What the numbering knows of a heading. */
export interface Section {
  /** Unique in the whole thesis; the anchor of links. */
  readonly id: string
  /** "BAB I", "1.7.1.1", or empty when unnumbered. */
  readonly number: string
  /** What the number is made of: [1] for BAB I, [1, 7, 1, 1]; empty when unnumbered. */
  readonly counters: readonly number[]
  /** The title without any number, as plain text. */
  readonly title: string
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
}

declare module 'mdast' {
  interface HeadingData {
    section?: Section
    /** `{#sec:x}` */
    label?: string
    /** `{-}` or `{.unnumbered}` */
    unnumbered?: boolean
    /** A number typed by hand, taken off the title: "1.7.1" of `### 1.7.1 Definisi`. */
    typedNumber?: string
  }
  interface ParagraphData {
    /** "Kata kunci: …" typed below an abstract. */
    keywords?: readonly string[]
  }
  interface RootContentMap {
    citation: Citation
    crossReference: CrossReference
    captioned: Captioned
    caption: Caption
    sourceLine: SourceLine
    superscript: Superscript
    subscript: Subscript
    pageBreak: PageBreak
  }
  interface PhrasingContentMap {
    citation: Citation
    crossReference: CrossReference
    superscript: Superscript
    subscript: Subscript
  }
  interface BlockContentMap {
    captioned: Captioned
  }
}
