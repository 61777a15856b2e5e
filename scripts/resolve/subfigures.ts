/** Several pictures as one figure: (a), (b) … each with its own caption, in rows, under the caption of the whole. */
import type { BlockContent, Image, Paragraph, RootContent } from 'mdast'
import type { Caption, Captioned, Subfigure } from '../model.ts'
import type { Attributes } from './attributes.ts'
import { captioned, captionNode, captionOf, positionOf } from './caption-nodes.ts'
import type { Joining } from './captions.ts'
import { joinAttributes, lookOf } from './figure-attributes.ts'
import { imagesAlone } from './figure-lines.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { isSourceLine, sourceLinesAt } from './source-lines.ts'

/** "(a) Sebelum", "b. Sesudah" */
const LETTER = /^\s*(?:\([a-z]\)|[a-z][.)])\s+/i

/** Pictures side by side under one typed caption: have they captions of their own? A label or a letter says so. */
export function isSetOfSubfigures(
  images: readonly Image[],
  written: (image: Image) => Attributes | undefined,
): boolean {
  const labels = images.filter((image) => written(image)?.label !== undefined)
  return images.length > 1 && (labels.length > 1 || images.every(({ alt }) => LETTER.test(alt ?? '')))
}

/** A figure as part of another one. */
export function subfigureOf(figure: Captioned, row: number): Subfigure {
  const { label, width, height } = figure
  const children = figure.children.filter(
    (child): child is Caption | BlockContent => child.type !== 'sourceLine' && child.type !== 'subfigure',
  )
  const caption = children.find((child) => child.type === 'caption')
  if (caption) dropLeadingText(caption.children, LETTER.exec(inlineText(caption.children))?.[0].length ?? 0)
  return {
    type: 'subfigure',
    ...(label === undefined ? {} : { label }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    row,
    children,
    data: { hName: 'div' },
    ...positionOf(figure),
  }
}

/**
 * Makes one figure of the children of a labelled container, `<div id="fig:x">` or any other: its pictures become
 * subfigures, its last paragraph the caption of the whole.
 * @param children their figures are joined already
 * @param attributes the container's own
 * @returns undefined where no picture stands in it
 */
export function figureOfContainer(
  children: readonly RootContent[],
  attributes: Attributes,
  joining: Joining,
): Captioned | undefined {
  const { file } = joining
  const figures: Captioned[] = []
  const others: RootContent[] = []
  const sources: Captioned['children'] = []
  for (const child of children) {
    if (child.type === 'captioned' && child.kind === 'figure') {
      sources.push(...child.children.filter((part) => part.type === 'sourceLine'))
      figures.push(child)
    } else if (child.type === 'paragraph' && imagesAlone(child).length > 0)
      figures.push(...imagesAlone(child).map((image) => pictureAlone(image, child, joining)))
    else if (isSourceLine(child)) sources.push(...sourceLinesAt([child], 0, file).lines)
    else others.push(child)
  }
  const [first] = figures
  if (!first) return undefined
  const last = others.findLastIndex((child) => child.type === 'paragraph')
  const words = others[last]
  const found = words?.type === 'paragraph' ? captionOf(words) : undefined
  const between = others.filter((_, at) => at !== last) as BlockContent[]
  const written = joinAttributes(found?.attributes, attributes)
  if (figures.length === 1 && (!found || first.label === undefined)) {
    const own = first.children.filter(({ type }) => type !== 'sourceLine' && !(found && type === 'caption'))
    const look = lookOf(written, file, found?.node.position ?? first.position)
    const children = [...own, ...between, ...(found ? [found.node] : []), ...sources]
    return { ...first, ...look, children, ...positionOf(found?.node ?? first) }
  }
  const rows = rowsOf(figures)
  const parts = figures.map((figure, at) => subfigureOf(figure, rows[at] ?? 0))
  const caption = found?.node ?? captionNode([], first)
  return captioned('figure', written, [...parts, ...between, caption, ...sources], file)
}

/** A picture without words of its own. */
function pictureAlone(image: Image, paragraph: Paragraph, { attributes, file }: Joining): Captioned {
  const content: Paragraph = { ...paragraph, children: [image], ...positionOf(image) }
  return captioned('figure', attributes.get(image), [content, captionNode([], image)], file)
}

/**
 * Pictures of one paragraph are a row. Where every picture has a paragraph of its own they say nothing about rows, and
 * are set beside each other as far as they find room.
 */
function rowsOf(figures: readonly Captioned[]): number[] {
  const rows: number[] = []
  for (const [at, figure] of figures.entries()) {
    const [before, own] = [figures[at - 1]?.position, figure.position]
    const together = before && own && own.start.line <= before.end.line + 1
    rows.push(at === 0 ? 0 : (rows[at - 1] ?? 0) + (together ? 0 : 1))
  }
  return rows.at(-1) === figures.length - 1 ? figures.map(() => 0) : rows
}
