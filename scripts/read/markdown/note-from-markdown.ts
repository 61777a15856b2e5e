/** Notes in the text from micromark's tokens to nodes: `kata^[Teks]` becomes a call and a definition as `[^1]` has them. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'

/** While the tree is built a call carries its note: first as children, then, once complete, as a definition. */
interface OpenCall extends FootnoteReference {
  children?: PhrasingContent[]
  definition?: FootnoteDefinition
}

/** The mdast-util-from-markdown extension. */
export function noteFromMarkdown(): Extension {
  return {
    enter: { inlineNote: enterNote },
    exit: { inlineNote: exitNote },
    canContainEols: ['footnoteReference'],
    transforms: [takeNotes],
  }
}

function enterNote(this: CompileContext, token: Token): void {
  // No label has a blank: nobody can type it.
  const call: OpenCall = {
    type: 'footnoteReference',
    identifier: `note ${token.start.offset}`,
    children: [],
  }
  this.enter(call, token)
}

function exitNote(this: CompileContext, token: Token): void {
  const call = this.stack.at(-1)
  if (call?.type === 'footnoteReference') {
    const open: OpenCall = call
    const { children = [], identifier } = open
    // The text of an image's alternative or a title is taken from the children: it is not the note's.
    delete open.children
    const position = { start: pointOf(token.start), end: pointOf(token.end) }
    open.definition = { type: 'footnoteDefinition', identifier, children: paragraphOf(children), position }
  }
  this.exit(token)
}

function paragraphOf(children: PhrasingContent[]): Paragraph[] {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  if (!start || !end) return []
  return [{ type: 'paragraph', children, position: { start: { ...start }, end: { ...end } } }]
}

function pointOf({ line, column, offset }: Token['start']) {
  return { line, column, offset }
}

/** Moves the notes to the end of the tree, in the order of their calls. */
function takeNotes(tree: Root): void {
  const found: FootnoteDefinition[] = []
  takeBelow(tree, found)
  // Those found on the way, in notes, follow the notes they stand in.
  for (const definition of found) takeBelow(definition, found)
  tree.children.push(...found)
}

function takeBelow(root: Nodes, found: FootnoteDefinition[]): void {
  const work: Nodes[] = [root]
  for (let node = work.pop(); node; node = work.pop()) {
    if (node.type === 'footnoteReference') {
      const open: OpenCall = node
      if (open.definition) found.push(open.definition)
      delete open.definition
    } else if ('children' in node) work.push(...node.children.toReversed())
  }
}
