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
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ])

export const configSchema = v.strictObject({
  title: v.optional(text),
  /** For the English abstract. */
  title_en: v.optional(text),
  subtitle: v.optional(text),
  author: v.optional(person),
  supervisors: v.optional(list(person)),
  examiners: v.optional(list(person)),
  /** Who signs for the faculty, e.g. the dean. */
  dean: v.optional(person),
  programme: v.optional(text),
  faculty: v.optional(text),
  university: v.optional(text),
  city: v.optional(text),
  year: v.optional(loose),
  /** e.g. "Sarjana Hubungan Internasional" */
  degree: v.optional(text),
  /** Day of the defence or of signing, as it is to be printed. */
  date: v.optional(loose),
  /** A picture for the cover, in the thesis folder. */
  logo: v.optional(text),
  stage: v.optional(v.picklist(['proposal', 'skripsi', 'tesis', 'disertasi'])),
  profile: v.optional(text),
  language: v.optional(v.picklist(['id', 'en'])),
  /** A font of this computer, by its name, instead of the one that comes along. */
  font: v.optional(v.pipe(text, v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u))),
  chapters: v.optional(list(text)),
  /** Part name -> file, e.g. `abstrak: front/abstrak.md`; `front/<part>.md` is found by itself. */
  front: v.optional(v.record(text, text)),
  appendices: v.optional(list(text)),
  bibliography: v.optional(list(text)),
  citation: v.optional(v.strictObject({ style: v.optional(text) })),
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
