/** Splits a content stream into its operators (ISO 32000-1, 7.8.2). */

/** What stands before an operator, by kind: order matters within a kind only. Written over by the next. */
interface Operands {
  /** As many as an operator can have; fewer leave zeros. Of an array, its numbers too. */
  readonly numbers: Float64Array
  /** The bytes of all strings, one after the other: so many of them as `length` says. */
  readonly codes: Uint8Array
  readonly length: number
  /** Names with their slash, and dictionaries as written. */
  readonly words: readonly string[]
}

/** Of a matrix. */
const MOST_NUMBERS = 6
const SPACE = 1
const DELIMITER = 2

/** What each byte is to the syntax; 0 for everything that names and numbers are made of. */
function byteClasses(): Uint8Array {
  const classes = new Uint8Array(256)
  for (const space of [0, 9, 10, 12, 13, 32]) classes[space] = SPACE
  for (const delimiter of '()<>[]{}/%') classes[delimiter.charCodeAt(0)] = DELIMITER
  return classes
}

/**
 * Calls `visit` for every operator of those wanted. A thesis has half a million of these words, most of them the dots
 * of its contents: what stands before an operator is read only when it is wanted, and into the same arrays.
 */
export function forEachOperator<Operator extends string>(
  data: Uint8Array,
  wanted: readonly Operator[],
  visit: (operator: Operator, operands: Operands) => void,
): void {
  const classes = byteClasses()
  const operators = new Map(
    wanted.map((operator) => [packed(Buffer.from(operator), 0, operator.length), operator]),
  )
  const operands = new OperandReader(data, classes)
  let from = 0
  let at = 0
  while (at < data.length) {
    const byte = data[at] as number
    if (classes[byte] !== 0) {
      at = tokenEnd(data, at, classes)
      continue
    }
    const start = at
    do at++
    while (at < data.length && classes[data[at] as number] === 0)
    if (isNumberStart(byte)) continue
    const operator = operators.get(packed(data, start, at))
    if (operator !== undefined) {
      operands.read(from, start)
      visit(operator, operands)
    }
    from = at
  }
}

/** Behind a blank, a string, a name, a dictionary or a bracket. */
function tokenEnd(data: Uint8Array, at: number, classes: Uint8Array): number {
  switch (data[at]) {
    case 0x3c /* < */:
      return data[at + 1] === 0x3c ? dictionaryEnd(data, at) : data.indexOf(0x3e, at) + 1 || data.length
    case 0x28 /* ( */:
      return literalEnd(data, at)
    case 0x25 /* % */:
      return data.indexOf(10, at) + 1 || data.length
    case 0x2f /* slash */:
      {
        let end = at + 1
        while (end < data.length && classes[data[end] as number] === 0) end++
        return end
      }
    default:
      return at + 1
  }
}

class OperandReader implements Operands {
  readonly numbers = new Float64Array(MOST_NUMBERS)
  readonly codes: Uint8Array
  length = 0
  words: string[] = []
  readonly #data: Buffer
  readonly #classes: Uint8Array

  constructor(data: Uint8Array, classes: Uint8Array) {
    this.#data = Buffer.from(data.buffer, data.byteOffset, data.length)
    this.#classes = classes
    this.codes = new Uint8Array(data.length)
  }

  read(from: number, to: number): void {
    this.length = 0
    if (this.words.length > 0) this.words = []
    let count = 0
    for (let at = from; at < to; ) {
      const byte = this.#data[at] as number
      const start = at
      if (this.#classes[byte] === 0) {
        while (at < to && this.#classes[this.#data[at] as number] === 0) at++
        this.numbers[count++] = decimal(this.#data, start, at)
        continue
      }
      at = tokenEnd(this.#data, at, this.#classes)
      if (byte === 0x3c && this.#data[start + 1] !== byte) readHex(this.#data, start + 1, at - 1, this)
      else if (byte === 0x3c || byte === 0x2f) this.words.push(this.#data.toString('latin1', start, at))
      else if (byte === 0x28) readLiteral(this.#data.toString('latin1', start + 1, at - 1), this)
    }
    while (count < MOST_NUMBERS) this.numbers[count++] = 0
  }
}

function isNumberStart(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2b || byte === 0x2e
}

function decimal(data: Uint8Array, from: number, to: number): number {
  let digits = 0
  let scale = 0
  for (let at = from; at < to; at++) {
    const byte = data[at] as number
    if (byte === 0x2e) scale = 1
    else if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + byte - 0x30
      scale *= 10
    }
  }
  const value = scale > 1 ? digits / scale : digits
  return data[from] === 0x2d ? -value : value
}

/** The few letters of an operator in a number. */
function packed(data: Uint8Array, from: number, to: number): number {
  let key = 0
  for (let at = from; at < to; at++) key = (key << 8) | (data[at] as number)
  return to - from > 3 ? -1 : key
}

interface Codes {
  readonly codes: Uint8Array
  length: number
}

function readHex(data: Uint8Array, from: number, to: number, into: Codes): void {
  let high = -1
  for (let at = from; at < to; at++) {
    const digit = hexDigit(data[at] as number)
    if (digit < 0) continue
    if (high < 0) high = digit
    else {
      into.codes[into.length++] = (high << 4) | digit
      high = -1
    }
  }
  // A digit that stands alone at the end has a zero behind it.
  if (high >= 0) into.codes[into.length++] = high << 4
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Behind the bracket that closes a dictionary; strings inside it may hold brackets of their own. */
function dictionaryEnd(data: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < data.length; at++) {
    const byte = data[at]
    if (byte === 0x28) at = literalEnd(data, at) - 1
    else if (byte === 0x3c && data[at + 1] === 0x3c) {
      depth++
      at++
    } else if (byte === 0x3c) at = data.indexOf(0x3e, at)
    else if (byte === 0x3e && data[at + 1] === 0x3e) {
      depth--
      at++
      if (depth === 0) return at + 1
    }
    if (at < from) break
  }
  return data.length
}

/** Behind the bracket that closes a literal string. */
function literalEnd(data: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < data.length; at++) {
    const byte = data[at]
    if (byte === 0x5c) at++
    else if (byte === 0x28) depth++
    else if (byte === 0x29 && --depth === 0) return at + 1
  }
  return data.length
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function readLiteral(written: string, into: Codes): void {
  const text = written.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, sign?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255)
    // A line that ends in a backslash goes on.
    return sign === undefined || /[\r\n]/.test(sign) ? '' : (ESCAPES[sign] ?? sign)
  })
  for (let at = 0; at < text.length; at++) into.codes[into.length++] = text.charCodeAt(at)
}
