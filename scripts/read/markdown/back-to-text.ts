/** What looked like the mark of a container and was none, becomes the text it is, where Markdown would have put it. */
import type { Paragraph, Parent, PhrasingContent, RootContent } from 'mdast'

/**
 * Adds a container's content to the nodes before it, its mark as text in front of it.
 * @param nodes the siblings before it, mended in place
 * @param mark as typed, such as `: `
 */
export function backToText(nodes: RootContent[], container: Parent, mark: string): void {
  const [first, ...others] = container.children as RootContent[]
  const { start } = container.position ?? {}
  const inside = first?.type === 'paragraph' ? first : undefined
  const written: PhrasingContent[] = [{ type: 'text', value: mark }, ...(inside?.children ?? [])]
  if (start && written[0]) {
    const end = inside?.position?.start ?? {
      line: start.line,
      column: start.column + mark.length,
      ...(start.offset === undefined ? {} : { offset: start.offset + mark.length }),
    }
    written[0].position = { start: { ...start }, end: { ...end } }
  }
  const open = start && openBlocks(nodes, start.line)
  if (open) goOn(open, inside, written)
  else {
    const position = start && { start: { ...start }, end: { ...(inside?.position?.end ?? start) } }
    nodes.push({ type: 'paragraph', children: append([], written), ...(position ? { position } : {}) })
  }
  if (first && !inside) nodes.push(first)
  nodes.push(...others)
}

interface OpenBlocks {
  readonly paragraph: Paragraph
  /** What the paragraph is in. */
  readonly around: readonly RootContent[]
}

const CONTAINER = /^(?:list|listItem|blockquote|definitionList|definitionDescription)$/

/** The paragraph that ends in the line before, however deep it stands: a line without a mark goes on with it. */
function openBlocks(nodes: readonly RootContent[], line: number): OpenBlocks | undefined {
  const around: RootContent[] = []
  let last = nodes.at(-1)
  while (last && CONTAINER.test(last.type)) {
    around.push(last)
    last = 'children' in last ? (last.children.at(-1) as RootContent | undefined) : undefined
  }
  if (last?.type !== 'paragraph' || last.position?.end.line !== line - 1) return undefined
  return { paragraph: last, around }
}

function goOn(
  { paragraph, around }: OpenBlocks,
  inside: Paragraph | undefined,
  written: PhrasingContent[],
): void {
  const [before, after] = [paragraph.children.at(-1)?.position?.end, written[0]?.position?.start]
  const ending: PhrasingContent = {
    type: 'text',
    value: '\n',
    ...(before && after ? { position: { start: { ...before }, end: { ...after } } } : {}),
  }
  append(paragraph.children, [ending, ...written])
  const end = inside?.position?.end
  for (const { position } of [paragraph, ...around]) if (position && end) position.end = { ...end }
}

/** Texts beside each other become one. @returns the nodes appended to, mended in place */
function append(nodes: PhrasingContent[], more: readonly PhrasingContent[]): PhrasingContent[] {
  for (const node of more) {
    const last = nodes.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') nodes.push(node)
    else {
      last.value += node.value
      if (last.position && node.position) last.position.end = node.position.end
    }
  }
  return nodes
}
