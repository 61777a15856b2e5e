/** What the program says, in every language it speaks. */

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

/** Puts a text in the place of a part of a file. Offsets count UTF-16 units of the text without a byte order mark. */
export interface TextEdit {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly text: string
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
  /** Edits of the file that mend it and are always right; all of them or none are made. */
  readonly fix?: readonly TextEdit[]
}

/** A stage's value with what it has to say about its input. */
export interface Outcome<Value> {
  readonly value: Value
  readonly diagnostics: readonly Diagnostic[]
}
