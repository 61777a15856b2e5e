/** What a page in HTML may hold: a thesis may come from a stranger. */
import { defaultSchema, type Options as Schema } from 'rehype-sanitize'
import { schema } from '../sanitize.ts'

/** The classes of the shipped templates, for those who write their own. */
export const PAGE_CLASSES = [
  'approval',
  'centred',
  'close',
  'cover',
  'cover-author',
  'cover-campus',
  'cover-kind',
  'cover-logo',
  'cover-purpose',
  'cover-subtitle',
  'cover-title',
  'cover-top',
  'crowded',
  'education',
  'flush',
  'particulars',
  'quoted-title',
  'right',
  'roomy',
  'signature',
  'signature-line',
  'signature-name',
  'signature-space',
  'signatures',
  'signers',
  'stamp',
  'statement',
  'strong',
  'tight',
  'vitae',
] as const

const DROPPED = new Set(['input', 'picture', 'section', 'source'])
const OWN_ANCHORS = new Set(['id', 'name', 'className'])

/** Without anchors (one like a heading's would lead its links astray) and without styles of its own. */
export const pageSchema: Schema = {
  ...schema,
  tagNames: (schema.tagNames ?? []).filter((name) => !DROPPED.has(name)),
  attributes: {
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter(
        (rule) => !OWN_ANCHORS.has(Array.isArray(rule) ? rule[0] : rule),
      ),
      ['className', ...PAGE_CLASSES],
    ],
    a: ['href'],
    img: ['src', 'alt', 'width'],
    // The places of formulas in the title.
    span: ['dataFormula'],
    ol: ['start', 'type'],
  },
}
