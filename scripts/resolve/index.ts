/** Resolves a parsed thesis in place: attributes and captions, then numbers, then references and citations. */
import GithubSlugger from 'github-slugger'
import type { Chapter } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { readHeadingAttributes } from './attributes.ts'
import { type CaptionsOptions, joinCaptions } from './captions.ts'
import { resolveCrossReferences, separateCrossReferences } from './cross-references.ts'
import { checkFootnotes } from './footnotes.ts'
import { indexLabels, type LabelNames } from './labels.ts'
import { numberCaptions, startCaptionCount } from './number-captions.ts'
import { numberSections, startCount } from './number-sections.ts'

export { findAbstracts } from './abstracts.ts'
export { loadStyle, renderCitations, resolveKeys } from './citations/index.ts'

interface NumberThesisOptions {
  readonly profile: Profile
  /** Files outside the chapters: their headings get anchors and no numbers. */
  readonly others: readonly Chapter[]
  /** Titles of level 1 that are no chapters: the parts of a thesis and their other names. */
  readonly unnumbered: readonly string[]
  /** Anchors that are taken already. */
  readonly reservedIds: readonly string[]
  /** Parses markup inside captions. */
  readonly parseInline: NonNullable<CaptionsOptions['parseInline']>
}

/** Numbers chapters, sections, figures and tables through all files. Ids are unique in the whole thesis. */
export function numberThesis(files: readonly Chapter[], options: NumberThesisOptions): void {
  const { profile, unnumbered, parseInline } = options
  const slugger = new GithubSlugger()
  for (const id of options.reservedIds) slugger.slug(id)
  const sections = {
    maxDepth: profile.headings.max_depth,
    chapterLabel: profile.chapter_heading.label,
    numeral: profile.chapter_heading.numeral,
    unnumbered,
    slugger,
  }
  const captions = { numbering: profile.captions.numbering, labels: captionNames(profile), slugger }
  const sectionCount = startCount()
  const captionCount = startCaptionCount()
  for (const { tree, file } of [...files, ...options.others]) {
    readHeadingAttributes(tree)
    joinCaptions(tree, file, { parseInline })
  }
  for (const { tree, file } of files) {
    numberSections(tree, file, sections, sectionCount)
    numberCaptions(tree, file, captions, captionCount)
  }
  for (const { tree, file } of options.others) {
    numberSections(tree, file, { ...sections, maxDepth: 0 })
    numberCaptions(tree, file, captions, startCaptionCount())
  }
}

/** Resolves the references between figures, tables and sections, and checks that notes and their calls meet. */
export function linkThesis(files: readonly Chapter[], names: LabelNames): void {
  for (const { tree } of files) separateCrossReferences(tree)
  const labels = indexLabels(files, names)
  for (const { tree, file } of files) {
    resolveCrossReferences(tree, file, labels)
    checkFootnotes(tree, file)
  }
}

/** The words before the numbers of figures and tables. */
export function captionNames(profile: Profile): LabelNames['captions'] {
  return { figure: profile.captions.figure.label, table: profile.captions.table.label }
}
