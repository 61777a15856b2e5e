/**
 * Tables of data: `![Caption](data/tabel.csv){#tbl:x delimiter=";"}` alone in its paragraph, and CSV between fences with
 * `{#tbl:x caption="…"}`. They are asked for first, read by the read stage, and then put in as tables with captions.
 */
import type {
  Code,
  Image,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
} from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { Chapter, DataTable, Place, TableOptions, Text, WantedTable } from '../model.ts'
import { type Attributes, takeLeadingAttributes } from './attributes.ts'
import { badAttribute, dataAmongWords } from './caption-messages.ts'
import { captionNode, type FoundCaption, positionOf } from './caption-nodes.ts'
import { fenceInfo } from './code/fence-info.ts'
import { imagesAlone } from './figure-lines.ts'
import { type CaptionSource, captionInImage, captionInText, captionSource } from './image-caption.ts'
import { setReferencedImages } from './referenced-images.ts'

const DATA = /\.(?:csv|tsv)$/i

/** A place in the tree that asks for a table. */
interface Asking {
  readonly node: Image | Code
  readonly attributes: Attributes | undefined
  readonly parent: Parent
  readonly index: number
}

/** The tables that files ask for. What is asked for wrongly is told. */
export function dataTablesOf(files: readonly Chapter[]): WantedTable[] {
  return files.flatMap(({ tree, file, path }) => {
    setReferencedImages(tree)
    const asking = askingIn(tree)
    const alone = new Set<object>(asking.map(({ node }) => node))
    visit(tree, 'image', (image) => {
      if (!DATA.test(image.url) || alone.has(image)) return
      tell(file, dataAmongWords, { path: image.url }, { place: image.position })
    })
    return asking.map(({ node, attributes }): WantedTable => {
      const data =
        node.type === 'image'
          ? { url: node.url }
          : { text: node.value, line: (node.position?.start.line ?? 1) + 1 }
      const tabs = node.type === 'image' ? /\.tsv$/i.test(node.url) : fenceInfo(node).language === 'tsv'
      const options = optionsOf(attributes, tabs, file, node.position)
      return { node, data, options, file: path, place: node.position }
    })
  })
}

function askingIn(tree: Root): Asking[] {
  const found: Asking[] = []
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type === 'paragraph') {
      const [image, ...others] = node.children.filter(({ type }) => type === 'image') as Image[]
      if (!image || others.length > 0 || !DATA.test(image.url)) return
      const { attributes, alone } = attributesBehind(node, image)
      if (alone) found.push({ node: image, attributes, parent, index })
    } else if (node.type === 'code') {
      const { language, attributes } = fenceInfo(node)
      const asks = attributes?.label?.startsWith('tbl:') || attributes?.values.caption !== undefined
      if (asks && /^(?:csv|tsv)$/.test(language ?? '')) found.push({ node, attributes, parent, index })
    }
  })
  return found
}

/** Nothing is taken off the tree yet. */
function attributesBehind(paragraph: Paragraph, image: Image) {
  const children = paragraph.children.map(
    (child): PhrasingContent => (child.type === 'text' ? { ...child } : child),
  )
  const attributes = takeLeadingAttributes(children, children.indexOf(image) + 1)
  return { attributes, alone: imagesAlone({ type: 'paragraph', children }).length === 1 }
}

const YES = /^(?:true|yes|ya|1)$/i
const NO = /^(?:false|no|tidak|0)$/i
const NAMED: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', titik_koma: ';', koma: ',' }
const A_SIGN: Text = { id: 'satu tanda seperti ";" atau tab', en: 'one sign such as ";" or tab' }
const YES_OR_NO: Text = { id: 'true atau false', en: 'true or false' }
const A_MARK: Text = { id: '"," atau "."', en: '"," or "."' }
const SIDES: Text = {
  id: 'satu huruf untuk setiap kolom, l, r, atau c, misalnya "lrr"',
  en: 'one letter for each column, l, r or c, such as "lrr"',
}

function optionsOf(
  attributes: Attributes | undefined,
  tabs: boolean,
  file: VFile,
  place: Place | undefined,
): TableOptions {
  const { values = {} } = attributes ?? {}
  const bad = (name: string, expected: Text) =>
    tell(file, badAttribute, { name, value: values[name] ?? '', expected }, { place })
  const sign = values.delimiter === undefined ? undefined : (NAMED[values.delimiter] ?? values.delimiter)
  const delimiter = sign?.length === 1 && !/["\n\r]/.test(sign) ? sign : undefined
  if (sign !== undefined && delimiter === undefined) bad('delimiter', A_SIGN)
  const { header, decimal, align, columns } = values
  if (header !== undefined && !YES.test(header) && !NO.test(header)) bad('header', YES_OR_NO)
  if (decimal !== undefined && decimal !== ',' && decimal !== '.') bad('decimal', A_MARK)
  const letters = align !== undefined && /^[lrc]+$/.test(align) ? align : undefined
  if (align !== undefined && !letters && !/^(?:left|right|center)$/.test(align)) bad('align', SIDES)
  const separator = delimiter ?? (tabs ? '\t' : undefined)
  return {
    ...(separator === undefined ? {} : { delimiter: separator }),
    header: header === undefined || !NO.test(header),
    ...(columns === undefined ? {} : { columns }),
    ...(letters === undefined ? {} : { align: letters }),
    ...(decimal === ',' || decimal === '.' ? { decimal } : {}),
  }
}

/**
 * Puts the tables in where they are asked for, in place.
 * @param tables what was read; where one is missing an empty table stands, so that its label is one all the same
 * @returns the captions they bring along
 */
export function setDataTables(
  tree: Root,
  file: VFile,
  tables: ReadonlyMap<object, DataTable>,
  parseInline: CaptionSource['parseInline'],
): Map<object, FoundCaption> {
  const source = captionSource(tree, file, parseInline)
  const captions = new Map<object, FoundCaption>()
  // From the end, so that places stay what they are.
  for (const { node, attributes, parent, index } of askingIn(tree).reverse()) {
    const table = tableNode(tables.get(node) ?? { rows: [['']], align: [] }, node)
    parent.children[index] = table as RootContent & Parent['children'][number]
    const children =
      node.type === 'image'
        ? captionInImage(node, source)
        : captionInText(attributes?.values.caption ?? '', node, source)
    const written = node.type === 'code' || Boolean(node.alt) || attributes?.label !== undefined
    if (written) captions.set(table, { node: captionNode(children, node), attributes })
  }
  tree.children.push(...source.found)
  return captions
}

/** Every cell stands where the table is asked for: its own place is in another file. */
function tableNode({ rows, align }: DataTable, from: Image | Code): Table {
  const place = positionOf(from)
  const cellOf = (text: string): TableCell => {
    const lines = text === '' ? [] : text.split(/\r\n|\r|\n/)
    const children = lines.flatMap((value, at): PhrasingContent[] => [
      ...(at > 0 ? [{ type: 'break' as const, ...place }] : []),
      { type: 'text', value, ...place },
    ])
    return { type: 'tableCell', children, ...place }
  }
  return {
    type: 'table',
    align: [...align],
    children: rows.map((row) => ({ type: 'tableRow', children: row.map(cellOf), ...place })),
    ...place,
  }
}
