/** The unified plugin that takes ` ```mermaid ` blocks for diagrams, and what stands below one as its caption. */
import { createHash } from 'node:crypto'
import type { Code, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Diagram } from '../model.ts'
import { type Attributes, parseAttributes } from './attributes.ts'
import { fenceInfo } from './code/fence-info.ts'
import { splitLines } from './figure-lines.ts'
import { inlineText } from './heading-text.ts'
import { captionLabel } from './typed-labels.ts'

const LANGUAGE = 'mermaid'

/** {@link readDiagrams} as a unified plugin. */
export const remarkDiagrams: Plugin<[], Root> = () => readDiagrams

/** Makes `diagram` nodes of the blocks whose language is mermaid, in place, at any depth. */
export function readDiagrams(tree: Root): void {
  visit(tree, 'code', (node, index, parent) => {
    const attributes = diagramAttributes(node)
    if (!attributes || !parent || index === undefined) return
    parent.children[index] = diagramOf(node, attributes)
  })
}

/** ` ```mermaid `, ` ```mermaid {#fig:x width=80%} ` and ` ```{.mermaid #fig:x caption="…"} `. */
function diagramAttributes(code: Code): Attributes | undefined {
  const { language, attributes } = fenceInfo(code)
  if (language?.toLowerCase() !== LANGUAGE) return undefined
  // ` ```mermaid width=80% `: without braces, as some write it.
  const isBare = code.meta !== null && code.meta !== undefined && !/[{}]/.test(code.meta)
  return (isBare ? parseAttributes(code.meta ?? '') : undefined) ?? attributes
}

function diagramOf({ value, position }: Code, { label, classes, values }: Attributes): Diagram {
  const { caption } = values
  const alt = values['fig-alt'] ?? values.alt ?? accessibleText(value)
  return {
    type: 'diagram',
    value,
    address: `${LANGUAGE}:${createHash('sha256').update(value).digest('hex').slice(0, 32)}`,
    ...(caption === undefined ? {} : { caption }),
    ...(label === undefined ? {} : { label }),
    classes: classes.filter((name) => name !== LANGUAGE),
    values,
    ...(alt === undefined ? {} : { alt }),
    data: { hName: 'pre' },
    ...(position ? { position } : {}),
  }
}

/** Mermaid's own `accTitle: …`, `accDescr: …` and `accDescr { … }`. */
function accessibleText(source: string): string | undefined {
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(\S.*)$/m.exec(source)?.[1]
  const line = /^[ \t]*accDescr[ \t]*:[ \t]*(\S.*)$/m.exec(source)?.[1]
  const opened = /^[ \t]*accDescr[ \t]*\{/m.exec(source)
  const rest = opened ? source.slice(opened.index + opened[0].length) : ''
  const block = rest.includes('}') ? rest.slice(0, rest.indexOf('}')) : undefined
  const texts = [title, line ?? block].map((text) => text?.replace(/\s+/g, ' ').trim()).filter(Boolean)
  return texts.length === 0 ? undefined : texts.join('. ')
}

const CAPTION_MARKER = /^(?:(?:Figure|Gambar|Diagram|Bagan)\s*)?:\s+/

/**
 * Takes the paragraph behind a node off when it is the caption of a figure: `: Caption`, `Gambar: Caption` or a typed
 * "Gambar 2.1 Caption". A source line in the same paragraph then stands by itself.
 * @param marker how much of its text is no caption
 */
export function takeFigureCaption(
  nodes: RootContent[],
  at: number,
  file: VFile,
  isSourceLine: (line: Paragraph) => boolean,
): { readonly paragraph: Paragraph; readonly marker: number } | undefined {
  const below = nodes[at + 1]
  if (below?.type !== 'paragraph') return undefined
  const text = inlineText(below.children)
  const marker = CAPTION_MARKER.exec(text)?.[0]
  if (marker?.startsWith(':') && nodes[at + 2]?.type === 'table' && !/\{#fig:/.test(text)) return undefined
  const lines = splitLines(below, file)
  const source = lines.findIndex((line, index) => index > 0 && isSourceLine(line))
  const own = source < 0 ? [below] : lines.slice(0, source)
  const [first] = own
  if (!first) return undefined
  const paragraph = own.length === 1 ? first : { ...first, children: joinedLines(own) }
  if (marker === undefined && captionLabel(inlineText(paragraph.children))?.kind !== 'figure')
    return undefined
  nodes.splice(at + 1, 1, ...(source < 0 ? [] : lines.slice(source)))
  return { paragraph, marker: marker?.length ?? 0 }
}

function joinedLines(lines: readonly Paragraph[]): PhrasingContent[] {
  return lines.flatMap(({ children }, at) =>
    at === 0 ? children : [{ type: 'text', value: ' ' }, ...children],
  )
}
