/** All rules of the linter, in the order they are documented. */
import type { Rule } from './rule.ts'
import { citationTooFew } from './rules/citation-too-few.ts'
import { citationTooOld } from './rules/citation-too-old.ts'
import { frontAbstractLength } from './rules/front-abstract-length.ts'
import { frontAbstractMissing } from './rules/front-abstract-missing.ts'
import { frontKeywords } from './rules/front-keywords.ts'
import { frontMetadata } from './rules/front-metadata.ts'
import { frontTitleLength } from './rules/front-title-length.ts'
import { frontUnplaced } from './rules/front-unplaced.ts'
import { outlineDuplicate } from './rules/outline-duplicate.ts'
import { outlineEmpty } from './rules/outline-empty.ts'
import { outlineExtra } from './rules/outline-extra.ts'
import { outlineLevelJump } from './rules/outline-level-jump.ts'
import { outlineMissing } from './rules/outline-missing.ts'
import { outlineOrder } from './rules/outline-order.ts'
import { outlineTitle } from './rules/outline-title.ts'

export const RULES: readonly Rule[] = [
  outlineMissing,
  outlineOrder,
  outlineTitle,
  outlineEmpty,
  outlineExtra,
  outlineDuplicate,
  outlineLevelJump,
  frontMetadata,
  frontTitleLength,
  frontAbstractMissing,
  frontAbstractLength,
  frontKeywords,
  frontUnplaced,
  citationTooFew,
  citationTooOld,
]
