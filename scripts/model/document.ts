/** What goes from stage to stage: chapters, the bibliography, and the one document they become. */
import type { ElementContent } from 'hast'
import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Language, Place } from './messages.ts'
import type { SourceFile } from './sources.ts'

/** A file between reading and rendering: one tree, mended stage by stage. */
export interface Chapter {
  readonly file: VFile
  /** Relative to the thesis folder, with `/`. */
  readonly path: string
  readonly tree: Root
}

/** A work as the list of references (Daftar Pustaka) shows it. */
interface BibliographyEntry {
  readonly key: string
  /** What kind of work it is, as CSL names it. */
  readonly type: string
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
  readonly kind:
    | 'template'
    | 'text'
    | 'contents'
    | 'tables'
    | 'figures'
    | 'listings'
    | 'abbreviations'
    | 'appendix-list'
    | 'bibliography'
    | 'appendices'
  /** How a part without a heading is called. */
  readonly name?: Readonly<Record<Language, string>>
  /** A part without a heading (cover, title page) has none in the contents either. */
  readonly heading?: Readonly<Record<Language, string>>
  /** Other headings that mean this part, e.g. "Prakata" for the preface. */
  readonly aliases?: readonly string[]
  /** The language of an abstract. */
  readonly language?: Language
  /** Keys of `naskah.yaml` that its template prints and no page of its kind does without, e.g. `author.id`. */
  readonly needs?: readonly string[]
  /** One of these keys is enough for an optional part to be made from its template. */
  readonly made_from?: readonly string[]
}

/** A page of the front matter that the author wrote in HTML, and its fragments (`front/_<name>.html`), by name. */
export interface OwnPages {
  readonly pages: ReadonlyMap<string, SourceFile>
  readonly partials: ReadonlyMap<string, SourceFile>
}

/** A signed page, scanned, in place of one that would be made. */
export interface ScannedPage {
  /** The address of the image as written. */
  readonly url: string
  /** Where it is written. */
  readonly file?: string | undefined
  readonly place?: Place | undefined
}

/** What `naskah.yaml` and the folder `front/` say of parts, besides their Markdown. All by part id. */
export interface PartChoices extends OwnPages {
  /** In order. */
  readonly scans: ReadonlyMap<string, readonly ScannedPage[]>
  /** True: make it from its template; false: leave it out. */
  readonly wanted: ReadonlyMap<string, boolean>
}

/** Keywords typed below an abstract. */
export interface TypedKeywords {
  readonly words: readonly string[]
  readonly place?: Place | undefined
}

/** An abstract, in a file of its own or as a chapter under that heading. */
export interface Abstract {
  /** Part id. */
  readonly id: string
  readonly language: Language
  readonly path: string
  /** Its paragraphs and the like, without headings and keywords. */
  readonly blocks: readonly RootContent[]
  readonly keywords: TypedKeywords | undefined
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

/** A footnote: the anchors of its call in the text and of the note itself, each linked to the other. */
export interface Footnote {
  readonly call: string
  readonly note: string
  /** As shown, e.g. "3". */
  readonly number: string
  /** Where it is called. */
  readonly file?: string
  readonly place?: Place
}

/** A page of somebody's PDF that takes the place of a mark in the printed file. */
export interface InsertedPage {
  /** The colours of the mark: 4 x 4 px, three bytes each, row by row from the top. */
  readonly mark: Uint8Array
  /** The PDF. */
  readonly data: Uint8Array
  /** From 1. */
  readonly page: number
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
  /** In the order of their calls. */
  readonly footnotes: readonly Footnote[]
  readonly inserted: readonly InsertedPage[]
  /** A font of the computer that the thesis asks for by name, and where. */
  readonly font?: {
    readonly name: string
    readonly file?: string | undefined
    readonly place?: Place | undefined
  }
  readonly title: string
  readonly author: string
  readonly keywords: readonly string[]
  readonly language: Language
}
