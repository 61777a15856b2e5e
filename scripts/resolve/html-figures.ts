/**
 * HTML around figures and tables, as Markdown leaves it: what only centres them goes, a table typed as HTML becomes one
 * node, and `<div id="fig:x">` around pictures is found.
 */
import type { BlockContent, Html, Paragraph, RootContent } from 'mdast'
import type { FencedDiv, HtmlTable } from '../model.ts'
import { takeTrailingAttributes } from './attributes.ts'
import { captionNode, type FoundCaption, isMarkedCaption, textOf } from './caption-nodes.ts'
import { type CaptionSource, captionInText } from './image-caption.ts'
import { isSourceLine } from './source-lines.ts'
import { captionLabel, isBareTableLabel } from './typed-labels.ts'

const OPENING = /^\s*<(center|div|p)\b([^<>]*)>\s*$/i
const CENTRED = /\balign\s*=\s*["']?center|text-align\s*:\s*center/i
const TABLE = /^\s*(?:<(?:center|div)\b[^<>]*>\s*)?<table\b/i
const ATTRIBUTE = /([a-z][a-z\d-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi

/** Of what is numbered. */
const LABEL = /^(?:fig|tbl|lst):/

/** Tags that are never closed are looked for only so often and so far: a file may have thousands of them. */
const MOST_UNCLOSED = 20
const FARTHEST = 1000

/** Figures, tables and captions are centred by the style sheet: takes `<center>` and the like off them, in place. */
export function unwrapCentred(nodes: RootContent[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const [, tag = '', written = ''] = OPENING.exec(htmlOf(nodes[at])) ?? []
    if (tag === '' || !(tag.toLowerCase() === 'center' || CENTRED.test(written))) continue
    const closing = new RegExp(`^\\s*</${tag}>\\s*$`, 'i')
    let end = at + 1
    while (end < nodes.length && isCentredThing(nodes[end])) end++
    if (end > at + 1 && closing.test(htmlOf(nodes[end])))
      nodes.splice(at, end + 1 - at, ...nodes.slice(at + 1, end))
  }
}

function isCentredThing(node: RootContent | undefined): boolean {
  if (node?.type !== 'paragraph')
    return /^(?:table|gridTable|captioned)$/.test(node?.type ?? '') || TABLE.test(htmlOf(node))
  const text = textOf(node)
  return (
    captionLabel(text) !== undefined ||
    isMarkedCaption(node) ||
    isBareTableLabel(text) ||
    node.children.some(({ type }) => type === 'image') ||
    isSourceLine(node)
  )
}

/** Makes one node of each table typed as HTML, with all that stands between its tags, in place. */
export function gatherHtmlTables(nodes: RootContent[]): void {
  let unclosed = 0
  for (let at = 0; at < nodes.length && unclosed < MOST_UNCLOSED; at++) {
    if (!TABLE.test(htmlOf(nodes[at]))) continue
    let depth = 0
    let end = at
    for (; end < nodes.length; end++) {
      const tags = htmlOf(nodes[end]).match(/<\/?table\b/gi) ?? []
      depth += tags.reduce((sum, tag) => sum + (tag.startsWith('</') ? -1 : 1), 0)
      if (depth <= 0) break
    }
    if (depth !== 0) {
      unclosed++
      continue
    }
    const children = nodes.slice(at, end + 1) as BlockContent[]
    const lines = takeTail(children.at(-1))
    const [start, last] = [children[0]?.position?.start, children.at(-1)?.position?.end]
    const table: HtmlTable = {
      type: 'htmlTable',
      children,
      ...(start && last ? { position: { start, end: last } } : {}),
    }
    nodes.splice(at, end + 1 - at, table, ...lines)
  }
}

/** Lines glued to the end of the table: HTML goes on to the next blank line. */
function takeTail(html: BlockContent | undefined): Paragraph[] {
  if (html?.type !== 'html') return []
  const end = html.value.toLowerCase().lastIndexOf('</table>') + '</table>'.length
  const tail = html.value.slice(end)
  const first = (html.position?.start.line ?? 1) + html.value.slice(0, end).split('\n').length - 1
  const lines = tail.split('\n').map((text, row): Paragraph => {
    const line = first + row
    const position = { start: { line, column: 1 }, end: { line, column: text.length + 1 } }
    return { type: 'paragraph', children: [{ type: 'text', value: text.trim(), position }], position }
  })
  const written = lines.filter((line) => textOf(line) !== '')
  if (written.length === 0 || written.some((line) => textOf(line).includes('<'))) return []
  html.value = html.value.slice(0, end)
  return written
}

/** The `<caption>` of a table, taken off it. */
export function captionInHtmlTable(table: HtmlTable, source: CaptionSource): FoundCaption | undefined {
  for (const html of table.children) {
    const written = /<caption\b[^<>]*>([\s\S]*?)<\/caption>/i.exec(htmlOf(html))
    if (html.type !== 'html' || !written?.[1]?.trim()) continue
    html.value = html.value.replace(written[0], () => '')
    const children = captionInText(written[1], html, source)
    return { node: captionNode(children, html), attributes: takeTrailingAttributes(children) }
  }
  return undefined
}

/** `<table id="tbl:x">` */
export function htmlTableLabel(table: HtmlTable): string | undefined {
  return /<table\b[^<>]*\sid\s*=\s*["']?(tbl:[^"'\s<>]+)/i.exec(htmlOf(table.children[0]))?.[1]
}

/** `<div id="fig:x">` that is closed among its siblings, as a div of fences. @returns it, and how many nodes it is */
export function labelledDivAt(
  nodes: readonly RootContent[],
  at: number,
): { readonly div: FencedDiv; readonly count: number } | undefined {
  const [, tag, written = ''] = OPENING.exec(htmlOf(nodes[at])) ?? []
  const { id: label, class: classes = '', ...values } = htmlAttributes(written)
  if (tag?.toLowerCase() !== 'div' || !label || !LABEL.test(label)) return undefined
  let depth = 0
  for (let end = at; end < Math.min(nodes.length, at + FARTHEST); end++) {
    const tags = htmlOf(nodes[end]).match(/<\/?div\b/gi) ?? []
    depth += tags.reduce((sum, one) => sum + (one.startsWith('</') ? -1 : 1), 0)
    if (depth !== 0) continue
    const [start, last] = [nodes[at]?.position?.start, nodes[end]?.position?.end]
    const div: FencedDiv = {
      type: 'fencedDiv',
      classes: classes.split(/\s+/).filter((name) => name !== ''),
      label,
      values,
      children: nodes.slice(at + 1, end) as FencedDiv['children'],
      ...(start && last ? { position: { start, end: last } } : {}),
    }
    return { div, count: end + 1 - at }
  }
  return undefined
}

function htmlAttributes(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', ...value]) => [
      name.toLowerCase(),
      value.find((text) => text !== undefined) ?? '',
    ]),
  )
}

function htmlOf(node: RootContent | BlockContent | Html | undefined): string {
  return node?.type === 'html' ? node.value : ''
}
