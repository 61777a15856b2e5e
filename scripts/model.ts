/**
 * The types that flow between the stages. No logic lives here.
 *
 *   files -> trees -> numbered and resolved trees -> Page -> PageMap -> Pdf
 */
export type * from './model/captioned.ts'
export type * from './model/document.ts'
export type * from './model/messages.ts'
export type * from './model/outline.ts'
export type * from './model/pages.ts'
export type * from './model/pdf.ts'
export type * from './model/sources.ts'
export type * from './model/syntax-tree.ts'
