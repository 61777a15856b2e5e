/**
 * Markdown within HTML. As in pandoc, what stands in `<center>`, in a centred `<div>` and in `<div id="fig:x">` is
 * Markdown even where no blank line parts it from the tag; and pictures by `<img>` alone are pictures like all others, so
 * that captions and sources find them.
 */
import type { Html, Image, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Processor } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { afterParsing, type FragmentLine, type Fragments } from './fragments.ts'

const WRAPPED = /^(\s*<(center|div|p)\b([^<>]*)>)([\s\S]*)$/i
const CLOSED = /^(\s*<\/(?:center|div|p)>)([\s\S]+)$/i
/** `</center>⏎<center>Gambar 1.1 …</center>` is one piece of HTML. */
const FURTHER = /^\s*<(?:center|div|p|img)\b/i
const CENTRED = /\balign\s*=\s*["']?center|text-align\s*:\s*center/i
const FIGURE = /\bid\s*=\s*["']?fig:/i
/** In a paragraph of HTML only captions are looked for. */
const CAPTION = /^[\s*_]*(?:tabel|table|gambar|figure|bagan|grafik|diagram|sumber|source|!\[)/i
const IMAGES = /^\s*(?:<(center|div|p)\b[^<>]*>\s*)?((?:<img\b[^<>]*>\s*)+)(?:<\/(center|div|p)>)?([\s\S]*)$/i
const ATTRIBUTE = /\s([a-z][a-z\d-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi

/** A unified plugin, used behind `remark-parse`. */
export function remarkHtmlBlocks(this: Processor): void {
  afterParsing(this, (tree, fragments) => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined || !node.position || parent.type === 'paragraph') return undefined
      const made = takenApart(node, fragments)
      if (!made) return undefined
      parent.children.splice(index, 1, ...made)
      return [SKIP, index + made.length]
    })
  })
}

function takenApart(node: Html, fragments: Fragments): RootContent[] | undefined {
  const images = imagesIn(node, fragments)
  if (images) return images
  const [, opening = '', tag = '', attributes = '', rest = ''] = WRAPPED.exec(node.value) ?? []
  if (opening !== '' && isMarkdown(rest) && isMeant(tag.toLowerCase(), attributes, rest)) {
    const closing = new RegExp(`</${tag}>\\s*$`, 'i').exec(rest)
    const end = closing ? opening.length + closing.index : node.value.length
    return [
      htmlPart(node, 0, opening.length, fragments),
      ...fragments.parse(linesOf(node, opening.length, end, fragments)),
      ...(closing ? [htmlPart(node, end, node.value.length, fragments)] : []),
    ]
  }
  const [, closing = '', after = ''] = CLOSED.exec(node.value) ?? []
  if (closing === '' || !(isMarkdown(after) || FURTHER.test(after))) return undefined
  return [
    htmlPart(node, 0, closing.length, fragments),
    ...fragments.parse(linesOf(node, closing.length, node.value.length, fragments)),
  ]
}

/** HTML that goes on with HTML is left to the browser. */
function isMarkdown(text: string): boolean {
  return /^\s*[^\s<]/.test(text)
}

function isMeant(tag: string, attributes: string, rest: string): boolean {
  if (tag === 'center') return true
  if (tag === 'p') return CENTRED.test(attributes) && CAPTION.test(rest)
  return FIGURE.test(attributes) || CENTRED.test(attributes)
}

/** `<img src="a.png" width="300">`, centred or not, and the lines glued to it. */
function imagesIn(node: Html, fragments: Fragments): RootContent[] | undefined {
  const [whole, opening, tags = '', closing, tail = ''] = IMAGES.exec(node.value) ?? []
  if (whole === undefined || opening?.toLowerCase() !== closing?.toLowerCase()) return undefined
  if (tail.trim() !== '' && !isMarkdown(tail)) return undefined
  const images = [...tags.matchAll(/<img\b[^<>]*>/gi)].map(([tag]) => imageOf(tag, node))
  if (images.some((image) => image.length === 0)) return undefined
  const from = node.value.length - tail.length
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: images.flat(),
    position: positionOf(node, 0, node.value.slice(0, from).trimEnd().length, fragments),
  }
  const lines = tail.trim() === '' ? [] : linesOf(node, from, node.value.length, fragments)
  return [paragraph, ...fragments.parse(lines)]
}

/** The picture, and its size in braces as Markdown has it. Its alternative text is no caption. */
function imageOf(tag: string, node: Html): PhrasingContent[] {
  const values = Object.fromEntries(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', ...value]) => [
      name.toLowerCase(),
      value.find((text) => text !== undefined) ?? '',
    ]),
  )
  const { src = '', alt = '', width, height } = values
  if (src === '') return []
  const place = node.position ? { position: node.position } : {}
  const image: Image = {
    type: 'image',
    url: src.replaceAll('&amp;', '&'),
    title: null,
    alt: '',
    ...(alt === '' ? {} : { data: { hProperties: { alt } } }),
    ...place,
  }
  const size = [
    ...(width === undefined ? [] : [`width="${width}"`]),
    ...(height === undefined ? [] : [`height="${height}"`]),
  ]
  if (size.length === 0) return [image]
  return [image, { type: 'text', value: `{${size.join(' ')}}`, ...place }]
}

/**
 * A part of an HTML node's text as lines at their places: what containers have in front of a line is not in the node.
 * What all lines but the first are indented by is no part of them.
 */
function linesOf(node: Html, from: number, to: number, fragments: Fragments): FragmentLine[] {
  const { start } = node.position ?? { start: { line: 1, column: 1, offset: 0 } }
  const rows = fragments.rows()
  const above = node.value.slice(0, from).split('\n')
  const before = above.length - 1
  let offset = (start.offset ?? 0) - (start.column - 1)
  for (let row = 0; row < before; row++) offset += (rows[start.line - 1 + row]?.length ?? 0) + 1
  const written = node.value.slice(from, to).split('\n')
  const further = written.slice(1).filter((text) => text.trim() !== '')
  const indent = further.length > 0 ? Math.min(...further.map((text) => text.search(/\S/))) : 0
  return written.map((text, at): FragmentLine => {
    const line = start.line + before + at
    const row = rows[line - 1] ?? ''
    const least = at === 0 ? (above.at(-1)?.length ?? 0) + (before === 0 ? start.column - 1 : 0) : 0
    const begin = Math.max(least, row.indexOf(text.trimEnd(), least))
    const blanks = at === 0 ? text.search(/\S|$/) : Math.min(indent, text.length)
    const own = {
      text: text.slice(blanks),
      line,
      column: begin + blanks + 1,
      offset: offset + begin + blanks,
    }
    offset += row.length + 1
    return own
  })
}

function htmlPart(node: Html, from: number, to: number, fragments: Fragments): Html {
  return { type: 'html', value: node.value.slice(from, to), position: positionOf(node, from, to, fragments) }
}

function positionOf(node: Html, from: number, to: number, fragments: Fragments) {
  const lines = linesOf(node, from, to, fragments)
  const [first, last] = [lines[0], lines.at(-1)]
  const point = ({ line, column, offset }: FragmentLine, at: number) => ({
    line,
    column: column + at,
    offset: offset + at,
  })
  const none = { line: 1, column: 1, offset: 0 }
  return {
    start: first ? point(first, 0) : none,
    end: last ? point(last, last.text.length) : none,
  }
}
