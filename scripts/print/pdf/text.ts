/** The words of each page, from the operators that paint them. */
import type { PageText, TextRun } from '../../model.ts'
import { type Decoder, fontDecoder, utf16 } from './fonts.ts'
import { forEachOperator } from './operators.ts'
import { inherited, objectText, type PdfObjects } from './reader.ts'
import { readContents, streamData } from './streams.ts'

/** As in ISO 32000-1, 8.3.3 */
interface Matrix {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

/** All that moves or paints letters. */
const OPERATORS = [
  ...(['Td', 'Tj', 'TJ', 'Tm', 'BT', 'Tf', 'TL', 'TD', 'T*', "'", '"'] as const),
  ...(['q', 'Q', 'cm', 'BMC', 'BDC', 'EMC', 'Do'] as const),
]
/** Groups hold groups; a file that goes deeper is broken. */
const MAX_DEPTH = 8

/** A page whose words know which part of the text they are. */
export interface MarkedPage extends PageText {
  readonly runs: readonly MarkedRun[]
}

export interface MarkedRun extends TextRun {
  /** The marked content that the structure of the document refers to; unique on its page. */
  readonly mcid: number | undefined
}

/** Every page, in order. A letter shows up where it is painted; blanks are those that are in the file. */
export function pageTexts(pdf: PdfObjects): readonly MarkedPage[] {
  pdf.cache.texts ??= readTexts(pdf)
  return pdf.cache.texts
}

function readTexts(pdf: PdfObjects): MarkedPage[] {
  const contents = readContents(pdf)
  const fonts = new Map<number, Decoder>()
  return pdf.pages.map((page, index): MarkedPage => {
    const [left, bottom, right, top] = mediaBox(pdf, page)
    const fromUpperLeft: Matrix = { a: 1, b: 0, c: 0, d: -1, e: -left, f: top }
    const painter: Painter = { pdf, fonts, runs: [], depth: 0 }
    paint(contents[index] ?? new Uint8Array(), fromUpperLeft, inherited(pdf, page, 'Resources'), painter)
    return { width: right - left, height: top - bottom, runs: painter.runs }
  })
}

function mediaBox(pdf: PdfObjects, page: number): [number, number, number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] =
    /^\[([^\]]*)\]/
      .exec(inherited(pdf, page, 'MediaBox'))?.[1]
      ?.trim()
      .split(/\s+/)
      .map(Number) ?? []
  return [left, bottom, right, top]
}

interface Painter {
  readonly pdf: PdfObjects
  /** By object number. */
  readonly fonts: Map<number, Decoder>
  readonly runs: MarkedRun[]
  readonly depth: number
}

interface State {
  /** From the space of the operators to the paper. */
  readonly space: Matrix
  readonly decode: Decoder | undefined
  readonly size: number
  readonly leading: number
}

/** @param resources the text of the dictionary that names fonts and groups */
function paint(data: Uint8Array, start: Matrix, resources: string, painter: Painter): void {
  const { runs } = painter
  const names = objectsByName(resources)
  const saved: State[] = []
  let state: State = { space: start, decode: undefined, size: 0, leading: 0 }
  /** From the space of the letters to the paper, at the start of the line. */
  let line = start
  let x = 0
  let y = 0
  /** Nothing moved since the last show: its text goes on. */
  let goesOn = false
  const marked = new MarkedSequences()

  const setLine = (to: Matrix) => {
    line = to
    x = to.e
    y = to.f
    goesOn = false
  }
  const move = (right: number, up: number) => {
    x += right * line.a + up * line.c
    y += right * line.b + up * line.d
    goesOn = false
  }
  const show = (codes: Uint8Array, length: number) => {
    if (!state.decode) return
    const text = marked.reading(state.decode(codes, length))
    if (text === '') return
    const last = goesOn ? runs.pop() : undefined
    if (last) runs.push({ ...last, text: last.text + text })
    else runs.push({ text, x, y, size: state.size * Math.sqrt(line.c ** 2 + line.d ** 2), mcid: marked.mcid })
    goesOn = true
  }

  forEachOperator(data, OPERATORS, (operator, { numbers, codes, length, words }) => {
    switch (operator) {
      case 'Td':
        return move(at(numbers, 0), at(numbers, 1))
      case 'Tj':
      case 'TJ':
        return show(codes, length)
      case 'Tm':
        return setLine(times(matrix(numbers), state.space))
      case 'BT':
        return setLine(state.space)
      case 'Tf':
        state = { ...state, decode: fontAt(names.get(words[0] ?? ''), painter), size: at(numbers, 0) }
        return
      case 'q':
        saved.push(state)
        return
      case 'Q':
        state = saved.pop() ?? state
        return
      case 'cm':
        state = { ...state, space: times(matrix(numbers), state.space) }
        return
      case 'TL':
        state = { ...state, leading: at(numbers, 0) }
        return
      case 'TD':
        state = { ...state, leading: -at(numbers, 1) }
        return move(at(numbers, 0), at(numbers, 1))
      case 'T*':
        return move(0, -state.leading)
      case "'":
      case '"':
        move(0, -state.leading)
        return show(codes, length)
      case 'BMC':
      case 'BDC':
        return marked.begin(words[1])
      case 'EMC':
        return marked.end()
      case 'Do':
        goesOn = false
        return paintForm(names.get(words[0] ?? ''), state.space, resources, painter)
    }
  })
}

