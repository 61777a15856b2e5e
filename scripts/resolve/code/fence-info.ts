/**
 * What stands behind the fence of a block of code: `python`, or pandoc's attributes with or without a language before
 * them, `{.python #lst:x caption="Judul" .numberLines startFrom=5}`, or what R Markdown writes, `{r peta, echo=FALSE}`.
 */
import type { Code } from 'mdast'
import { type Attributes, parseAttributes } from '../attributes.ts'

export interface FenceInfo {
  /** As written; undefined where none is named. */
  readonly language: string | undefined
  readonly attributes: Attributes
  /** The number of the first line, where the lines are to be numbered. */
  readonly startFrom: number | undefined
}

const ATTRIBUTES = /^([^\s{]*)\s*\{(.*)\}\s*$/
/** R Markdown: the language, then its own options. */
const CHUNK = /^\{\s*([A-Za-z]\w*)(?=[\s,}]).*\}\s*$/
const NUMBERED = /^(?:numberLines|number-lines)$/
const NONE: Attributes = { classes: [], values: {} }

export function fenceInfo({ lang, meta }: Pick<Code, 'lang' | 'meta'>): FenceInfo {
  const info = [lang, meta].filter(Boolean).join(' ')
  const [, before = '', inside = ''] = ATTRIBUTES.exec(info) ?? []
  const attributes = parseAttributes(inside)
  if (!attributes) {
    const language = CHUNK.exec(info)?.[1] ?? (info.startsWith('{') ? undefined : lang?.replace(/\{.*$/, ''))
    return { language: language || undefined, attributes: NONE, startFrom: undefined }
  }
  const [first] = attributes.classes.filter((name) => !NUMBERED.test(name))
  const numbered = attributes.classes.some((name) => NUMBERED.test(name))
  const start = Number(attributes.values.startFrom ?? attributes.values['start-from'] ?? 1)
  return {
    language: before || first,
    attributes,
    startFrom: numbered ? (Number.isSafeInteger(start) && start >= 0 ? start : 1) : undefined,
  }
}
