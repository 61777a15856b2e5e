/** Writes the file anew in one pass: what did not change is copied byte for byte, in the order it stands in. */
import { createHash } from 'node:crypto'
import { countNames } from './names.ts'
import { objectText, type PdfObjects } from './reader.ts'

/** What is to be written instead of some objects, and beside the others. */
export class PdfChanges {
  readonly #pdf: PdfObjects
  readonly #objects = new Map<number, Uint8Array>()
  #size: number

  constructor(pdf: PdfObjects) {
    this.#pdf = pdf
    this.#size = pdf.size
  }

  /** As it will be written, from `n 0 obj` to before `endobj`. */
  text(number: number): string {
    const changed = this.#objects.get(number)
    if (!changed) return objectText(this.#pdf, number)
    const text = Buffer.from(changed).toString('latin1')
    return text.slice(0, text.lastIndexOf('endobj'))
  }

  /** @param text as `text()` gives it, one character a byte */
  replace(number: number, text: string): void {
    this.#objects.set(number, Buffer.from(`${text.trimEnd()}\nendobj\n`, 'latin1'))
  }

  /** @param value of the new object, e.g. `<</Type /StructElem …>>`; @returns its number */
  add(value: string): number {
    const number = this.#size++
    this.replace(number, `${number} 0 obj\n${value}`)
    return number
  }

  /** @param entries of its dictionary besides `/Length`; @param number of the object it replaces, if any */
  stream(entries: string, data: Uint8Array, number = this.#size++): number {
    const head = `${number} 0 obj\n<<${entries}\n/Length ${data.length}>> stream\n`
    this.#objects.set(number, Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\n')]))
    return number
  }

  /** The first number that no object has. */
  get size(): number {
    return this.#size
  }

  /** @param number none that is taken; @param value of the new object, as it is to be written */
  addBytes(number: number, value: Uint8Array): void {
    this.#size = Math.max(this.#size, number + 1)
    this.#objects.set(
      number,
      Buffer.concat([Buffer.from(`${number} 0 obj\n`), value, Buffer.from('\nendobj\n')]),
    )
  }

  /** Nothing may refer to it any longer. */
  remove(number: number): void {
    this.#objects.set(number, new Uint8Array())
  }

  /** The whole file. */
  write(): Uint8Array {
    const { bytes, offsets, crossReference, root, info } = this.#pdf
    const parts: Uint8Array[] = []
    const rows = new Map<number, number>()
    let length = 0
    const append = (part: Uint8Array) => {
      parts.push(part)
      length += part.length
    }
    const order = [...offsets].sort(([, one], [, other]) => one - other)
    // What is copied goes on from here until an object that is not.
    let from = 0
    for (const [at, [number, offset]] of order.entries()) {
      const object = this.#objects.get(number)
      if (object?.length !== 0) rows.set(number, length + offset - from)
      if (!object) continue
      append(bytes.subarray(from, offset))
      append(object)
      from = order[at + 1]?.[1] ?? crossReference
    }
    append(bytes.subarray(from, crossReference))
    for (const [number, object] of this.#objects) {
      if (offsets.has(number)) continue
      rows.set(number, length)
      append(object)
    }
    const body = Buffer.concat(parts)
    countNames(body)
    const id = createHash('md5').update(body).digest('hex').toUpperCase()
    const trailer = `trailer\n<</Size ${this.#size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>`
    const end = `${crossReferenceTable(rows, this.#size)}${trailer}\nstartxref\n${length}\n%%EOF\n`
    return Buffer.concat([body, Buffer.from(end)])
  }
}

/** Numbers that no object has are linked into the list of free ones, as the format wants it. */
function crossReferenceTable(rows: ReadonlyMap<number, number>, size: number): string {
  const free = Array.from({ length: size }, (_, number) => number).filter((number) => !rows.has(number))
  const nextFree = new Map(free.map((number, at) => [number, free[at + 1] ?? 0]))
  const lines = Array.from({ length: size }, (_, number) => {
    const offset = rows.get(number)
    return offset === undefined
      ? `${String(nextFree.get(number)).padStart(10, '0')} 65535 f \n`
      : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  return `xref\n0 ${size}\n${lines.join('')}`
}
