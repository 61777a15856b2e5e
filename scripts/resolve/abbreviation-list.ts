/** The abbreviations of a thesis: which are defined, which are used, and whether the text introduces them. */

import type { Nodes, Paragraph } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { diagnose, tell } from '../diagnostics.ts'
import type { Abbreviation, Chapter, Diagnostic, Language, Outcome, Severity } from '../model.ts'
import { anyWord } from '../words.ts'
import { bareFirstUse, twoMeanings, unusedAbbreviation } from './abbreviation-messages.ts'
import { inlineText } from './heading-text.ts'
import { isQuoted } from './quotation-marks.ts'
import { matchesIn } from './source-places.ts'

/** Those that are used, in the order of the alphabet. */
export type AbbreviationList = readonly Abbreviation[]

interface CollectOptions {
  /** Every file of the thesis, each with what it defines. */
  readonly files: readonly Chapter[]
  /** In reading order: here an abbreviation is introduced. */
  readonly chapters: readonly Chapter[]
  /** Defined in `naskah.yaml`. */
  readonly configured: readonly Abbreviation[]
  readonly language: Language
  /** How grave a use without an introduction is. */
  readonly severity: Severity
}

export function collectAbbreviations(options: CollectOptions): Outcome<AbbreviationList> {
  const { files, chapters, configured, language, severity } = options
  const written = files.flatMap(({ tree }) => tree.data?.abbreviations ?? [])
  const { known, diagnostics } = byShortForm([...configured, ...written])
  if (known.size === 0) return { value: [], diagnostics }
  const pattern = anyWord(known.keys(), 'gu')
  const used = new Set<string>()
  for (const { tree } of files) {
    visit(tree, 'text', ({ value }) => {
      for (const [short] of value.matchAll(pattern)) used.add(short)
    })
  }
  const met = new Set<string>()
  for (const { tree, file } of chapters) checkFirstUses(tree, file, { known, pattern, met, severity })
  for (const { short, long, file, place } of known.values()) {
    if (!used.has(short)) diagnostics.push(diagnose(unusedAbbreviation, { short, long }, { file, place }))
  }
  const collator = new Intl.Collator(language)
  const value = [...known.values()]
    .filter(({ short }) => used.has(short))
    .sort((a, b) => collator.compare(a.short, b.short))
  return { value, diagnostics }
}

/** The same abbreviation with another meaning is an error; the same twice is none. */
function byShortForm(all: readonly Abbreviation[]) {
  const known = new Map<string, Abbreviation>()
  const diagnostics: Diagnostic[] = []
  for (const abbreviation of all) {
    const { short, long, file, place } = abbreviation
    const first = known.get(short)
    if (!first) known.set(short, abbreviation)
    else if (folded(first.long) !== folded(long)) {
      const at = `${first.file ?? ''}:${first.place?.start.line ?? 1}`
      diagnostics.push(diagnose(twoMeanings, { short, long, first: first.long, at }, { file, place }))
    }
  }
  return { known, diagnostics }
}

interface FirstUses {
  readonly known: ReadonlyMap<string, Abbreviation>
  readonly pattern: RegExp
  /** Moved on from file to file. */
  readonly met: Set<string>
  readonly severity: Severity
}

/** Titles, captions, tables, notes and what others say need no introduction, and give none. */
const NO_TEXT = new Set(['heading', 'captioned', 'table', 'blockquote', 'footnoteDefinition', 'link'])

function checkFirstUses(tree: Nodes, file: VFile, uses: FirstUses): void {
  const { known, pattern, met, severity } = uses
  // The preface, typed as a chapter, introduces nothing.
  let inPart = false
  visit(tree, (node) => {
    if (node.type === 'heading' && node.depth === 1) inPart = node.data?.unnumbered === true
    if (NO_TEXT.has(node.type)) return SKIP
    if (inPart || node.type !== 'paragraph' || met.size === known.size) return undefined
    const block = inlineText(node.children)
    for (const { short, place } of usesIn(node, file, pattern)) {
      const abbreviation = known.get(short)
      if (!abbreviation || met.has(short)) continue
      const at = block.search(anyWord([short], 'u'))
      if (isQuoted(block.slice(0, Math.max(0, at)))) continue
      met.add(short)
      if (isIntroduced(block, at, abbreviation)) continue
      tell(file, bareFirstUse, { short, long: abbreviation.long }, { place, severity })
    }
    return SKIP
  })
}

function usesIn(paragraph: Paragraph, file: VFile, pattern: RegExp) {
  const found: { short: string; place: ReturnType<typeof matchesIn>[number]['place'] }[] = []
  visit(paragraph, 'text', (node) => {
    for (const { match, place } of matchesIn(node, pattern, file)) found.push({ short: match[0], place })
  })
  return found
}

/** The long form stands in the same paragraph, or words stand where it would: "… (IOM)", "IOM (…)". */
function isIntroduced(block: string, at: number, { short, long }: Abbreviation): boolean {
  if (folded(block).includes(folded(long))) return true
  const [before, after] = [block.slice(0, at), block.slice(at + short.length)]
  const inBrackets = /\p{L}\s+\($/u.test(before) && /^\)/.test(after)
  return inBrackets || /^\s+\(\p{L}[^()\d]*\s[^()\d]*\)/u.test(after)
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
