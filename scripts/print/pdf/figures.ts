/**
 * Chromium takes `<figure>` for a picture, and a picture's parts are hidden from who listens: tables too. Only the
 * picture itself is a Figure here, and a table's caption belongs to the table.
 */
import { elementsWith, Structure } from './structure.ts'

export function tagFigures(structure: Structure): void {
  for (const figure of elementsWith(structure, '/S /Figure\n')) {
    const kids = (structure.get(figure)?.kids ?? []).map((kid) => Structure.reference(kid))
    // A picture has a text to be read instead, or its own paint.
    if (/\/Alt\b/.test(structure.changes.text(figure)) || kids.includes(undefined)) continue
    structure.set(figure, { type: 'Div' })
    const typed = kids.map((number = 0) => ({ number, type: structure.get(number)?.type }))
    const caption = typed.find(({ type }) => type === 'Caption')
    const tables = typed.filter(({ type }) => type === 'Table')
    if (caption && tables[0] && tables.length === 1) structure.move(caption.number, tables[0].number)
  }
}

/** Types that came with PDF 2.0, and what they are to readers of the version that Chromium writes. */
const ROLES = '/RoleMap <</Em /Span /Strong /Span /Aside /Div>>'

export function mapRoles(structure: Structure): void {
  if (!structure.changes.text(structure.root).includes('/RoleMap')) structure.addEntry(structure.root, ROLES)
}
