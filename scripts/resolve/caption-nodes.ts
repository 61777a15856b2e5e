/** Captions as they stand in a file, and the nodes they become. */
import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Caption, Captioned, CaptionKind } from '../model.ts'
import { type Attributes, takeTrailingAttributes } from './attributes.ts'
import { lookOf, tellSmall } from './figure-attributes.ts'
import { dropLeadingText, inlineText } from './heading-text.ts'
import { captionLabel, isBareTableLabel } from './typed-labels.ts'

export interface FoundCaption {
  readonly node: Caption
  readonly attributes: Attributes | undefined
}

const TABLE_CAPTION = /^(?:(?:Table|Tabel)\s*)?:\s+/
const LONGEST_TITLE = 250

/** `: Caption` or `Table: Caption`, wherever it stands. */
export function isMarkedCaption(paragraph: Paragraph): boolean {
  return TABLE_CAPTION.test(textOf(paragraph))
}

/** `: Caption`, `Table: Caption` or a typed "Tabel 1.1 Caption". The typed number stays for the numbering to compare. */
export function tableCaption(paragraph: Paragraph): FoundCaption | undefined {
  const text = textOf(paragraph)
  const marker = TABLE_CAPTION.exec(text)
  if (!marker && captionLabel(text)?.kind !== 'table') return undefined
  if (marker) dropLeadingText(paragraph.children, marker[0].length)
  return captionOf(paragraph)
}

/** "Tabel 1.1" in one paragraph and its title in the next, as Word's documents often have it. */
export function captionInTwo(
  label: RootContent | undefined,
  title: RootContent | undefined,
): FoundCaption | undefined {
  if (label?.type !== 'paragraph' || title?.type !== 'paragraph') return undefined
  const text = textOf(title)
  if (!isBareTableLabel(textOf(label)) || text.length > LONGEST_TITLE || /[:;,]\s*$/.test(text))
    return undefined
  const blank: PhrasingContent = { type: 'text', value: ' ', ...positionOf(title) }
  return captionOf({
    ...title,
    children: [...label.children, blank, ...title.children],
    ...positionOf(label),
  })
}

/** A typed "Gambar 1.1 …". */
export function isFigureCaption(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && captionLabel(textOf(node))?.kind === 'figure'
}

/** A paragraph as caption, its attributes taken off. */
export function captionOf(paragraph: Paragraph): FoundCaption {
  const attributes = takeTrailingAttributes(paragraph.children)
  return { node: captionNode(paragraph.children, paragraph), attributes }
}

export function captionNode(children: PhrasingContent[], from: Pick<Paragraph | Image, 'position'>): Caption {
  return { type: 'caption', children, data: { hName: 'figcaption' }, ...positionOf(from) }
}

/** @param children the caption among them, if there is one */
export function captioned(
  kind: CaptionKind,
  attributes: Attributes | undefined,
  children: Captioned['children'],
  file: VFile,
): Captioned {
  const from = children.find((child) => child.type === 'caption') ?? children[0]
  if (kind !== 'table') tellSmall(attributes, file, from?.position)
  return {
    type: 'captioned',
    kind,
    ...lookOf(attributes, file, from?.position),
    children,
    data: { hName: 'figure' },
    ...positionOf(from),
  }
}

export function textOf({ children }: Paragraph): string {
  return inlineText(children)
}

export function positionOf(node: { position?: Paragraph['position'] } | undefined) {
  return node?.position ? { position: node.position } : {}
}
