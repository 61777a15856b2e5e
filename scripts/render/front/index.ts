/** The parts that no Markdown is written for: scanned pages, and pages made from templates. */
import type { Paragraph } from 'mdast'
import type { Part, PartChoices } from '../../model.ts'
import type { Config } from '../../schema/config.ts'
import { isGiven } from '../../schema/given.ts'
import type { PartContent } from '../assemble.ts'
import type { RenderOptions } from '../options.ts'
import { pageData } from './data.ts'
import { pageOf } from './page.ts'
import { scannedPart } from './scan.ts'
import type { PageTemplates } from './templates.ts'
import type { Words } from './words.ts'

export interface FrontInput extends RenderOptions {
  readonly config: Config
  readonly parts: readonly Part[]
  readonly partChoices: PartChoices
  readonly pageTemplates: PageTemplates
  /** The title with its markup; its formulas are put into pages that are sanitised. */
  readonly title: Paragraph
  /** A draft carries a watermark, and shows what is missing. */
  readonly draft: boolean
}

interface FrontFacts {
  readonly words: Words
  /** As HTML, as written and in capitals; undefined when the thesis has none yet. */
  readonly title: string | undefined
  readonly titleCaps: string | undefined
}

/** Adds to the contents what has none yet. */
export function addFrontPages(
  contents: Map<string, PartContent>,
  input: FrontInput,
  facts: FrontFacts,
): void {
  const { config, profile, partChoices: choices, language } = input
  const { paper, margins } = profile
  const data = pageData({
    ...input,
    ...facts,
    stampDuty: config.stamp_duty ?? profile.stamp_duty,
    area: {
      width: paper.width_cm - margins.left - margins.right,
      height: paper.height_cm - margins.top - margins.bottom,
    },
  })
  for (const part of input.parts) {
    const scans = choices.scans.get(part.id)
    if (scans) {
      const name = (part.heading ?? part.name)?.[language] ?? part.id
      contents.set(part.id, scannedPart(scans, name, input))
    } else if (!contents.has(part.id) && isMade(part, input)) {
      const page = pageOf(part, input.pageTemplates, data, input)
      if (page) contents.set(part.id, page)
    }
  }
}

/** An author's own page is always shown; of the program's, those that the profile or the author asks for. */
function isMade(part: Part, { config, profile, partChoices, pageTemplates }: FrontInput): boolean {
  if (pageTemplates.pages.get(part.id)?.isOwn) return true
  if (part.kind !== 'template' || config.title === undefined) return false
  const asked = [...profile.front_matter, ...profile.back_matter].includes(part.id)
  return (
    asked ||
    partChoices.wanted.get(part.id) === true ||
    (part.made_from ?? []).some((key) => isGiven(config, key))
  )
}
