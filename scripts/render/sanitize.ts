/** What may stand in the document. Everything else is dropped: a thesis may come from a stranger. */
import { defaultSchema, type Options as Schema } from 'rehype-sanitize'

const CLASSES: (string | RegExp)[] = [
  'number',
  'title',
  'citation',
  'reference',
  'page-number',
  'unresolved',
  'source',
  'figure',
  'table',
  'landscape',
  'listing',
  'subcaption',
  'small-table',
  /^align-(?:left|center|right)$/,
  /^hljs-/,
  'keywords',
  'smallcaps',
  'continues',
]

/** What a block of its own may be. */
const BLOCK_CLASSES = [
  'equation',
  'fenced',
  'landscape',
  'center',
  'right',
  'left',
  'flush',
  'subfigures',
  'subfigure',
]

const links = (defaultSchema.attributes?.a ?? []).filter(
  (rule) => !Array.isArray(rule) || rule[0] !== 'className',
)

/** Those that part a div. */
const headings = Object.fromEntries(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, [['className', ...BLOCK_CLASSES], 'dataDiv']]),
) satisfies Schema['attributes']

/** Ids are kept as they are: no script runs in the document that they could confuse. */
export const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'figure',
    'figcaption',
    'caption',
    'colgroup',
    'col',
    'u',
    'mark',
    'small',
    'abbr',
  ],
  attributes: {
    ...defaultSchema.attributes,
    // The places of notes' calls, of page numbers and of math: the program alone writes them, see `markdown.ts`.
    span: [['className', ...CLASSES], 'dataNote', 'dataPageOf', 'dataFormula'],
    // Likewise a page break.
    div: [
      ...(defaultSchema.attributes?.div ?? []),
      ['dataPageBreak', 'here'],
      ['className', ...BLOCK_CLASSES],
      'dataDiv',
    ],
    ...headings,
    figcaption: ['dataShort'],
    // The number of the first line of a block whose lines are numbered.
    code: [...(defaultSchema.attributes?.code ?? []), 'dataStartFrom'],
    ol: [['className', /^marker-/]],
    ul: [['className', /^bullet-/]],
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'lang', ['dir', 'rtl', 'ltr', 'auto']],
    p: [['className', ...CLASSES]],
    figure: [['className', ...CLASSES], 'dataContinued'],
    // Ours instead of the default's: the first rule for a name is the only one.
    a: [...links, ['className', ...CLASSES]],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: null },
  strip: ['script', 'style', 'iframe', 'object', 'embed', 'template'],
}
