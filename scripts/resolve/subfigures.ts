/** Several pictures as one figure: (a), (b) … each with its own caption, in rows, under the caption of the whole. */
import type { BlockContent, Image, Paragraph, RootContent } from 'mdast'
import type { Caption, Captioned, Subfigure } from '../model.ts'
import type { Attributes } from './attributes.ts'
import { captioned, captionNode, captionOf, positionOf } from './caption-nodes.ts'
import type { Joining } from './captions.ts'
import { joinAttributes, lookOf } from './figure-attributes.ts'
import { imagesAlone, joinLines, splitLines, takeImageAttributes } from './figure-lines.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { captionInImage } from './image-caption.ts'
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

/** A part of a figure, and the paragraph it stands in, from 0. */
interface Picture {
  readonly figure: Captioned
  readonly paragraph: number
}

/**
 * Makes one figure of the children of a labelled container, `<div id="fig:x">` or one of fences: its pictures become
 * subfigures, its last paragraph the caption of the whole.
 * @param children paragraphs of images as they stand; what else is a figure (a diagram) is one already
 * @param attributes the container's own
 * @returns undefined where no picture stands in it
 */
export function figureOfContainer(
  children: readonly RootContent[],
  attributes: Attributes,
  joining: Joining,
): Captioned | undefined {
  const { file } = joining
  const pictures: Picture[] = []
  const others: RootContent[] = []
  const sources: Captioned['children'] = []
  for (const [paragraph, child] of children.entries()) {
    if (child.type === 'captioned' && child.kind === 'figure') {
      sources.push(...child.children.filter((part) => part.type === 'sourceLine'))
      pictures.push({ figure: child, paragraph })
    } else if (child.type === 'paragraph' && child.children.some(({ type }) => type === 'image')) {
      const { images, words } = picturesIn(child, joining)
      pictures.push(...images.map((image) => ({ figure: pictureOf(image, child, joining), paragraph })))
      others.push(...words)
    } else others.push(child)
  }
  const [first] = pictures.map(({ figure }) => figure)
  if (!first) return undefined
  const said = others.filter((child): boolean => !isSourceLine(child))
  for (const child of others.filter(isSourceLine)) sources.push(...sourceLinesAt([child], 0, file).lines)
  const last = said.findLastIndex((child) => child.type === 'paragraph')
  const words = said[last]
  const found = words?.type === 'paragraph' ? captionOf(words) : undefined
  const between = said.filter((_, at) => at !== last) as BlockContent[]
  const written = joinAttributes(found?.attributes, attributes)
  if (pictures.length === 1 && (!found || first.label === undefined)) {
    const own = first.children.filter(({ type }) => type !== 'sourceLine' && !(found && type === 'caption'))
    const look = lookOf(written, file, found?.node.position ?? first.position)
    const whole = [...own, ...between, ...(found ? [found.node] : []), ...sources]
    return { ...first, ...look, children: whole, ...positionOf(found?.node ?? first) }
  }
  const rows = rowsOf(pictures)
  const parts = pictures.map(({ figure }, at) => subfigureOf(figure, rows[at] ?? 0))
  const caption = found?.node ?? captionNode([], first)
  return captioned('figure', written, [...parts, ...between, caption, ...sources], file)
}

/** The images on lines of their own, and the lines of words, which follow them without a blank line. */
function picturesIn(paragraph: Paragraph, { file, attributes }: Joining) {
  takeImageAttributes(paragraph, attributes)
  const lines = splitLines(paragraph, file)
  const images = lines.flatMap(imagesAlone)
  const said = lines.filter((line) => imagesAlone(line).length === 0)
  const words: Paragraph[] = []
  for (const line of said) {
    const before = words.at(-1)
    if (before && !isSourceLine(line)) words[words.length - 1] = joinLines([before, line])
    else words.push(line)
  }
  return images.length === 0 ? { images, words: [paragraph] } : { images, words }
}

function pictureOf(image: Image, paragraph: Paragraph, joining: Joining): Captioned {
  const { attributes, file } = joining
  const content: Paragraph = { ...paragraph, children: [image], ...positionOf(image) }
  const words = image.alt ? captionInImage(image, joining) : []
  return captioned('figure', attributes.get(image), [content, captionNode(words, image)], file)
}

/**
 * Pictures of one paragraph are a row. Where every picture has a paragraph of its own they say nothing about rows, and
 * are set beside each other as far as they find room.
 */
function rowsOf(pictures: readonly Picture[]): number[] {
  const paragraphs = [...new Set(pictures.map(({ paragraph }) => paragraph))]
  if (paragraphs.length === pictures.length) return pictures.map(() => 0)
  return pictures.map(({ paragraph }) => paragraphs.indexOf(paragraph))
}
