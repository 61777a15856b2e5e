/**
 * The types that flow between the stages. No logic lives here.
 *
 *   Sources -> Parsed -> Numbered -> Resolved -> Page -> Pdf
 */
import type { ElementContent } from 'hast'
import type { BlockContent, Data, Literal, Node, Parent, PhrasingContent, Root } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'

// ---------------------------------------------------------------------------------------------- messages

/** The languages the program speaks. */
export type Language = 'id' | 'en'

/** One text in every language the program speaks. */
export type Text = Readonly<Record<Language, string>>

export type Severity = 'error' | 'warning' | 'info'

/** A place in a file. Lines and columns count from 1, as editors do. */
export interface Place {
  readonly start: { readonly line: number; readonly column: number; readonly offset?: number | undefined }
  readonly end: { readonly line: number; readonly column: number; readonly offset?: number | undefined }
}

/** One thing found wrong, where, and how to mend it. */
export interface Diagnostic {
  /** `group/name`, e.g. `outline/missing`. */
  readonly ruleId: string
  readonly severity: Severity
  /** Path relative to the thesis folder, with `/`; absent when no file is to blame. */
  readonly file?: string
  readonly place?: Place
  /** What was found and what was expected. */
  readonly message: Text
  /** How to fix it. */
  readonly hint?: Text
  /** The canonical value that should stand there, for tools. */
  readonly expected?: string
}

/** A stage's value with what it has to say about its input. */
export interface Outcome<Value> {
  readonly value: Value
  readonly diagnostics: readonly Diagnostic[]
}

// ---------------------------------------------------------------------------------------------- sources

/** A text file of the thesis, decoded. */
export interface SourceFile {
  /** Relative to the thesis folder, with `/`. */
  readonly path: string
  readonly text: string
}

/** A person as a title page names them: author, supervisor, examiner, dean. */
export interface Person {
  readonly name: string
  /** NIM of a student, NIP/NIDN of a lecturer. */
  readonly id?: string | undefined
  /** e.g. "Pembimbing I"; a default follows from the list the person stands in. */
  readonly role?: string | undefined
}

/**
 * A work in CSL-JSON (https://docs.citationstyles.org), the form every citation tool exchanges.
 * Only what the program reads is named; the rest is carried through untouched.
 */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly [variable: string]: unknown
}

/** A work of the bibliography and where it is written down. */
export interface LibraryEntry {
  readonly key: string
  readonly item: CslItem
  readonly file: string
  readonly place: Place
}

/** All works of the bibliography files by key, in the order they are written. */
export type Library = ReadonlyMap<string, LibraryEntry>

// ---------------------------------------------------------------------------------------------- syntax tree

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
  data?: Data & { target?: string }
}

/** A figure or table with its caption and source line. */
export interface Captioned extends Parent {
  type: 'captioned'
  kind: CaptionKind
  /** The author's label, e.g. `tbl:tip`. */
  label?: string
  /** Width as typed, e.g. `80%` or `10cm`. */
  width?: string
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

/** What the numbering knows of a heading. */
export interface Section {
  /** Unique in the whole thesis; the anchor of links. */
  readonly id: string
  /** "BAB I", "1.7.1.1", or empty when unnumbered. */
  readonly number: string
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
  interface RootContentMap {
    citation: Citation
    crossReference: CrossReference
    captioned: Captioned
    caption: Caption
    sourceLine: SourceLine
  }
  interface PhrasingContentMap {
    citation: Citation
    crossReference: CrossReference
  }
  interface BlockContentMap {
    captioned: Captioned
  }
}

// ---------------------------------------------------------------------------------------------- stages

/** A chapter between reading and rendering: one file, one tree, mended stage by stage. */
export interface Chapter {
  readonly file: VFile
  readonly path: string
  readonly tree: Root
  /** 1 for Bab I. */
  readonly number: number
}

export type { Position }

// ---------------------------------------------------------------------------------------------- outline

/** A section a campus asks for. A chapter is the top level; its own `sections` are 1.1, 1.2 … */
export interface OutlineSection {
  /** The canonical title, e.g. "Rumusan Masalah". */
  readonly title: string
  /** Other titles that mean the same, e.g. "Manfaat Teoritis". */
  readonly aliases?: readonly string[] | undefined
  readonly sections?: readonly OutlineSection[] | undefined
  /** False forbids sections here that the outline does not name. They are allowed when absent. */
  readonly others?: boolean | undefined
}

// ---------------------------------------------------------------------------------------------- the finished file

/** What the finished PDF really holds, read back from its bytes. */
export interface PdfFacts {
  readonly pages: number
  /** Anchors that some link of the document targets. `page` counts from 0; `y` in pt from the page's bottom. */
  readonly destinations: ReadonlyMap<
    string,
    { readonly page: number; readonly x: number; readonly y: number }
  >
}
