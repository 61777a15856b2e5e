/**
 * The types that flow between the stages. No logic lives here.
 *
 *   files -> trees -> numbered and resolved trees -> Page -> Pdf
 */
import type { ElementContent } from 'hast'
import type { BlockContent, Data, Literal, Node, Parent, PhrasingContent, Root } from 'mdast'
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

/** An image of the thesis, read. */
export interface ImageFile {
  readonly data: Uint8Array
  readonly mediaType: string
  /** In px. */
  readonly width: number
  readonly height: number
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

/** A file between reading and rendering: one tree, mended stage by stage. */
export interface Chapter {
  readonly file: VFile
  /** Relative to the thesis folder, with `/`. */
  readonly path: string
  readonly tree: Root
}

/** A work as the list of references (Daftar Pustaka) shows it. */
export interface BibliographyEntry {
  readonly key: string
  /** The anchor citations link to. */
  readonly id: string
  /** The formatted entry. */
  readonly content: readonly ElementContent[]
  /** Anchors of the citations of this work, in reading order. */
  readonly citedBy: readonly string[]
}

/** The list of references, in the order the style asks for. */
export type Bibliography = readonly BibliographyEntry[]

/** A part of a thesis outside its chapters: cover, preface, contents, references … (`templates/parts.yaml`). */
export interface Part {
  readonly id: string
  /** Where its content comes from. */
  readonly kind: 'template' | 'text' | 'contents' | 'tables' | 'figures' | 'bibliography' | 'appendices'
  /** A part without a heading (cover, title page) has none in the contents either. */
  readonly heading?: Readonly<Record<Language, string>>
  /** Other headings that mean this part, e.g. "Prakata" for the preface. */
  readonly aliases?: readonly string[]
}

/** Where a section of the document stands: its pages are numbered by the profile's values for that zone. */
export type Zone = 'front' | 'body' | 'back'

/** A run of pages that begins on a page of its own: a part, a chapter, the references. */
export interface DocumentSection {
  /** The id of its `<section>`. */
  readonly id: string
  readonly zone: Zone
  /** `uncounted` pages have no number, `hidden` ones are counted and show none. */
  readonly numbering: 'shown' | 'hidden' | 'uncounted'
  readonly title: string
  /** "BAB I" when the section is a chapter. */
  readonly label?: string
  readonly words?: number
}

/** A line of the contents or of a list: what it points to is on the page the finished file shows. */
export interface ContentsEntry {
  readonly id: string
  readonly title: string
}

/**
 * The whole thesis as one HTML document that needs nothing from outside: styles, fonts and images are in it.
 * `<span data-page-of="id">` wait for page numbers.
 */
export interface Page {
  readonly html: string
  readonly sections: readonly DocumentSection[]
  /** Every line of the contents and lists. */
  readonly entries: readonly ContentsEntry[]
  readonly title: string
  readonly author: string
  readonly keywords: readonly string[]
  readonly language: Language
}

// ---------------------------------------------------------------------------------------------- outline

/** A section a campus asks for. A chapter is the top level; its own `sections` are 1.1, 1.2 … */
export interface OutlineSection {
  /** The canonical title, e.g. "Rumusan Masalah". */
  readonly title: string
  /** Other titles that mean the same, e.g. "Manfaat Teoritis". */
  readonly aliases?: readonly string[] | undefined
  /** May the title go on? "Gambaran Umum" is then "Gambaran Umum Perdagangan Manusia" too. */
  readonly extends?: boolean | undefined
  readonly sections?: readonly OutlineSection[] | undefined
  /** False forbids sections here that the outline does not name. They are allowed when absent. */
  readonly others?: boolean | undefined
}

// ---------------------------------------------------------------------------------------------- pages

/** A corner or edge of a page. */
export type NumberPosition = `${'top' | 'bottom'}-${'left' | 'center' | 'right'}`

/** A page before it is printed. */
export interface PlannedPage {
  /** "iv", "12"; empty for an uncounted page. */
  readonly label: string
  /** Undefined where the number is counted and not shown. */
  readonly position: NumberPosition | undefined
  /** The id of the section the page belongs to. */
  readonly section: string
}

/** Where a thing stands: physical page from 0, and its top in pt below the top of the page area. */
export interface PlacedAnchor {
  readonly page: number
  readonly top: number
}

/** Every page of the document and the page of every anchor: known before printing, compared with the PDF after it. */
export interface PageMap {
  readonly pages: readonly PlannedPage[]
  readonly anchors: ReadonlyMap<string, PlacedAnchor>
}

// ---------------------------------------------------------------------------------------------- the finished file

/** What the finished PDF really holds, read back from its bytes. */
export interface PdfFacts {
  readonly pages: number
  /** Anchors that some link of the document targets. */
  readonly destinations: ReadonlyMap<string, Destination>
}

/** `page` counts from 0; `x` and `y` in pt from the page's lower left corner, as PDF has it. */
export interface Destination {
  readonly page: number
  readonly x: number
  readonly y: number
}

/** The finished file and what was read back from it. */
export interface Pdf {
  readonly bytes: Uint8Array
  readonly facts: PdfFacts
  readonly map: PageMap
}
