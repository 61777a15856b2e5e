/**
 * What a campus profile may say (`templates/profiles/<id>.yaml`). Lengths are in cm and sizes in pt, as the key says;
 * line spacing is Word's: 1, 1.5, 2 times the font's own line (1.15 x its size for Times).
 */
import * as v from 'valibot'
import type { OutlineSection } from '../model.ts'
import { numberZone, runningText } from './margins.ts'

const text = v.pipe(v.string(), v.nonEmpty())
const length = v.pipe(v.number(), v.minValue(0))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const align = v.picklist(['left', 'center', 'right', 'justify'])

const outlineSection: v.GenericSchema<OutlineSection> = v.strictObject({
  title: text,
  aliases: v.optional(v.array(text)),
  extends: v.optional(v.boolean()),
  others: v.optional(v.boolean()),
  sections: v.optional(v.array(v.lazy(() => outlineSection))),
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
  /** `two`: printed on both sides of the sheet. Then `left` is the margin at the binding, `right` the outer one. */
  sides: v.picklist(['one', 'two']),
  /** A landscape page has the same four, as seen when the page is turned to be read, on both sides of a sheet. */
  margins: v.strictObject({ left: length, top: length, right: length, bottom: length }),
  /**
   * Chapters and other parts begin on a right-hand page, the 1st, 3rd, 5th … of the file whatever number it bears:
   * that is how it is printed. Where needed a blank page comes before them.
   */
  open_right: v.boolean(),
  /** It is counted like a further page of the part before it, or not, when that part is not. */
  blank_page: v.strictObject({
    /** In the middle of the page; empty for none. */
    text: v.strictObject({ id: v.string(), en: v.string() }),
    /** `hidden`: neither its number nor running texts are shown. */
    number: v.picklist(['shown', 'hidden']),
  }),
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
    /** `decimal`: 1.1, 1.1.1; `roman`: I.1, I.1.1; `letters`: A., 1., a., 1), a), each below the other. */
    numbering: v.picklist(['decimal', 'roman', 'letters']),
    /** Headings deeper than this carry no number: 4 numbers 1.7.1.1. */
    max_depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
    bold: v.boolean(),
    align,
    size_pt: length,
    space_before_pt: length,
    space_after_pt: length,
  }),
  contents: v.strictObject({ depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) }),
  /**
   * Front parts count from i. The chapters begin again at 1, through to the end; but back parts whose style is that of
   * the front parts and not that of the chapters count on where the front parts stopped.
   */
  page_numbers: v.strictObject({
    front: numberZone,
    /** The first page of each front part; as `front` when absent. */
    front_first: v.optional(numberZone),
    /** The first page of each chapter. */
    chapter_first: numberZone,
    body: numberZone,
    /** The first page of each back part; in the style of `back` at the place of `chapter_first` when absent. */
    back_first: v.optional(numberZone),
    back: numberZone,
    /** From the paper's edge to the number and to running texts. */
    offset_cm: length,
    /** Parts that are neither counted nor numbered. */
    uncounted: v.array(text),
    /** Parts that are counted but show no number. */
    hidden: v.array(text),
  }),
  /** Running headers and footers. None stands where the page's number or another one does (`margin-clash.ts`). */
  running: v.array(runningText),
  /** Parts before the first chapter, in order; `?` marks one that may be missing without a word. */
  front_matter: v.array(text),
  back_matter: v.array(text),
  /** Headings of parts where the campus has others, by part: "Daftar Referensi" over `daftar_pustaka`. */
  part_headings: v.record(text, v.strictObject({ id: text, en: text })),
  captions: v.strictObject({
    table: v.strictObject({
      ...caption.entries,
      /**
       * Over the rest of a table that goes on to another page: "Lanjutan {label} {number}". Null: its head alone stands
       * there again.
       */
      continuation: v.nullable(text),
    }),
    figure: caption,
    /** `chapter`: 2.1 restarts in each chapter; `continuous`: 1, 2, 3. */
    numbering: v.picklist(['chapter', 'continuous']),
    /** Of the chapter in the number: 2.1 or II.1. */
    chapter_numeral: v.picklist(['arabic', 'roman']),
    separator: v.string(),
    bold: v.boolean(),
    align,
    /** As the font of the text when absent. */
    size_pt: v.optional(length),
    /** True: a full stop ends every caption; false: none does; as typed when absent. */
    end_period: v.optional(v.boolean()),
  }),
  block_quote: v.strictObject({
    /** Quotations of so many words and more stand by themselves; null where the campus says nothing. */
    min_words: v.nullable(length),
    indent_left_cm: length,
    indent_right_cm: length,
    /** What the first line of each of its paragraphs begins further in. */
    first_line_indent_cm: length,
    size_pt: length,
  }),
  /** By depth, from the outermost; what is deeper has the last. A list whose letters were typed keeps them. */
  lists: v.strictObject({
    /** Markers as typed, with 1, a, A, i or I. */
    ordered: v.pipe(v.array(v.pipe(text, v.regex(/^\(?[1aAiI][.)]?$/))), v.minLength(1)),
    bullets: v.pipe(v.array(v.pipe(text, v.regex(/^[^\p{L}\p{N}\s]$/u))), v.minLength(1)),
  }),
  /** Passages in Arabic script, as quotations from the Qur'an. */
  arabic: v.strictObject({ size_pt: length, line_spacing: length }),
  /** Equations that have a label; counted as figures and tables are. `{number}` is the number at the right edge. */
  equations: v.strictObject({ number: text }),
  appendices: v.strictObject({
    /** Lampiran 1, Lampiran A, Lampiran I. */
    numbering: v.picklist(['arabic', 'letters', 'roman']),
    /** Each begins on a page of its own. */
    page_break: v.boolean(),
    /** The heading over all of them stands on a page of its own. */
    title_page: v.boolean(),
    /** The contents name each of them, not only their common heading. */
    in_contents: v.boolean(),
    /** How figures and tables in them are numbered: `L{appendix}.{number}` gives "Tabel L1.2". */
    caption_number: v.pipe(text, v.includes('{number}')),
  }),
  /** Blocks of code. Inline code has the size that suits the font of the text. */
  code: v.strictObject({
    size_pt: length,
    /** Times the line of the code's own font, as Word counts. */
    line_spacing: length,
    /** The word before the number of a listing: one that has a caption. */
    label: text,
    position: v.picklist(['above', 'below']),
    /** Every block, not only one marked `.numberLines`. */
    line_numbers: v.boolean(),
  }),
  footnotes: v.strictObject({
    /** `chapter`: every chapter and part begins with 1; `continuous`: through the whole thesis. */
    numbering: v.picklist(['chapter', 'continuous']),
    size_pt: length,
    first_line_indent_cm: length,
  }),
  citation: v.strictObject({
    style: text,
    /** Between the last two names: the word (in English "and") or the sign; as the style and the language when absent. */
    and: v.optional(v.picklist(['dan', '&'])),
  }),
  bibliography: v.strictObject({
    hanging_indent_cm: length,
    space_after_pt: length,
    /** Works under a heading for each kind, in this order, then the others under the last. Null: all in one list. */
    groups: v.nullable(
      v.array(
        v.strictObject({
          heading: v.strictObject({ id: text, en: text }),
          /** As CSL names them: `book`, `article-journal`, `thesis` … */
          types: v.array(text),
        }),
      ),
    ),
    limits: v.strictObject({
      /** How many works at least. */
      min_sources: v.nullable(length),
      /** The least share of journal articles, from 0 to 1. */
      journal_share: v.nullable(share),
      /** The age of the oldest work, in years. */
      max_age_years: v.nullable(length),
      /** The least share of works not older than that. */
      recent: v.nullable(v.strictObject({ share, years: length })),
    }),
  }),
  abstract: v.strictObject({
    min_words: v.nullable(length),
    max_words: v.nullable(length),
    /** How many it has. */
    paragraphs: v.nullable(length),
    keywords: v.nullable(v.strictObject({ min: length, max: length })),
    /** Null: in any order. */
    keyword_order: v.nullable(v.picklist(['alphabetical'])),
    /** Between keywords, as ", ". */
    keyword_separator: v.string(),
  }),
  cover: v.strictObject({ logo_cm: length, title_size_pt: length }),
  /** Room for a revenue stamp (meterai) on statements. */
  stamp_duty: v.boolean(),
  limits: v.strictObject({ title_max_words: v.nullable(length) }),
  outline: v.array(outlineSection),
})

export type Profile = v.InferOutput<typeof profileSchema>
