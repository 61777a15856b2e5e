/** In styles whose citations are notes: takes a citation out of the text and leaves the call of its note there. */
import type { ElementContent } from 'hast'
import type { FootnoteDefinition, PhrasingContent, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Citation } from '../../model.ts'

/** A note made of one citation. */
export interface CitationNote {
  /** The anchor of the citation. */
  readonly id: string
  readonly content: readonly ElementContent[]
}

/**
 * Puts calls where the citations stand and their notes at the end of the tree, in place.
 * "kata [@a]." becomes "kata.¹", for a call stands behind the sign; of "Keohane dan Nye [@a]" the names stay.
 */
export function moveToNotes(tree: Root, notes: ReadonlyMap<Citation, CitationNote>): void {
  const definitions: FootnoteDefinition[] = []
  visit(tree, 'citation', (node, index, parent) => {
    const note = notes.get(node)
    if (!note || !parent || index === undefined) return undefined
    const { position } = node
    const place = position ? { position } : {}
    const own: Citation = {
      type: 'citation',
      mode: 'parenthetical',
      items: node.items,
      data: { id: note.id, rendered: [...note.content] },
      ...place,
    }
    definitions.push({
      type: 'footnoteDefinition',
      identifier: note.id,
      children: [{ type: 'paragraph', children: [own], ...place }],
      ...place,
    })
    const siblings = parent.children as PhrasingContent[]
    const named: PhrasingContent[] = isNamed(node) ? [node] : []
    if (named.length === 0) trimEnd(siblings[index - 1])
    const sign = takeSign(siblings[endOfRun(siblings, index, notes)])
    const text: Text[] = sign === '' ? [] : [{ type: 'text', value: sign }]
    const call: PhrasingContent = { type: 'footnoteReference', identifier: note.id, ...place }
    siblings.splice(index, 1, ...named, ...text, call)
    return index + named.length + text.length + 1
  })
  tree.children.push(...definitions)
}

function trimEnd(node: PhrasingContent | undefined): void {
  if (node?.type === 'text') node.value = node.value.trimEnd()
}

/** Do names of it stay in the text? */
function isNamed({ data }: Citation): boolean {
  return (data?.rendered?.length ?? 0) > 0
}

/** What stands behind the calls that follow one another: "kata [@a] [@b][^1]." has its sign before the first of them. */
function endOfRun(
  siblings: readonly PhrasingContent[],
  index: number,
  notes: ReadonlyMap<Citation, CitationNote>,
): number {
  let end = index + 1
  for (;;) {
    const node = siblings[end]
    const next = node?.type === 'text' && node.value.trim() === '' ? end + 1 : end
    const call = siblings[next]
    const isCall =
      call?.type === 'footnoteReference' || (call?.type === 'citation' && notes.has(call) && !isNamed(call))
    if (!isCall) return end
    end = next + 1
  }
}

/** Takes the sign a text begins with, and the quotation mark that closes beside it. */
function takeSign(node: PhrasingContent | undefined): string {
  if (node?.type !== 'text') return ''
  const sign = /^(?:[.,;:!?]+["”’]*|["”’]+[.,;:!?]+)/.exec(node.value)?.[0] ?? ''
  node.value = node.value.slice(sign.length)
  return sign
}