/** `/F4 4 0 R` of a resource dictionary: the number of each object by its name. */
function objectsByName(resources: string): Map<string, number> {
  const names = new Map<string, number>()
  for (const [, name = '', number] of resources.matchAll(/(\/[^\s/[\]<>()]+)\s+(\d+) 0 R/g)) {
    names.set(name, Number(number))
  }
  return names
}

function fontAt(number: number | undefined, { pdf, fonts }: Painter): Decoder | undefined {
  if (number === undefined) return undefined
  const decoder = fonts.get(number) ?? fontDecoder(pdf, number)
  fonts.set(number, decoder)
  return decoder
}

interface MarkedSequence {
  readonly mcid: number | undefined
  /** What it is to be read as, when its glyphs are not the letters one for one. */
  reading: string | undefined
}

/** The marked sequences that are open, one in the other. */
class MarkedSequences {
  readonly #open: MarkedSequence[] = []
  #replacing = 0

  begin(properties = ''): void {
    const mcid = /\/MCID (\d+)/.exec(properties)?.[1]
    const reading = properties.includes('/ActualText') ? actualText(properties) : undefined
    if (reading !== undefined) this.#replacing++
    this.#open.push({ mcid: mcid === undefined ? this.mcid : Number(mcid), reading })
  }

  end(): void {
    if (this.#open.pop()?.reading !== undefined) this.#replacing--
  }

  get mcid(): number | undefined {
    return this.#open.at(-1)?.mcid
  }

  /** @param shown what the glyphs of a show operator say */
  reading(shown: string): string {
    const sequence = this.#replacing > 0 ? this.#open.find(({ reading }) => reading !== undefined) : undefined
    if (sequence?.reading === undefined) return shown
    const { reading } = sequence
    // The first show of the sequence stands for all of it.
    sequence.reading = ''
    return reading
  }
}

/** `<</ActualText <FEFF00660069>>>` */
function actualText(properties: string): string | undefined {
  const hex = /\/ActualText\s*<((?:[0-9A-Fa-f]{4})*)>/.exec(properties)?.[1]
  return hex === undefined ? undefined : utf16(hex).replace(/^\uFEFF/, '')
}

/** What is see-through or turned comes as a group of its own. */
function paintForm(number: number | undefined, space: Matrix, resources: string, painter: Painter): void {
  const { pdf, depth } = painter
  if (number === undefined || depth >= MAX_DEPTH) return
  const head = objectText(pdf, number).split(/\bstream\r?\n/, 1)[0] ?? ''
  const data = /\/Subtype\s*\/Form\b/.test(head) ? streamData(pdf, number) : undefined
  if (!data) return
  const own = /\/Matrix\s*\[([^\]]*)\]/.exec(head)?.[1]?.trim().split(/\s+/).map(Number)
  paint(data, own ? times(matrix(own), space) : space, /\/Resources/.test(head) ? head : resources, {
    ...painter,
    depth: depth + 1,
  })
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0
}

function matrix(numbers: ArrayLike<number>): Matrix {
  return {
    a: at(numbers, 0),
    b: at(numbers, 1),
    c: at(numbers, 2),
    d: at(numbers, 3),
    e: at(numbers, 4),
    f: at(numbers, 5),
  }
}

/** First the one, then the other. */
function times(one: Matrix, other: Matrix): Matrix {
  return {
    a: one.a * other.a + one.b * other.c,
    b: one.a * other.b + one.b * other.d,
    c: one.c * other.a + one.d * other.c,
    d: one.c * other.b + one.d * other.d,
    e: one.e * other.a + one.f * other.c + other.e,
    f: one.e * other.b + one.f * other.d + other.f,
  }
}
