/** The calls of notes in rendered text: links that carry their note, until both are numbered (`notes.ts`). */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import type { FootnoteReference } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Place } from '../model.ts'
import { element } from './elements.ts'

/** What a call carries. */
export interface CalledNote {
  /** Of this call alone: a note that is called twice is there twice. */
  readonly content: ElementContent[]
  /** Where it is called. */
  readonly file: string | undefined
  readonly place: Place | undefined
}

/** The call itself. */
interface NoteCall extends Element {
  readonly note: CalledNote
}

export function isNoteCall(node: Nodes): node is NoteCall {
  return 'note' in node
}

/**
 * Puts calls in the places that the handler of notes has marked, in place.
 * @param calls by the number of their mark
 * @param notes by identifier
 */
export function setCalls(
  tree: Root,
  calls: readonly FootnoteReference[],
  notes: ReadonlyMap<string, Root>,
  file: string | undefined,
): void {
  const used = new Set<string>()
  visit(tree, 'element', (node, index, parent) => {
    const mark = node.properties.dataNote
    if (mark === undefined || !parent || index === undefined) return undefined
    const call = calls[Number(mark)]
    const note = call && notes.get(call.identifier)
    if (!note) {
      parent.children.splice(index, 1)
      return index
    }
    const content = note.children.filter((child) => child.type !== 'doctype')
    const again = used.has(call.identifier)
    used.add(call.identifier)
    const own = again ? withoutAnchors(content) : content
    const link: NoteCall = {
      ...element('a', { className: ['note-call'], role: 'doc-noteref' }, [element('sup', {})]),
      note: { content: own, file, place: call.position },
    }
    parent.children[index] = link
    const before = parent.children[index - 1]
    // Calls 1 and 2 side by side are not call 12.
    if (before && isNoteCall(before)) {
      parent.children.splice(index, 0, element('sup', {}, [',']))
      return index + 2
    }
    // `kata [^1]`: a call that might begin a line, or a page, belongs to the word before it.
    if (before?.type === 'text' && before.value.trim() !== '') before.value = before.value.trimEnd()
    return undefined
  })
  tree.children = tree.children.flatMap((node): RootContent[] =>
    node.type === 'element' ? outOfLinks(node) : [node],
  )
}

/** A copy of a note: links to things in it lead to the first. */
function withoutAnchors(content: readonly ElementContent[]): ElementContent[] {
  const copy: Root = { type: 'root', children: structuredClone([...content]) }
  visit(copy, 'element', ({ properties }) => {
    delete properties.id
  })
  return copy.children.filter((child) => child.type !== 'doctype')
}

/** A link holds no other link: a call in one stands behind it. */
function outOfLinks(node: Element): Element[] {
  if (isNoteCall(node)) return [node]
  if (node.tagName === 'a') {
    const calls = callsIn(node)
    if (calls.length > 0) dropCalls(node)
    return [node, ...calls]
  }
  node.children = node.children.flatMap((child): ElementContent[] =>
    child.type === 'element' ? outOfLinks(child) : [child],
  )
  return [node]
}

function dropCalls(node: Element): void {
  node.children = node.children.filter((child) => !isNoteCall(child))
  for (const child of node.children) if (child.type === 'element') dropCalls(child)
}

/** The calls below a node, in reading order. */
export function callsIn(tree: Root | Element): NoteCall[] {
  const calls: NoteCall[] = []
  visit(tree, 'element', (node) => {
    if (isNoteCall(node)) calls.push(node)
  })
  return calls
}
