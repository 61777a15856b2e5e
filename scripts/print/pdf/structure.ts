/** The tree of structure elements that says what is a paragraph, a table, a note (ISO 32000-1, 14.7). */
import { objectText, type PdfObjects } from './reader.ts'
import type { PdfChanges } from './write.ts'

interface StructElement {
  /** e.g. `P`, `H1`, `NonStruct` */
  readonly type: string
  /** Object number. */
  readonly parent: number
  /** As written, in order: `12 0 R`, the number of marked content, or a reference to an annotation. */
  readonly kids: readonly string[]
}

/** How Chromium begins one. */
const ELEMENT = ' 0 obj\n<</Type /StructElem\n'
const TYPE = /\/S\s*\/(\w+)/d
const PARENT = /\/P (\d+) 0 R/d
const KIDS = /\/K\s*(\[[^\]]*\]|\d+ 0 R|\d+|<<[^>]*>>)/d
const KID = /\d+ 0 R|\d+|<<[^>]*>>/g

/** Reads and changes single elements: a thesis has tens of thousands, and few need anything. */
export class Structure {
  readonly pdf: PdfObjects
  readonly changes: PdfChanges
  /** The object of the tree's root. */
  readonly root: number

  constructor(pdf: PdfObjects, changes: PdfChanges, root: number) {
    this.pdf = pdf
    this.changes = changes
    this.root = root
  }

  /** @returns undefined when the object is no structure element */
  get(number: number): StructElement | undefined {
    const text = withoutStrings(this.changes.text(number))
    const type = TYPE.exec(text)?.[1]
    const parent = PARENT.exec(text)?.[1]
    if (type === undefined || parent === undefined) return undefined
    return { type, parent: Number(parent), kids: KIDS.exec(text)?.[1]?.match(KID) ?? [] }
  }

  set(number: number, changed: Partial<StructElement>): void {
    this.#rewrite(number, TYPE, changed.type)
    this.#rewrite(number, PARENT, changed.parent?.toString())
    this.#rewrite(number, KIDS, changed.kids && `[${changed.kids.join(' ')}]`)
  }

  /** Adds an entry an element has not. */
  addEntry(number: number, entry: string): void {
    this.changes.replace(
      number,
      this.changes
        .text(number)
        .trimEnd()
        .replace(/>>$/, () => `\n${entry}>>`),
    )
  }

  /** The object number an element's kid refers to. */
  static reference(kid: string | undefined): number | undefined {
    const number = /^(\d+) 0 R$/.exec(kid ?? '')?.[1]
    return number === undefined ? undefined : Number(number)
  }

  /** Takes an element out of its place and puts it behind a kid of another element, or first when there is none. */
  move(number: number, parent: number, behind?: number): void {
    const from = this.get(number)?.parent
    const kid = `${number} 0 R`
    if (from === undefined) return
    this.#drop(kid, from)
    const kids = [...(this.get(parent)?.kids ?? [])]
    kids.splice(behind === undefined ? 0 : kids.indexOf(`${behind} 0 R`) + 1, 0, kid)
    this.set(parent, { kids })
    this.set(number, { parent })
  }

  /** Takes an element away that has nothing to hold any more, and what held nothing else. */
  remove(number: number): void {
    const parent = this.get(number)?.parent
    this.changes.remove(number)
    if (parent !== undefined) this.#drop(`${number} 0 R`, parent)
  }

  #drop(kid: string, parent: number): void {
    const kids = this.get(parent)?.kids.filter((other) => other !== kid)
    if (kids?.length === 0) this.remove(parent)
    else if (kids) this.set(parent, { kids })
  }

  #rewrite(number: number, pattern: RegExp, value: string | undefined): void {
    if (value === undefined) return
    const text = this.changes.text(number)
    const [from, to] = pattern.exec(withoutStrings(text))?.indices?.[1] ?? []
    if (from !== undefined && to !== undefined) {
      this.changes.replace(number, `${text.slice(0, from)}${value}${text.slice(to)}`)
    }
  }
}

/** @returns undefined for a file that is not tagged */
export function readStructure(pdf: PdfObjects, changes: PdfChanges): Structure | undefined {
  const root = /\/StructTreeRoot (\d+) 0 R/.exec(objectText(pdf, pdf.root))?.[1]
  return root === undefined ? undefined : new Structure(pdf, changes, Number(root))
}

/** The same length, with nothing in strings that could be taken for an entry. */
function withoutStrings(text: string): string {
  return text.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, (string) => `(${' '.repeat(string.length - 2)})`)
}

/** The elements with an entry as written, e.g. `/S /Figure`, by object number: found without reading all the others. */
export function elementsWith({ pdf: { text } }: Structure, entry: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(entry); at >= 0; at = text.indexOf(entry, at + 1)) {
    const head = text.lastIndexOf(ELEMENT, at)
    const number = /\d+$/.exec(text.slice(Math.max(0, head - 10), head))?.[0]
    // Words of the text are written the same way in strings.
    if (number !== undefined && !/endobj|\(/.test(text.slice(head, at))) found.push(Number(number))
  }
  return found
}
