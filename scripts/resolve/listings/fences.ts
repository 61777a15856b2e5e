/** What stands behind the fence of a code block: `python`, or pandoc's `{.python #lst:x caption="…"}`, or both. */
import type { Code } from 'mdast'
import { type Attributes, parseAttributes } from '../attributes.ts'

export interface Fence {
  /** As typed, in small letters; undefined for code without one. */
  readonly language: string | undefined
  readonly attributes: Attributes | undefined
}

/** Pandoc's own classes, which name no language. */
const NO_LANGUAGE = /^(?:numberLines|number-lines|lineAnchors|line-anchors|landscape)$/i

export function readFence({ lang, meta }: Code): Fence {
  const info = [lang, meta].filter(Boolean).join(' ')
  const [, before = '', inside] = /^([^{]*)(?:\{(.*)\})?\s*$/.exec(info) ?? [undefined, info]
  const attributes = inside === undefined ? undefined : parseAttributes(inside)
  const named = before.trim().split(/\s+/)[0] || attributes?.classes.find((name) => !NO_LANGUAGE.test(name))
  return { language: named?.replace(/^\./, '').toLowerCase() || undefined, attributes }
}
