/**
 * What a campus profile may say (`templates/profiles/<id>.yaml`). Lengths are in cm and sizes in pt, as the key says;
 * line spacing is Word's: 1, 1.5, 2 times the font's own line (1.15 x its size for Times).
 */
import * as v from 'valibot'
import type { OutlineSection } from '../model.ts'

const text = v.pipe(v.string(), v.nonEmpty())
const length = v.pipe(v.number(), v.minValue(0))
const align = v.picklist(['left', 'center', 'right', 'justify'])

const outlineSection: v.GenericSchema<OutlineSection> = v.strictObject({
  title: text,
  aliases: v.optional(v.array(text)),
  extends: v.optional(v.boolean()),
  others: v.optional(v.boolean()),
  sections: v.optional(v.array(v.lazy(() => outlineSection))),
})

/** Where a page's number stands; `none` counts the page without showing its number. */
const position = v.picklist([
  'none',
  'top-left',
  'top-center',
  'top-right',
  'top-outer',
  'bottom-left',
  'bottom-center',
  'bottom-right',
  'bottom-outer',
])
const zone = v.strictObject({
  style: v.picklist(['lower-roman', 'upper-roman', 'arabic']),
  position,
})

const caption = v.strictObject({
  label: text,
  position: v.picklist(['above', 'below']),
})

/**
 * Every value a page depends on. A file may leave out, at any depth, what its parent (`extends`) says;
 * it is checked once both are joined.
 */
export const profileSchema = v.strictObject({
  id: text,
  name: text,
  /** A guide read, B template that follows a guide, C second-hand, D unverified. */
  evidence: v.picklist(['A', 'B', 'C', 'D']),
  source: text,
  note: v.optional(text),
  paper: v.strictObject({ name: v.optional(text), width_cm: length, height_cm: length }),
  margins: v.strictObject({ left: length, top: length, right: length, bottom: length }),
  font: v.strictObject({ family: text, size_pt: length }),
  line_spacing: v.strictObject({
    body: length,
    front: length,
    abstract: length,
    block_quote: length,
    captions: length,
    tables: length,
    footnotes: length,
    contents: length,
    bibliography: length,
  }),
  paragraph: v.strictObject({ align, first_line_indent_cm: length, space_after_pt: length }),
  /** How far the text under 1.1, 1.1.1, 1.1.1.1 steps in from the left margin. */
  body_indent_cm: v.strictObject({ level2: length, level3: length, level4: length }),
  chapter_heading: v.strictObject({
    label: text,
    numeral: v.picklist(['roman', 'arabic']),
    caps: v.boolean(),
    bold: v.boolean(),
    align,
    size_pt: length,
    two_lines: v.boolean(),
    space_after_pt: length,
  }),
  headings: v.strictObject({
    numbering: v.picklist(['decimal']),
    /** Headings deeper than this carry no number: 4 numbers 1.7.1.1. */
    max_depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
    bold: v.boolean(),
    align,
    size_pt: length,
    space_before_pt: length,
    space_after_pt: length,
  }),
  contents: v.strictObject({ depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) }),
  page_numbers: v.strictObject({
    front: zone,
    chapter_first: zone,
    body: zone,
    back: zone,
    /** From the paper's edge to the number. */
    offset_cm: length,
    /** Parts that are neither counted nor numbered. */
    uncounted: v.array(text),
    /** Parts that are counted but show no number. */
    hidden: v.array(text),
  }),
  /** Parts before the first chapter, in order; `?` marks one that may be missing without a word. */
  front_matter: v.array(text),
  back_matter: v.array(text),
  captions: v.strictObject({
    table: caption,
    figure: caption,
    /** `chapter`: 2.1 restarts in each chapter; `continuous`: 1, 2, 3. */
    numbering: v.picklist(['chapter', 'continuous']),
    separator: v.string(),
    bold: v.boolean(),
    align,
  }),
  citation: v.strictObject({ style: text }),
  bibliography: v.strictObject({
    heading: text,
    hanging_indent_cm: length,
    space_after_pt: length,
  }),
  abstract: v.strictObject({
    max_words: v.nullable(length),
    keywords: v.nullable(v.strictObject({ min: length, max: length })),
  }),
  outline: v.array(outlineSection),
})

export type Profile = v.InferOutput<typeof profileSchema>
