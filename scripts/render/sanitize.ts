/** What may stand in the document. Everything else is dropped: a thesis may come from a stranger. */
import { defaultSchema, type Options as Schema } from 'rehype-sanitize'

const CLASSES: (string | RegExp)[] = [
  'number',
  'title',
  'citation',
  'secondary',
  'reference',
  'unresolved',
  'source',
  'figure',
  'table',
  'landscape',
  'keywords',
]

const links = (defaultSchema.attributes?.a ?? []).filter(
  (rule) => !Array.isArray(rule) || rule[0] !== 'className',
)

/** Ids are kept as they are: no script runs in the document that they could confuse. */
export const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'figure',
    'figcaption',
    'caption',
    'u',
    'mark',
    'small',
    'abbr',
  ],
  attributes: {
    ...defaultSchema.attributes,
    // The place of a note's call: the program alone writes it, see `markdown.ts`.
    span: [['className', ...CLASSES], 'dataNote'],
    // Likewise a page break.
    div: [...(defaultSchema.attributes?.div ?? []), ['dataPageBreak', 'here']],
    p: [['className', ...CLASSES]],
    figure: [['className', ...CLASSES]],
    // Ours instead of the default's: the first rule for a name is the only one.
    a: [...links, ['className', ...CLASSES]],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: null },
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'template'],
}
