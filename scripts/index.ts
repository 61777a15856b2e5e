/** What the package offers to other programs: the unified plugins, each usable in any chain. */

export { type RemarkOutlineOptions, remarkOutline } from './check/remark-outline.ts'
export type {
  Abbreviation,
  Bibliography,
  Captioned,
  Citation,
  CiteItem,
  CrossReference,
  CslItem,
  Diagram,
  Library,
  Section,
} from './model.ts'
export { readBibliography } from './read/bibliography/index.ts'
export { remarkCiteSyntax } from './read/markdown/citation-syntax.ts'
export { remarkDefinitionLists } from './read/markdown/definition-syntax.ts'
export { remarkDivFences } from './read/markdown/div-syntax.ts'
export { remarkGridTables } from './read/markdown/grid-table.ts'
export { remarkHtmlBlocks } from './read/markdown/html-blocks.ts'
export { remarkLetteredLists } from './read/markdown/lettered-list-syntax.ts'
export { remarkMathSyntax } from './read/markdown/math-syntax.ts'
export { remarkInlineNotes } from './read/markdown/note-syntax.ts'
export { remarkPageBreaks } from './read/markdown/page-break.ts'
export { remarkScripts } from './read/markdown/script-syntax.ts'
export { remarkSpans } from './read/markdown/span-syntax.ts'
export { remarkAbbreviations } from './resolve/abbreviations.ts'
export { remarkHeadingAttributes } from './resolve/attributes.ts'
export { remarkBlocks } from './resolve/blocks/index.ts'
export { type CaptionsOptions, remarkCaptions } from './resolve/captions.ts'
export {
  loadStyle,
  type RenderCitationsOptions,
  remarkCitations,
  remarkTypedCitations,
  type TypedCitationOptions,
} from './resolve/citations/index.ts'
export { remarkHighlight } from './resolve/code/highlight.ts'
export { remarkListings } from './resolve/code/listings.ts'
export { type CrossReferenceOptions, remarkCrossReferences } from './resolve/cross-references.ts'
export { remarkDiagrams } from './resolve/diagrams.ts'
export { remarkFootnotes } from './resolve/footnotes.ts'
export { remarkMath } from './resolve/math/index.ts'
export { type NumberAppendicesOptions, remarkNumberAppendices } from './resolve/number-appendices.ts'
export { type NumberCaptionsOptions, remarkNumberCaptions } from './resolve/number-captions.ts'
export { type NumberSectionsOptions, remarkNumberSections } from './resolve/number-sections.ts'
