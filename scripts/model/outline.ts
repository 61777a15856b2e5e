/** What a campus asks the chapters to hold. */

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
