/**
 * What stands on the lines of a paragraph of images. Without a blank line between, Markdown takes an image, its typed
 * caption and its source line for one paragraph; people who come from Word write them so.
 */
import type { Image, Paragraph, PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Place } from '../model.ts'
import { type Attributes, takeLeadingAttributes } from './attributes.ts'
import { lengthOf } from './figure-attributes.ts'
import { inlineText } from './heading-text.ts'

/** Takes the attribute lists behind the images of a paragraph off it, in place. @param found gets them */
export function takeImageAttributes({ children }: Paragraph, found: Map<Image, Attributes>): void {
  for (let at = 0; at < children.length; at++) {
    const image = children[at]
    if (image?.type !== 'image') continue
    const attributes = takeLeadingAttributes(children, at + 1)
    if (!attributes) continue
    found.set(image, attributes)
    const { width, height } = attributes.values
    const size = {
      ...(width ? { width: lengthOf(width) } : {}),
      ...(height ? { height: lengthOf(height) } : {}),
    }
    image.data = { ...image.data, hProperties: { ...image.data?.hProperties, ...size } }
  }
}

/** The images of a paragraph that holds nothing else. */
export function imagesAlone({ children }: Paragraph): Image[] {
  const images = children.filter((child): child is Image => child.type === 'image')
  const others = children.filter((child) => child.type !== 'image')
  return inlineText(others).trim() === '' && others.every(isBlank) ? images : []
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' || node.type === 'break' || node.type === 'html'
}

/** A paragraph as paragraphs of one line each, where it was written on several. */
export function splitLines(paragraph: Paragraph, file: VFile): Paragraph[] {
  const lines: PhrasingContent[][] = [[]]
  let row = paragraph.position?.start.line ?? 0
  for (const node of paragraph.children) {
    if (node.type === 'break') {
      lines.push([])
    } else if (node.type === 'text' && node.value.includes('\n')) {
      row = node.position?.start.line ?? row
      const rows = rowsOf(node, file)
      for (const [index, value] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        const position = index === 0 ? node.position : lineOf(row + index, value, rows[index])
        if (value !== '') lines.at(-1)?.push({ type: 'text', value, ...(position ? { position } : {}) })
      }
    } else lines.at(-1)?.push(node)
  }
  return lines
    .filter((children) => children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
    .map((children) => {
      const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
      const position = start && end ? { start, end } : paragraph.position
      return { type: 'paragraph', children, ...(position ? { position } : {}) }
    })
}

/** Lines of a paragraph as one paragraph again. */
export function joinLines(lines: readonly Paragraph[]): Paragraph {
  const [start, end] = [lines[0]?.position?.start, lines.at(-1)?.position?.end]
  const children = lines.flatMap(({ children: own, position }, at): PhrasingContent[] =>
    at === 0 ? own : [{ type: 'text', value: '\n', ...(position ? { position } : {}) }, ...own],
  )
  return { type: 'paragraph', children, ...(start && end ? { position: { start, end } } : {}) }
}

/** The lines of a text as they stand in the file, all but the first from their beginning. */
function rowsOf({ position }: PhrasingContent, file: VFile): string[] {
  return String(file.value)
    .slice(position?.start.offset, position?.end.offset)
    .split(/\r\n|\r|\n/)
}

/** Where a line's text stands: Markdown has taken the indentation off it. */
function lineOf(line: number, text: string, row = ''): Place & Paragraph['position'] {
  const column = Math.max(0, row.indexOf(text)) + 1
  return { start: { line, column }, end: { line, column: column + text.length } }
}
