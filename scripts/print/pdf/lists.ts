/** What an item of a list holds besides its sign is its body: Chromium leaves it out. */
import { elementsWith, Structure } from './structure.ts'

export function tagLists(structure: Structure): void {
  for (const item of elementsWith(structure, '/S /LI\n')) {
    const kids = structure.get(item)?.kids ?? []
    const numbers = kids.map((kid) => Structure.reference(kid))
    const body = numbers.filter(
      (number): number is number => number !== undefined && !isLabel(structure, number),
    )
    // What is painted by the item itself would have to be found in another tree, too.
    if (body.length === 0 || numbers.includes(undefined)) continue
    const references = body.map((number) => `${number} 0 R`)
    const added = structure.changes.add(
      `<</Type /StructElem\n/S /LBody\n/P ${item} 0 R\n/K [${references.join(' ')}]>>`,
    )
    for (const number of body) structure.set(number, { parent: added })
    structure.set(item, { kids: [...kids.filter((kid) => !references.includes(kid)), `${added} 0 R`] })
  }
}

function isLabel(structure: Structure, number: number): boolean {
  return structure.get(number)?.type === 'Lbl'
}
