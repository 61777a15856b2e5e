/** Pandoc's attributes: `{#sec:x .unnumbered width=80%}` behind a heading, an image or a caption. */
import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'

export interface Attributes {
  readonly label?: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

const BLOCK = /\{([^{}]+)\}/
/** As pandoc has it, names begin with a letter: `{.5}` and `{#1}` are text. */
const TOKEN =
  /^(?:#(\p{L}[^\s#=]*)|\.(\p{L}[\p{L}\d_-]*)|(-)|(\p{L}[\p{L}\d_-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)))(?:\s+|$)/u

/** Reads the inside of `{…}`; undefined when it is no attribute list, so that plain braces stay text. */
export function parseAttributes(inside: string): Attributes | undefined {
  if (inside.trim() === '') return undefined
  let label: string | undefined
  const classes: string[] = []
  const values: Record<string, string> = {}
  for (let rest = inside.trim(); rest.length > 0; ) {
    const token = TOKEN.exec(rest)
    if (!token) return undefined
    const [whole, id, name, dash, key, ...value] = token
    if (id) label = id
    if (name) classes.push(name)
    if (dash) classes.push('unnumbered')
    if (key) values[key] = value.find((text) => text !== undefined) ?? ''
    rest = rest.slice(whole.length)
  }
  return { ...(label === undefined ? {} : { label }), classes, values }
}

/** Takes an attribute list off the end of phrasing content, in place. */
export function takeTrailingAttributes(children: PhrasingContent[]): Attributes | undefined {
  const last = children.at(-1)
  if (last?.type !== 'text') return undefined
  const match = new RegExp(`\\s*${BLOCK.source}\\s*$`).exec(last.value)
  const attributes = match?.[1] === undefined ? undefined : parseAttributes(match[1])
  if (!match || !attributes) return undefined
  last.value = last.value.slice(0, match.index)
  if (last.value === '') children.pop()
  return attributes
}

/** Takes an attribute list off the start of the text behind an image, in place. Blanks before it are forgiven. */
export function takeLeadingAttributes(children: PhrasingContent[], at: number): Attributes | undefined {
  const next = children[at]
  if (next?.type !== 'text') return undefined
  const match = new RegExp(`^[ \\t]*${BLOCK.source}`).exec(next.value)
  const attributes = match?.[1] === undefined ? undefined : parseAttributes(match[1])
  if (!match || !attributes) return undefined
  next.value = next.value.slice(match[0].length)
  if (next.value === '') children.splice(at, 1)
  return attributes
}

/** Reads `{#sec:x}`, `{-}` and `{.unnumbered}` behind headings into their data, in place. */
export function readHeadingAttributes(tree: Root): void {
  visit(tree, 'heading', (heading) => {
    const attributes = takeTrailingAttributes(heading.children)
    if (!attributes) return
    const data = heading.data ?? {}
    heading.data = data
    if (attributes.label) data.label = attributes.label
    if (attributes.classes.includes('unnumbered')) data.unnumbered = true
  })
}

/** {@link readHeadingAttributes} as a unified plugin. */
export const remarkHeadingAttributes: Plugin<[], Root> = () => readHeadingAttributes
