/** The caption inside `![…]` with its markup: mdast keeps its plain text alone, the file has it all. */
import type { FootnoteDefinition, Image, Nodes, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { CiteItem, Place } from '../model.ts'

export interface CaptionSource {
  readonly file: VFile
  /** Parses a line of Markdown that stands by itself; the positions it gives are moved to the file's. */
  readonly parseInline: ((markdown: string) => (PhrasingContent | FootnoteDefinition)[]) | undefined
  /** The identifiers of the file's notes: a line by itself does not know them. */
  readonly notes: ReadonlySet<string>
  /** Gets the notes that are written in captions. */
  readonly found: FootnoteDefinition[]
}

/** For the captions of a file. @param parseInline plain text when absent */
export function captionSource(
  tree: Root,
  file: VFile,
  parseInline: CaptionSource['parseInline'],
): CaptionSource {
  const notes = new Set<string>()
  visit(tree, 'footnoteDefinition', ({ identifier }) => void notes.add(identifier))
  return { file, parseInline, notes, found: [] }
}

/** The caption of an image that stands in a file. */
export function captionInImage(image: Image, source: CaptionSource): PhrasingContent[] {
  const { file, parseInline } = source
  const { start, end } = image.position ?? {}
  const written =
    start?.offset === undefined || end?.offset === undefined
      ? ''
      : String(file.value).slice(start.offset, end.offset)
  const inside = /^!\[([\s\S]*)\](?:\(|\[)/.exec(written)?.[1]
  if (inside === undefined || !parseInline || !image.position) {
    return [{ type: 'text', value: image.alt ?? '', ...(image.position ? { position: image.position } : {}) }]
  }
  // Blanks run together while a caption is parsed: then only the image itself is a true place.
  const exact = inside === inside.replace(/\s+/g, ' ').trim()
  return parsedCaption(inside, image.position, exact ? '!['.length : undefined, source)
}

/** A caption written in what stands in `home`: that is its place. */
export function captionInText(
  written: string,
  home: Pick<Image, 'position'>,
  source: CaptionSource,
): PhrasingContent[] {
  const text = written.replace(/\s+/g, ' ').trim()
  if (home.position && source.parseInline) return parsedCaption(text, home.position, undefined, source)
  return [{ type: 'text', value: text, ...(home.position ? { position: home.position } : {}) }]
}

/** @param by how many characters behind the start of `home` the text stands; undefined when that is not known */
export function parsedCaption(
  inside: string,
  home: NonNullable<Image['position']>,
  by: number | undefined,
  { parseInline, notes, found }: CaptionSource,
): PhrasingContent[] {
  const parsed = parseInline?.(inside) ?? []
  const children = parsed.filter((node) => node.type !== 'footnoteDefinition')
  const definitions = parsed.filter((node) => node.type === 'footnoteDefinition')
  const caption: Root = { type: 'root', children: [{ type: 'paragraph', children }, ...definitions] }
  movePositions(caption, home, by)
  setNotes(caption, notes)
  setIdentifiers(caption, `image ${home.start.offset}`)
  found.push(...definitions)
  return children
}

/** Notes written in captions are known by their place in the caption: here by their place in the file. */
function setIdentifiers(caption: Root, home: string): void {
  visit(caption, (node) => {
    const isNote = node.type === 'footnoteReference' || node.type === 'footnoteDefinition'
    if (isNote && node.identifier.includes(' ')) node.identifier = `${node.identifier} ${home}`
  })
}

/** `[^1]` in a caption calls a note of the file. */
function setNotes(caption: Root, notes: ReadonlySet<string>): void {
  visit(caption, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('[^')) return undefined
    const parts = node.value.split(/\[\^([^\]\s]+)\]/)
    const made = parts.flatMap((part, at): PhrasingContent[] => {
      const position = node.position ? { position: node.position } : {}
      if (at % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part, ...position }]
      const identifier = part.toLowerCase()
      return notes.has(identifier)
        ? [{ type: 'footnoteReference', identifier, label: part, ...position }]
        : [{ type: 'text', value: `[^${part}]`, ...position }]
    })
    parent.children.splice(index, 1, ...made)
    return [SKIP, index + made.length]
  })
}

/** @param by how many characters behind the start of `home` the text stands; undefined when that is not known */
function movePositions(tree: Nodes, home: NonNullable<Image['position']>, by: number | undefined): void {
  const { start } = home
  const move = <Point extends Place['start']>(point: Point): Point => ({
    ...point,
    line: start.line,
    column: start.column + (by ?? 0) + point.column - 1,
    offset: (start.offset ?? 0) + (by ?? 0) + (point.offset ?? 0),
  })
  const place = (from: Place): Place =>
    by === undefined ? home : { start: move(from.start), end: move(from.end) }
  const item = (from: CiteItem): CiteItem => ({
    ...from,
    ...(from.place ? { place: place(from.place) } : {}),
    ...(from.within ? { within: item(from.within) } : {}),
  })
  visit(tree, (node) => {
    if (node.position) {
      node.position =
        by === undefined ? home : { start: move(node.position.start), end: move(node.position.end) }
    }
    if (node.type === 'citation') node.items = node.items.map(item)
  })
}
