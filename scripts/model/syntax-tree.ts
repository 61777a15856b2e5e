/** The nodes of a thesis that Markdown does not know, and what is noted at those it does. */
import type { ElementContent } from 'hast'
import type { BlockContent, Data, DefinitionContent, Literal, Node, Parent, PhrasingContent } from 'mdast'
import type {
  Caption,
  Captioned,
  Diagram,
  GridCell,
  GridRow,
  GridTable,
  HtmlTable,
  SourceLine,
  Subfigure,
} from './captioned.ts'
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

/** `@tbl:x`, `[@fig:x]`, `\ref{sec:x}`, or "Tabel 2.1" typed by hand: a link to a numbered thing. */
export interface CrossReference extends Literal {
  type: 'crossReference'
  /** The label as written, e.g. `tbl:tip`; `value` is what is shown, e.g. "Tabel 2.1". */
  label: string
  /** `page`: the number of the target's page follows `value` ("halaman", or nothing), once it is known. */
  data?: Data & { target?: string; page?: boolean }
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

/** `[teks]{.smallcaps lang=ar}` */
export interface BracketedSpan extends Parent {
  type: 'bracketedSpan'
  /** As typed, known or not. */
  classes: readonly string[]
  /** A language tag, e.g. `ar`. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  children: PhrasingContent[]
}

/** `\newpage`: what follows begins a page. Between the blocks of a file, nowhere deeper. */
export interface PageBreak extends Node {
  type: 'pageBreak'
}

/** `::: center`, or `:::` that ends one: a line of its own, until both are found. */
export interface DivFence extends Node {
  type: 'divFence'
  /** What it opens, as typed: a name or `{…}`; missing where it closes. */
  info?: string
}

/** `::: {.center lang=ar} … :::` */
export interface FencedDiv extends Parent {
  type: 'fencedDiv'
  /** Those the style sheet knows. */
  classes: string[]
  /** The author's label. */
  label?: string
  /** What else is written behind a label, for the figure or table the div is. */
  values?: Readonly<Record<string, string>>
  lang?: string
  dir?: 'rtl' | 'ltr'
  /** Headings part a div, for sections are no blocks of it; its pieces, and the headings between, share a number. */
  piece?: number
  children: BlockContent[]
  /** `id`: its anchor, where it has a label. */
  data?: Data & { id?: string }
}

/** Terms, each with its definitions behind it. */
export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  /** A blank line stands before it. */
  spread: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** How the letters or numbers of a list were typed, as its first item has it. Markdown's own `1.` and `1)` have none. */
export type ListMarker = 'a.' | 'a)' | '(a)' | 'A.' | 'A)' | '(A)' | 'i.' | 'i)' | '(i)' | '(1)'

/** What is known of a formula once its TeX is read. */
interface FormulaData extends Data {
  /** MathML; missing where the TeX is faulty. */
  formula?: ElementContent[]
  /** Unique in the whole thesis. */
  key?: string
}

/** `$x^2$`: TeX in a line. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  data?: FormulaData
}

/** `$$ … $$ {#eq:x}`: TeX set apart. */
export interface BlockMath extends Literal {
  type: 'math'
  /** The author's label, e.g. `eq:abc`; what has one is numbered. */
  label?: string
  /** No `$$` closes it. */
  unclosed?: boolean
  /** `counters`: [2, 1] for 2.1. */
  data?: FormulaData & { id?: string; number?: string; counters?: number[] }
}

/** What the numbering knows of a heading. */
export interface Section {
  /** Unique in the whole thesis; the anchor of links. */
  readonly id: string
  /** "BAB I", "1.7.1.1", or empty when unnumbered. */
  readonly number: string
  /** "I.A.1": what a text calls it, where the heading shows "1." alone. */
  readonly path?: string
  /** What the number is made of: [1] for BAB I, [1, 7, 1, 1]; empty when unnumbered. */
  readonly counters: readonly number[]
  /** The title without any number, as plain text. */
  readonly title: string
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  /** "Lampiran 1": the title of an appendix; its counters are [1]. */
  readonly appendix?: boolean
}

/** `*[IOM]: International Organization for Migration` */
export interface Abbreviation {
  readonly short: string
  /** What it stands for, as plain text and with its markup. */
  readonly long: string
  readonly content: PhrasingContent[]
  readonly file: string | undefined
  readonly place: Place | undefined
}

declare module 'mdast' {
  interface CodeData {
    /** `.numberLines startFrom=5`: its lines are numbered from here. */
    startFrom?: number
  }
  interface ListData {
    /** How its markers were typed, where Markdown has no such list. */
    marker?: ListMarker
  }
  interface RootData {
    /** Defined in this file; the lines themselves are taken out of the tree. */
    abbreviations?: Abbreviation[]
  }
  interface HeadingData {
    section?: Section
    /** `{#sec:x}` */
    label?: string
    /** `{-}` or `{.unnumbered}` */
    unnumbered?: boolean
    /** A number typed by hand, taken off the title: "1.7.1" of `### 1.7.1 Definisi`. */
    typedNumber?: string
    /** The div it was written in, one of whose pieces stands before or behind it. */
    div?: Pick<FencedDiv, 'classes' | 'lang' | 'dir' | 'piece'>
  }
  interface RootContentMap {
    citation: Citation
    crossReference: CrossReference
    captioned: Captioned
    caption: Caption
    sourceLine: SourceLine
    diagram: Diagram
    subfigure: Subfigure
    gridTable: GridTable
    gridRow: GridRow
    gridCell: GridCell
    htmlTable: HtmlTable
    superscript: Superscript
    subscript: Subscript
    bracketedSpan: BracketedSpan
    pageBreak: PageBreak
    inlineMath: InlineMath
    math: BlockMath
    divFence: DivFence
    fencedDiv: FencedDiv
    definitionList: DefinitionList
    definitionTerm: DefinitionTerm
    definitionDescription: DefinitionDescription
  }
  interface PhrasingContentMap {
    citation: Citation
    crossReference: CrossReference
    superscript: Superscript
    subscript: Subscript
    bracketedSpan: BracketedSpan
    inlineMath: InlineMath
  }
  interface TableData {
    /** The share of each column in the width, in percent. */
    columns?: readonly number[]
  }
  interface BlockContentMap {
    math: BlockMath
    fencedDiv: FencedDiv
    definitionList: DefinitionList
    captioned: Captioned
    diagram: Diagram
    gridTable: GridTable
    htmlTable: HtmlTable
  }
}
