/** Figures, tables and listings with what belongs to them, and the tables Markdown does not know. */
import type { AlignType, BlockContent, Data, Literal, Parent, PhrasingContent, TableData } from 'mdast'

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
  /** `short="…"`: the caption as the lists show it. */
  short?: string
  children: (Caption | BlockContent | Subfigure | SourceLine)[]
  /** `counters`: [2, 1] for 2.1. */
  data?: Data & { id?: string; number?: string; counters?: number[] }
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

/** A ` ```mermaid ` block: the browser draws it before the document is rendered. `value` is its source. */
export interface Diagram extends Literal {
  type: 'diagram'
  /** What its drawing is called among the images of the thesis. */
  address: string
  /** From the attributes on its fence: caption in Markdown, the author's label, and what else is written there. */
  caption?: string
  label?: string
  classes: readonly string[]
  values: Readonly<Record<string, string>>
  /** Of one without caption and label, which is no figure. */
  look?: Pick<Captioned, 'width' | 'height' | 'align' | 'landscape'>
  /** What is read instead of the drawing. */
  alt?: string
  data?: Data
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
