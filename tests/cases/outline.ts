/** A tree as lines of text for people: what is numbered, and how. */
import type { Heading, Nodes, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { BlockMath, Captioned, Diagnostic, InlineMath, Subfigure } from '../../scripts/model.ts'

/** One line for each heading, caption, source line, reference and stray paragraph that begins like a caption. */
export function outline(tree: Root): string[] {
  const lines: string[] = []
  let depth = 0
  const walk = (node: Nodes, above: string, captioned: boolean) => {
    const add = (text: string) => lines.push(`${'  '.repeat(depth)}${above}${text}`)
    if (node.type === 'heading') {
      depth = node.depth - 1
      add(headingLine(node))
      depth++
    } else if (node.type === 'captioned') add(captionedLine(node))
    else if (node.type === 'subfigure') add(`  ${subfigureLine(node)}`)
    else if (node.type === 'math' || node.type === 'inlineMath') add(formulaLine(node))
    else if (node.type === 'sourceLine') add(`  source: ${oneLine(plainText(node))}`)
    else if (node.type === 'crossReference') {
      const target = node.data?.target
      add(`-> ${node.label}: ${node.value} ${target === undefined ? '(nowhere)' : `#${target}`}`)
    } else if (node.type === 'link' && node.url.startsWith('#')) add(`=> ${plainText(node)}: ${node.url}`)
    else if (node.type === 'paragraph' && !captioned) {
      const text = oneLine(plainText(node))
      const images = node.children.some((child) => child.type === 'image')
      const refers = node.children.some((child) => child.type === 'crossReference')
      if (images || refers || /^(?:Tabel|Gambar|Kode|Listing|Sumber|\{)|\{#/.test(text)) add(`paragraph: ${text}`)
    }
    if (!('children' in node)) return
    const inside = node.type === 'blockquote' || node.type === 'listItem' ? `${above}${node.type} > ` : above
    for (const child of node.children) walk(child, inside, captioned || node.type === 'captioned')
  }
  walk(tree, '', false)
  return lines
}

function headingLine({ data, children, position }: Heading): string {
  const { section, label, typedNumber } = data ?? {}
  const markup = children.map(({ type }) => type).filter((type) => type !== 'text')
  return [
    section?.number || (section ? '-' : 'not numbered:'),
    section?.title ?? plainText({ type: 'paragraph', children }),
    ...(section ? [`#${section.id}`] : []),
    ...(label ? [`{#${label}}`] : []),
    ...(typedNumber ? [`typed “${typedNumber}”`] : []),
    ...(markup.length > 0 ? [`with ${markup.join(', ')}`] : []),
    `@${position?.start.line}:${position?.start.column}`,
  ].join(' ')
}

function subfigureLine({ label, width, height, row, data, children }: Subfigure): string {
  const caption = children.find((child) => child.type === 'caption')
  return [
    `(${data?.letter}) ${oneLine(plainText(caption)) || '(no caption)'} #${data?.id} row ${row}`,
    ...(label ? [`{#${label}}`] : []),
    ...(width ? [`width=${width}`] : []),
    ...(height ? [`height=${height}`] : []),
  ].join(' ')
}

function formulaLine(node: InlineMath | BlockMath): string {
  const { line, column } = node.position?.start ?? {}
  const tex = oneLine(node.value)
  const state = node.data?.formula ? '' : ' (not readable)'
  if (node.type === 'inlineMath') return `in line: ${tex}${state} @${line}:${column}`
  const label = node.label === undefined ? '' : ` {#${node.label}}`
  const number = node.data?.number === undefined ? '' : ` ${node.data.number} #${node.data.id}`
  return `set apart${number}${label}: ${tex}${state} @${line}:${column}`
}

function captionedLine(node: Captioned): string {
  const { kind, label, width, height, align, small, landscape, data, children } = node
  const caption = children.find((child) => child.type === 'caption')
  const markup = caption?.children.map(({ type }) => type).filter((type) => type !== 'text') ?? []
  const images = children.flatMap((child) =>
    child.type === 'paragraph' ? child.children.flatMap((one) => (one.type === 'image' ? [one] : [])) : [],
  )
  const rows = children.flatMap((child) =>
    child.type === 'table' || child.type === 'gridTable' ? [child.children.length] : [],
  )
  const columns = children.flatMap((child) =>
    (child.type === 'table' || child.type === 'gridTable') && child.data?.columns
      ? [child.data.columns.join(' ')]
      : [],
  )
  const html = children.filter((child) => child.type === 'htmlTable').length
  const codes = children.flatMap((child) => (child.type === 'code' ? [child] : []))
  return [
    `${kind} ${data?.number}: ${oneLine(plainText(caption)) || '(no caption)'} #${data?.id}`,
    ...(label ? [`{#${label}}`] : []),
    ...(width ? [`width=${width}`] : []),
    ...(height ? [`height=${height}`] : []),
    ...(align ? [align] : []),
    ...(small ? ['small'] : []),
    ...(landscape ? ['landscape'] : []),
    ...columns.map((shares) => `columns ${shares}`),
    ...(html > 0 ? ['(HTML)'] : []),
    ...(markup.length > 0 ? [`with ${markup.join(', ')}`] : []),
    ...images.map(({ url, alt }) => `[${url} “${alt}”]`),
    ...codes.map(({ lang, value }) => `(${lang ?? 'code'}, ${value.split('\n').length} lines)`),
    ...rows.map((count) => `(${count} rows)`),
    `@${caption?.position?.start.line}:${caption?.position?.start.column}`,
  ].join(' ')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What was said, one finding a line. */
export function sayings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ file, place, severity, ruleId, message, hint }) =>
      `${file}:${place?.start.line}:${place?.start.column} ${severity} ${ruleId} ${message.id}${hint && ruleId === 'reference/unknown-label' ? ` ${hint.id}` : ''}`,
  )
}
