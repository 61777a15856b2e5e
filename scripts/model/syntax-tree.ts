/** The nodes of a thesis that Markdown does not know, and what is noted at those it does. */
import type { ElementContent } from 'hast'
import type { AlignType, BlockContent, Data, Literal, Node, Parent, PhrasingContent, TableData } from 'mdast'
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

/** A figure, table or listing with its caption and source line. */
export interface Captioned extends Parent {
  type: 'captioned'
  kind: CaptionKind
  /** The author's label, e.g. `tbl:tip`. */
  label?: string
  /** Width as typed, e.g. `80%` or `10cm`. */
  width?: string
  /** Height of its pictures as typed, e.g. `5cm`. */
  height?: string
  /** `{.left}` or `align=left`: where what is narrower than the text stands. */
  align?: SideAlign
  /** `{.small}`: a table in smaller letters. */
  small?: boolean
  /** `{.landscape}`: on a turned page of its own. */
  landscape?: boolean
  children: (Caption | BlockContent | Subfigure | SourceLine)[]
  data?: Data & { id?: string; number?: string }
}

export type CaptionKind = 'figure' | 'table' | 'listing'

export interface Caption extends Parent {
  type: 'caption'
  children: PhrasingContent[]
}

export type SideAlign = 'left' | 'center' | 'right'

/** One of the pictures of a figure: "(a) …". */
export interface Subfigure extends Parent {
  type: 'subfigure'
  /** The author's label, e.g. `fig:peta-a`. */
  label?: string
  /** Width and height as typed. */
  width?: string
  height?: string
  /** Of its figure, from 0. A row that is too wide for the page goes on in the next line. */
  row: number
  children: (Caption | BlockContent)[]
  /** `number`: "2.1a"; `letter`: "a". */
  data?: Data & { id?: string; number?: string; letter?: string }
}

/** "Sumber: …" or "Keterangan: …" under a figure or table. */
export interface SourceLine extends Parent {
  type: 'sourceLine'
  children: PhrasingContent[]
}

/** A table whose cells hold blocks and may span columns and rows: a grid table. */
export interface GridTable extends Parent {
  type: 'gridTable'
  align: AlignType[]
  /** How many of the rows are its head. */
  headRows: number
  children: GridRow[]
  data?: TableData
}

export interface GridRow extends Parent {
  type: 'gridRow'
  children: GridCell[]
}

/** A cell; where a neighbour spans, there is none. */
export interface GridCell extends Parent {
  type: 'gridCell'
  colSpan: number
  rowSpan: number
  /** Of its first column, from 0. */
  column: number
  children: BlockContent[]
}

/** A table typed as HTML, with what stands between its tags. */
export interface HtmlTable extends Parent {
  type: 'htmlTable'
  children: BlockContent[]
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

/** `$x^2$`: TeX in a line; `$$…$$` with `display` set as on a line of its own. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  display?: boolean
  /** The MathML, once compiled; missing where the TeX is faulty. */
  data?: Data & { mathml?: string }
}

/** `$$ … $$ {#eq:x}`: TeX by itself. */
export interface BlockMath extends Literal {
  type: 'math'
  /** The attributes as typed. */
  meta?: string
  /** The author's label, e.g. `eq:abc`. */
  label?: string
  data?: Data & { id?: string; number?: string; mathml?: string }
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
  interface CodeData {
    /** The code in spans whose classes say what each piece is. */
    highlighted?: ElementContent[]
  }
  interface HeadingData {
    section?: Section
    /** `{#sec:x}` */
    label?: string
    /** `{-}` or `{.unnumbered}` */
    unnumbered?: boolean
    /** A number typed by hand, taken off the title: "1.7.1" of `### 1.7.1 Definisi`. */
    typedNumber?: string
  }
  interface RootContentMap {
    citation: Citation
    crossReference: CrossReference
    captioned: Captioned
    caption: Caption
    sourceLine: SourceLine
    subfigure: Subfigure
    gridTable: GridTable
    gridRow: GridRow
    gridCell: GridCell
    htmlTable: HtmlTable
    superscript: Superscript
    subscript: Subscript
    pageBreak: PageBreak
    inlineMath: InlineMath
    math: BlockMath
  }
  interface PhrasingContentMap {
    citation: Citation
    crossReference: CrossReference
    superscript: Superscript
    subscript: Subscript
    inlineMath: InlineMath
  }
  interface TableData {
    /** The share of each column in the width, in percent. */
    columns?: readonly number[]
  }
  interface BlockContentMap {
    math: BlockMath
    captioned: Captioned
    gridTable: GridTable
    htmlTable: HtmlTable
  }
}
