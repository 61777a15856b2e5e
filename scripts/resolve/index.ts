/** Resolves a parsed thesis in place: attributes and captions, then numbers, then references and citations. */
import GithubSlugger from 'github-slugger'
import type { Chapter, DataTable, Language } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { takeAbbreviations } from './abbreviations.ts'
import { readHeadingAttributes } from './attributes.ts'
import { checkQuotations, joinBlocks } from './blocks/index.ts'
import { type CaptionsOptions, joinCaptions } from './captions.ts'
import { joinListings } from './code/listings.ts'
import { linkReferences } from './cross-references.ts'
import { setDataTables } from './data-tables.ts'
import { readDiagrams } from './diagrams.ts'
import { checkFootnotes } from './footnotes.ts'
import { resolveLinks } from './internal-links.ts'
import { indexLabels } from './labels.ts'
import { numberAppendices } from './number-appendices.ts'
import { numberCaptions, startCaptionCount } from './number-captions.ts'
import { numberSections, startCount } from './number-sections.ts'
import { REFERENCE_KINDS, type ReferenceNames } from './reference-kinds.ts'
import { linkTypedReferences } from './typed-references.ts'

export { type AbbreviationList, collectAbbreviations } from './abbreviation-list.ts'
export { findAbstracts } from './abstracts.ts'
export {
  checkCited,
  collectCitations,
  engineVersions,
  indonesianLocale,
  linkTypedCitations,
  loadStyle,
  setCitations,
  typeset,
  worksRead,
} from './citations/index.ts'
export { highlightCode } from './code/highlight.ts'
export { dataTablesOf } from './data-tables.ts'
export { textsOfConfig, textsOfWorks } from './glyph-texts.ts'
export { checkGlyphs, checkOtherGlyphs } from './glyphs.ts'
export { compileMath } from './math/index.ts'

interface NumberThesisOptions {
  readonly profile: Profile
  /** Files outside the chapters: their headings get anchors and no numbers. */
  readonly others: readonly Chapter[]
  /** Files of appendices, in order. */
  readonly appendices?: readonly Chapter[]
  /** Of the thesis. Default Indonesian. */
  readonly language?: Language
  /** Titles of level 1 that are no chapters: the parts of a thesis and their other names. */
  readonly unnumbered: readonly string[]
  /** Anchors that are taken already. */
  readonly reservedIds: readonly string[]
  /** Parses markup inside captions. */
  readonly parseInline: NonNullable<CaptionsOptions['parseInline']>
  /** Tables of data that were read, by the node that asks for them. */
  readonly tables?: ReadonlyMap<object, DataTable>
}

/** Numbers chapters, sections, appendices, figures and tables through all files. Ids are unique in the whole thesis. */
export function numberThesis(files: readonly Chapter[], options: NumberThesisOptions): void {
  const { profile, unnumbered, parseInline, others, appendices = [], language = 'id' } = options
  const slugger = new GithubSlugger()
  for (const id of options.reservedIds) slugger.slug(id)
  const sections = {
    maxDepth: profile.headings.max_depth,
    chapterLabel: profile.chapter_heading.label,
    numeral: profile.chapter_heading.numeral,
    numbering: profile.headings.numbering,
    unnumbered,
    slugger,
  }
  const { numbering, caption_number: appendixNumber } = profile.appendices
  const label = REFERENCE_KINDS.appendix.name[language]
  const { numbering: counting, chapter_numeral: chapterNumeral, end_period: endPeriod } = profile.captions
  const captions = {
    numbering: counting,
    chapterNumeral,
    ...(endPeriod === undefined ? {} : { endPeriod }),
    labels: captionNames(profile),
    appendixNumber,
    slugger,
  }
  const sectionCount = startCount()
  const captionCount = startCaptionCount()
  for (const { tree, file } of [...files, ...others, ...appendices]) {
    takeAbbreviations(tree, file)
    readHeadingAttributes(tree)
    joinBlocks(tree, file)
    readDiagrams(tree)
    const own = setDataTables(tree, file, options.tables ?? new Map(), parseInline)
    joinListings(tree, file, { parseInline })
    joinCaptions(tree, file, { parseInline, own })
  }
  for (const { tree, file } of files) {
    numberSections(tree, file, sections, sectionCount)
    numberCaptions(tree, file, captions, captionCount)
  }
  for (const { tree, file } of others) {
    numberSections(tree, file, { ...sections, maxDepth: 0 })
    numberCaptions(tree, file, captions, startCaptionCount())
  }
  let start = 1
  const appendixCount = startCaptionCount()
  for (const { tree, file } of appendices) {
    start = numberAppendices(tree, file, { start, numbering, label, slugger })
    numberCaptions(tree, file, captions, appendixCount)
  }
}

interface LinkThesisOptions extends ReferenceNames {
  /** Files with running text, in which numbers typed by hand are looked for. Default all. */
  readonly running?: readonly Chapter[]
  /** Of a quotation that stands by itself. */
  readonly leastQuotedWords?: number | undefined
  /** As many chapters the thesis will have. */
  readonly expectedChapters?: number
  /** Anchors of parts that the program makes. */
  readonly anchors?: readonly string[]
}

/** Resolves the references between figures, tables and sections, and checks that notes and their calls meet. */
export function linkThesis(files: readonly Chapter[], options: LinkThesisOptions): void {
  const { running = files, expectedChapters = 0, anchors } = options
  const labels = indexLabels(files, options, anchors)
  for (const { tree, file } of files) {
    linkReferences(tree, file, labels, options)
    resolveLinks(tree, file, labels)
    checkFootnotes(tree, file)
    checkQuotations(tree, file, options.leastQuotedWords)
  }
  for (const { tree, file } of running) {
    linkTypedReferences(tree, file, labels, options, { expectedChapters })
  }
}

/** The words before the numbers of figures and tables. */
export function captionNames(profile: Profile): ReferenceNames['captions'] {
  const { figure, table } = profile.captions
  return { figure: figure.label, table: table.label, listing: profile.code.label }
}
