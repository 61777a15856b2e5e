/** What `naskah.yaml` may say. The same schema is exported as JSON Schema for editors (`templates/naskah.schema.json`). */
import * as v from 'valibot'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
/** Numbers and years are welcome where text is meant: `year: 2024`, `id: 12345`. */
const loose = v.pipe(v.union([text, v.number()]), v.transform(String))
const person = v.union([
  v.pipe(
    text,
    v.transform((name) => ({ name }) as { name: string; id?: string; role?: string }),
  ),
  v.strictObject({ name: text, id: v.optional(loose), role: v.optional(text) }),
])
/** An author says more of themselves: where it is given, the page "Riwayat Hidup" is made of it. */
const author = v.union([
  v.pipe(
    text,
    v.transform((name) => ({ name }) as AuthorData),
  ),
  v.strictObject({
    name: text,
    id: v.optional(loose),
    birth_place: v.optional(text),
    birth_date: v.optional(loose),
    address: v.optional(text),
    email: v.optional(text),
    phone: v.optional(loose),
    education: v.optional(
      v.array(
        v.union([
          v.pipe(
            text,
            v.transform((school) => ({ school }) as { school: string; years?: string }),
          ),
          v.strictObject({ school: text, years: v.optional(loose) }),
        ]),
      ),
    ),
  }),
])
const appendix = v.union([
  v.pipe(
    text,
    v.transform((file) => ({ file }) as { file: string; title?: string }),
  ),
  v.strictObject({ file: text, title: v.optional(text) }),
])
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ])

interface AuthorData {
  name: string
  id?: string
  birth_place?: string
  birth_date?: string
  address?: string
  email?: string
  phone?: string
  education?: { school: string; years?: string }[]
}

export const configSchema = v.strictObject({
  title: v.optional(text),
  /** For the English abstract. */
  title_en: v.optional(text),
  subtitle: v.optional(text),
  author: v.optional(author),
  supervisors: v.optional(list(person)),
  examiners: v.optional(list(person)),
  /** Who sign at the head of the board of examiners. */
  chair: v.optional(person),
  secretary: v.optional(person),
  /** Who signs for the faculty, e.g. the dean. */
  dean: v.optional(person),
  /** Who signs for the study programme. */
  programme_head: v.optional(person),
  programme: v.optional(text),
  faculty: v.optional(text),
  university: v.optional(text),
  city: v.optional(text),
  year: v.optional(loose),
  /** e.g. "Sarjana Hubungan Internasional" */
  degree: v.optional(text),
  /** Day of signing: 2024-06-17, or as it is to be printed. */
  date: v.optional(loose),
  /** Day of the defence; `date` when absent. */
  defence_date: v.optional(loose),
  /** Room for a revenue stamp (meterai) on statements; the profile decides when absent. */
  stamp_duty: v.optional(v.boolean()),
  /** A picture for the cover, in the thesis folder. */
  logo: v.optional(text),
  stage: v.optional(v.picklist(['proposal', 'skripsi', 'tesis', 'disertasi'])),
  profile: v.optional(text),
  language: v.optional(v.picklist(['id', 'en'])),
  /** A font of this computer, by its name, instead of the one that comes along. */
  font: v.optional(v.pipe(text, v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u))),
  chapters: v.optional(list(text)),
  /**
   * Part name -> its Markdown, its page in HTML or its scanned pages; true for a part that is made only when asked for,
   * false for one that is not wanted. `front/<part>.md` and `front/<part>.html` are found by themselves.
   */
  front: v.optional(v.record(text, v.union([v.boolean(), list(text)]))),
  /** Markdown files, and PDFs of which each is an appendix by itself, titled by its file name where no title is given. */
  appendices: v.optional(list(appendix)),
  bibliography: v.optional(list(text)),
  /** `and`: between the last two names, the word or the sign; the profile's when absent. */
  citation: v.optional(
    v.strictObject({ style: v.optional(text), and: v.optional(v.picklist(['dan', '&'])) }),
  ),
  /** Short form -> what it stands for. */
  abbreviations: v.optional(v.record(text, text)),
  keywords: v.optional(
    v.union([
      v.pipe(
        v.array(text),
        v.transform((id) => ({ id }) as { id?: string[]; en?: string[] }),
      ),
      v.strictObject({ id: v.optional(v.array(text)), en: v.optional(v.array(text)) }),
    ]),
  ),
  /** File name of the outputs, without ending. */
  output: v.optional(v.pipe(text, v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u))),
})

export type Config = v.InferOutput<typeof configSchema>
