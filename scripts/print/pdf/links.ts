/** The links of a tagged file and the structure elements they belong to. */
import { decodeName } from './facts.ts'
import { objectText } from './reader.ts'
import { Structure } from './structure.ts'

export interface TaggedLink {
  /** The anchor it leads to. */
  readonly destination: string
  /** The structure element that holds it. */
  readonly element: number
  /** Its key in the tree that leads from the annotation to that element. */
  readonly key: number
}

/** In the order of the pages. */
export function taggedLinks(structure: Structure): TaggedLink[] {
  const { pdf } = structure
  const elements = parentTree(structure)
  return pdf.pages.flatMap((page) => {
    const annotations = /\/Annots \[([^\]]*)\]/.exec(objectText(pdf, page))?.[1] ?? ''
    return [...annotations.matchAll(/(\d+) 0 R/g)].flatMap(([, number]): TaggedLink[] => {
      const annotation = objectText(pdf, Number(number))
      const destination = /\/Dest \/(\S+)/.exec(annotation)?.[1]
      const key = /\/StructParent (\d+)/.exec(annotation)?.[1]
      const element = elements.get(Number(key))
      if (destination === undefined || element === undefined) return []
      return [{ destination: decodeName(destination), element, key: Number(key) }]
    })
  })
}

/** Makes the tree lead to another element. */
export function setParent(structure: Structure, key: number, from: number, to: number): void {
  const tree = parentTreeObject(structure)
  if (tree === undefined) return
  const entry = new RegExp(`(?<=[\\s[])${key} ${from} 0 R`)
  structure.changes.replace(tree, structure.changes.text(tree).replace(entry, `${key} ${to} 0 R`))
}

function parentTreeObject({ changes, root }: Structure): number | undefined {
  return Structure.reference(/\/ParentTree (\d+ 0 R)/.exec(changes.text(root))?.[1])
}

function parentTree(structure: Structure): Map<number, number> {
  const tree = parentTreeObject(structure)
  const rows = tree === undefined ? '' : structure.changes.text(tree).replace(/^[\s\S]*\/Nums\s*\[/, '')
  return new Map(
    [...rows.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, element]) => [Number(key), Number(element)]),
  )
}
