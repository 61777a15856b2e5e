/** Numbers the notes once the order of the sections is known, and sets those of each section at its end. */
import type { Element, ElementContent } from 'hast'
import type { Footnote } from '../model.ts'
import type { Profile } from '../schema/profile.ts'
import { element } from './elements.ts'
import { type CalledNote, callsIn } from './note-calls.ts'

/**
 * Gives calls and notes their numbers and anchors and adds `.notes` as the last child of each section that has some, in
 * place. The anchors count through the whole document, whatever number is shown.
 * @returns the notes in the order of their calls
 */
export function setNotes(
  sections: readonly { readonly element: Element }[],
  numbering: Profile['footnotes']['numbering'],
): Footnote[] {
  const footnotes: Footnote[] = []
  for (const { element: section } of sections) {
    const notes: Element[] = []
    for (const call of callsIn(section)) {
      const shown = numbering === 'chapter' ? notes.length + 1 : footnotes.length + 1
      const footnote = factsOf(call.note, footnotes.length + 1, String(shown))
      footnotes.push(footnote)
      call.properties = { ...call.properties, id: footnote.call, href: `#${footnote.note}` }
      call.children = [element('sup', {}, [footnote.number])]
      notes.push(noteElement(call.note, footnote))
    }
    if (notes.length > 0) section.children.push(element('div', { className: ['notes'] }, notes))
  }
  return footnotes
}

function factsOf({ file, place }: CalledNote, at: number, number: string): Footnote {
  return {
    call: `call.${at}`,
    note: `note.${at}`,
    number,
    ...(file === undefined ? {} : { file }),
    ...(place === undefined ? {} : { place }),
  }
}

/** The number links back to the call. It stands in the note's first paragraph; before a list or table by itself. */
function noteElement({ content }: CalledNote, { call, note, number }: Footnote): Element {
  const link = element('a', { className: ['note-number'], href: `#${call}` }, [element('sup', {}, [number])])
  const at = content.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = content[at]
  const rest = content.slice(at + 1)
  const paragraph = first?.type === 'element' && first.tagName === 'p'
  const children: ElementContent[] = paragraph
    ? [{ ...first, children: [link, { type: 'text', value: ' ' }, ...trimmed(first.children)] }, ...rest]
    : [element('p', {}, [link]), ...content]
  return element('div', { className: ['note'], id: note, role: 'doc-footnote' }, children)
}

function trimmed([first, ...others]: readonly ElementContent[]): ElementContent[] {
  if (first === undefined) return []
  return [first.type === 'text' ? { ...first, value: first.value.trimStart() } : first, ...others]
}
