/** Citations in the order they are read: those in a note where the note is called, not where it is written. */
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Citation } from '../../model.ts'

/** A citation and the note it is read in. */
export interface PlacedCitation {
  readonly citation: Citation
  /** `own`: the note is made of this citation alone. `typed`: it stands in a note of the author's. */
  readonly in: 'text' | 'own note' | 'typed note'
  /** The number of its note; 0 in the text. */
  readonly note: number
  /** Counts the files when notes begin anew in each; otherwise 0. */
  readonly part: number
}

export interface NoteOptions {
  /** Is the style one whose citations are notes? */
  readonly asNotes: boolean
  /** Do notes begin anew with 1 in each file, and so their "ibid."? */
  readonly anew: boolean
}

/** All citations of the trees. Notes that nobody calls come last in their tree. */
export function inReadingOrder(
  trees: readonly Root[],
  { asNotes, anew }: NoteOptions = { asNotes: false, anew: false },
): PlacedCitation[] {
  const placed: PlacedCitation[] = []
  let note = 0
  for (const [at, tree] of trees.entries()) {
    const part = anew ? at : 0
    if (anew) note = 0
    const notes = notesOf(tree)
    visit(tree, (node) => {
      if (node.type === 'footnoteDefinition') return SKIP
      if (node.type === 'footnoteReference') {
        note++
        const called = notes.get(node.identifier)
        // Called again it says the same again, but is one citation.
        notes.delete(node.identifier)
        if (called) placed.push(...citationsOf(called, note, part))
      } else if (node.type === 'citation') {
        if (asNotes) placed.push({ citation: node, in: 'own note', note: ++note, part })
        else placed.push({ citation: node, in: 'text', note: 0, part })
      }
      return undefined
    })
    for (const uncalled of notes.values()) placed.push(...citationsOf(uncalled, note, part))
  }
  return placed
}

function notesOf(tree: Root): Map<string, FootnoteDefinition> {
  const notes = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => {
    if (!notes.has(node.identifier)) notes.set(node.identifier, node)
  })
  return notes
}

function citationsOf(definition: Nodes, note: number, part: number): PlacedCitation[] {
  const placed: PlacedCitation[] = []
  visit(definition, 'citation', (citation) => {
    placed.push({ citation, in: 'typed note', note, part })
  })
  return placed
}
