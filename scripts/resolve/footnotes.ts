/**
 * The unified plugin that checks that the notes of a file and their calls meet. Notes are the matter of one file each:
 * `[^1]` in another file is another note.
 */
import type { FootnoteDefinition, FootnoteReference, Nodes, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { nearest, tell } from '../diagnostics.ts'
import type { Place } from '../model.ts'
import { duplicateNote, emptyNote, nestedNote, undefinedNote, unusedNote } from './note-messages.ts'
import { isEscaped, lineStarts, pointAt } from './source-places.ts'

export const remarkFootnotes: Plugin<[], Root> = () => (tree, file) => checkFootnotes(tree, file)

/** Tells notes without calls and without text, calls without notes and in notes, and labels used twice. */
export function checkFootnotes(tree: Root, file: VFile): void {
  const notes: FootnoteDefinition[] = []
  const called = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') notes.push(node)
    if (node.type === 'footnoteReference') called.add(node.identifier)
  })
  checkNotes(notes, called, file)
  for (const note of notes) {
    visit(note, 'footnoteReference', (call) => {
      tell(file, nestedNote, { call: shownCall(call) }, { place: call.position })
    })
  }
  checkTexts(tree, labelsOf(notes), file)
}

/** A note written in the text has no label: it is called where it stands. */
function checkNotes(notes: readonly FootnoteDefinition[], called: ReadonlySet<string>, file: VFile): void {
  const first = new Map<string, FootnoteDefinition>()
  for (const note of notes) {
    const { identifier, label, position: place } = note
    const before = first.get(identifier)
    if (before) {
      const facts = { label: label ?? identifier, line: before.position?.start.line ?? 1 }
      tell(file, duplicateNote, facts, { place })
      continue
    }
    first.set(identifier, note)
    if (!called.has(identifier)) tell(file, unusedNote, { label: label ?? identifier }, { place })
    else if (isEmpty(note)) tell(file, emptyNote, { note: shownNote(note) }, { place })
  }
}

function labelsOf(notes: readonly FootnoteDefinition[]): string[] {
  return notes.flatMap(({ label }) => (label ? [label] : []))
}

function shownCall({ label }: FootnoteReference): string {
  return label ? `[^${label}]` : '^[…]'
}

function shownNote({ label }: FootnoteDefinition): string {
  return label ? `[^${label}]:` : '^[]'
}

/** Nothing of it shows: comments and blanks alone. */
function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'html') return /^\s*(?:<!--[\s\S]*?-->\s*)*$/.test(node.value)
  if (node.type === 'break' || node.type === 'definition' || node.type === 'footnoteReference') return true
  return 'children' in node && node.children.every((child) => isEmpty(child))
}

// ---------------------------------------------------------------------------------------------- calls without a note

/** A call whose note does not exist is text to GFM. What is escaped (`\[^x]`) is meant to be. */
function checkTexts(tree: Root, labels: readonly string[], file: VFile): void {
  const source = String(file.value)
  let lines: readonly number[] | undefined
  const told = new Set<number>()
  visit(tree, (node, _, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP
    if (node.type !== 'text' || !node.value.includes('[^')) return undefined
    // GFM leaves texts beside an e-mail address without a place: then they are looked for in all of the paragraph.
    const home = node.position ?? parent?.position
    if (!home) return undefined
    lines ??= lineStarts(source)
    for (const { label, start, length } of callsIn(node, home, source, lines)) {
      if (told.has(start)) continue
      told.add(start)
      const near = nearest(label, labels)
      const expected = near[0] === undefined ? undefined : `[^${near[0]}]`
      const place = { start: pointAt(start, lines), end: pointAt(start + length, lines) }
      tell(file, undefinedNote, { label, near }, { place, expected })
    }
    return undefined
  })
}

/** As GFM has them: no blanks, no bracket. */
const CALL = /\[\^([^\s[\]]+)\]/g

/** The calls that a text shows, with their offset in the source: the text itself has no markup any more. */
function callsIn({ value }: Text, { start, end }: Place, source: string, lines: readonly number[]) {
  const shown = new Set([...value.matchAll(CALL)].map(([, label]) => label))
  const from = (lines[start.line - 1] ?? 0) + start.column - 1
  const to = (lines[end.line - 1] ?? 0) + end.column - 1
  return [...source.slice(from, to).matchAll(CALL)]
    .map(({ 0: { length }, 1: label = '', index }) => ({ label, start: from + index, length }))
    .filter((call) => shown.has(call.label) && !isEscaped(source, call.start))
}
