/**
 * Footnotes as footnotes. Chromium's structure knows none: a note is a nameless group wherever the page has it, and its
 * call is no link. Here a note becomes a Note right behind its call, which is a Reference, and its number a label.
 */
import type { Footnote } from '../../model.ts'
import { setParent, type TaggedLink, taggedLinks } from './links.ts'
import { elementsWith, Structure } from './structure.ts'

/**
 * What goes on on another page says of which note it is as its language, `x-note-3`: of all that the document can say
 * of an element, Chromium lets little else through.
 */
const CONTINUED = /\/Lang \(x-note-(\d+)\)/

/** @returns the elements of the calls: they are no part of a heading's title */
export function tagNotes(structure: Structure, footnotes: readonly Footnote[]): Set<number> {
  const links = taggedLinks(structure)
  // A call has a role of its own, for which Chromium takes the type of a link away.
  const toNotes = firstByDestination(
    links.filter(({ element }) => structure.get(element)?.type === 'NonStruct'),
  )
  const toCalls = firstByDestination(links)
  const calls = new Set<number>()
  const notes = new Map<string, number>()
  for (const { call, note } of footnotes) {
    const toNote = toNotes.get(note)
    if (toNote) {
      calls.add(toNote.element)
      wrapLink(structure, toNote, 'Reference')
    }
    const toCall = toCalls.get(call)
    const element = toCall && noteOf(structure, toCall.element)
    if (!toCall || element === undefined) continue
    structure.set(element, { type: 'Note' })
    wrapLink(structure, toCall, 'Lbl')
    if (toNote) moveBehind(structure, element, toNote.element)
    notes.set(note, element)
  }
  joinContinued(structure, notes)
  nameElements(structure, notes)
  return calls
}

function firstByDestination(links: readonly TaggedLink[]): Map<string, TaggedLink> {
  return new Map([...links].reverse().map((link) => [link.destination, link]))
}

/** The group whose first paragraph begins with the link back to the call. */
function noteOf(structure: Structure, link: number): number | undefined {
  const paragraph = structure.get(link)?.parent ?? 0
  const { parent = 0, kids = [] } = structure.get(paragraph) ?? {}
  const note = structure.get(parent)
  const isFirst = Structure.reference(kids[0]) === link && Structure.reference(note?.kids[0]) === paragraph
  return isFirst && note?.type === 'NonStruct' ? parent : undefined
}

/** `Link > sup` -> `Reference > Link`: the raised number inside becomes the link, what was the link what it stands for. */
function wrapLink(structure: Structure, { element, key }: TaggedLink, type: 'Reference' | 'Lbl'): void {
  const kids = structure.get(element)?.kids ?? []
  const inner = Structure.reference(kids[0])
  const annotation = kids[1]
  if (inner === undefined || kids.length !== 2 || !annotation?.includes('/OBJR')) {
    structure.set(element, { type: 'Link' })
    return
  }
  structure.set(inner, { type: 'Link', kids: [...(structure.get(inner)?.kids ?? []), annotation] })
  structure.set(element, { type, kids: [`${inner} 0 R`] })
  setParent(structure, key, element, inner)
}

const HEADING = /^H\d$/

/** Behind the call; a note of a heading behind the heading, which would be read with it otherwise. */
function moveBehind(structure: Structure, note: number, call: number): void {
  let behind = call
  for (let at = structure.get(call)?.parent; at !== undefined; at = structure.get(at)?.parent) {
    if (at === note) return
    const type = structure.get(at)?.type ?? ''
    if (HEADING.test(type)) behind = at
    if (type !== 'NonStruct') break
  }
  const parent = structure.get(behind)?.parent
  if (parent !== undefined) structure.move(note, parent, behind)
}

/** What stands on the next pages is read with its beginning. */
function joinContinued(structure: Structure, notes: ReadonlyMap<string, number>): void {
  for (const element of elementsWith(structure, '/Lang (x-note-')) {
    const note = notes.get(`note.${CONTINUED.exec(structure.changes.text(element))?.[1]}`)
    if (note === undefined) continue
    for (const kid of structure.get(element)?.kids ?? []) {
      const number = Structure.reference(kid)
      const last = Structure.reference(structure.get(note)?.kids.at(-1))
      if (number !== undefined) structure.move(number, note, last)
    }
  }
}

/** A Note must have a name, and the names of elements stand in a tree, in order. */
function nameElements(structure: Structure, notes: ReadonlyMap<string, number>): void {
  const { changes, root } = structure
  const names = [...notes]
    .filter(([name]) => /^[\w.-]+$/.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const [first] = names[0] ?? []
  const [last] = names.at(-1) ?? []
  if (first === undefined) return
  const own = Structure.reference(/\/IDTree (\d+ 0 R)/.exec(changes.text(root))?.[1])
  const limits = [...(own === undefined ? '' : branches(structure, own)).matchAll(/\((\w+)\)\]/g)].map(
    ([, name]) => name,
  )
  // The browser's own names are `node` and a number; if they ever come behind these, the notes go without.
  if (limits.some((limit) => limit === undefined || limit >= first)) return
  for (const [name, element] of names) structure.addEntry(element, `/ID (${name})`)
  const rows = names.map(([name, element]) => `(${name}) ${element} 0 R`).join(' ')
  const leaf = changes.add(`<</Limits [(${first}) (${last})]\n/Names [${rows}]>>`)
  if (own === undefined) structure.addEntry(root, `/IDTree ${changes.add(`<</Kids [${leaf} 0 R]>>`)} 0 R`)
  else changes.replace(own, changes.text(own).replace(/\/Kids \[([^\]]*)\]/, `/Kids [$1 ${leaf} 0 R]`))
}

function branches({ changes }: Structure, tree: number): string {
  const kids = /\/Kids \[([^\]]*)\]/.exec(changes.text(tree))?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)]
    .map(([, kid]) => /\/Limits \[[^\]]*\]/.exec(changes.text(Number(kid)))?.[0] ?? '')
    .join('')
}
