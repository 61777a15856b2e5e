/** What is read from the thesis folder. */
import type { Place } from './messages.ts'

/** A text file of the thesis, decoded. */
export interface SourceFile {
  /** Relative to the thesis folder, with `/`. */
  readonly path: string
  readonly text: string
}

/** An image of the thesis, or pages of a PDF that are shown like one, read. */
export interface ImageFile {
  readonly data: Uint8Array
  readonly mediaType: string
  /** In px; of a PDF's first page. */
  readonly width: number
  readonly height: number
  /** Of a PDF: the pages that are to be shown. */
  readonly pages?: readonly PdfPage[]
}

/** A page of somebody's PDF, as it is seen: turned as it says. */
export interface PdfPage {
  /** In its file, from 1. */
  readonly number: number
  /** In pt. */
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

/** A table of data that a thesis asks for: a CSV file, or text between fences. */
export interface WantedTable {
  /** The node that asks for it. */
  readonly node: object
  /** The address of the file as written, or the data itself. */
  readonly data: { readonly url: string } | { readonly text: string; readonly line: number }
  readonly options: TableOptions
  readonly file: string
  readonly place: Place | undefined
}

/** `delimiter=";" header=false columns="1,3" align="lrr" decimal=","` */
export interface TableOptions {
  /** Found by itself when absent. */
  readonly delimiter?: string
  readonly header: boolean
  /** Numbers from 1, ranges `2-4`, or names of columns; all when absent. */
  readonly columns?: string
  /** A letter for each column: l, r, c. By what stands in it when absent. */
  readonly align?: string
  /** Sets the decimal mark of numbers; as they are when absent. */
  readonly decimal?: ',' | '.'
}

/** A table of data, read: every row is as long as the others. */
export interface DataTable {
  readonly rows: readonly (readonly string[])[]
  readonly align: readonly ('left' | 'right' | 'center' | null)[]
}
