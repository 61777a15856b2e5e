/** How close the lines of a page of signatures must stand for all of them to be on one page: an estimate from its words. */

/** A class of the page, and its measures in `thesis.css`, in pt. */
const DENSITIES = [
  { name: 'roomy', line: 20.7, nameLine: 13.8, gap: 24, space: 56.7, margins: 42 },
  { name: 'close', line: 15.9, nameLine: 13.8, gap: 12, space: 42.5, margins: 18 },
  { name: 'crowded', line: 13.8, nameLine: 13.8, gap: 7, space: 34, margins: 18 },
  { name: 'tight', line: 12.7, nameLine: 12.7, gap: 4, space: 34, margins: 18 },
] as const

export type Density = (typeof DENSITIES)[number]['name']
type Measures = (typeof DENSITIES)[number]

/** In cm: the page area. */
export interface PageArea {
  readonly width: number
  readonly height: number
}

interface Signature {
  readonly name: string
  readonly id: string
}

const PT_PER_CM = 72 / 2.54
/** A letter of Times at 12 pt, on average; bold ones are wider. */
const LETTER_PT = 5.5
const BOLD_LETTER_PT = 6
/** What the words "Judul Skripsi" and the columns of roles and lines take, in cm. */
const LABELS_CM = 3.7
const ROLES_CM = 2.9
const LINES_CM = 4.4
const BLOCK_CM = 6.7
/** In lines: name, number, programme and faculty below the title; the sentence; the place, office, name and number below. */
const PARTICULARS = 4
const SENTENCE = 3
const OFFICE = 5

/** For the committee one below the other, and whoever signs for the faculty below them. */
export function boardDensity(title: string, signers: readonly Signature[], area: PageArea): Density {
  const names = signers.map((signer) => signatureLines(signer, area.width - ROLES_CM - LINES_CM))
  return firstThatFits(area, ({ line, nameLine, gap, space, margins }) => {
    const lines = PARTICULARS + titleLines(title, area) + SENTENCE + OFFICE
    const rows = names.map((count) => nameLine * count + gap)
    return line * lines + sum(rows) + space + margins
  })
}

/** For supervisors side by side, and the head of the programme below them. */
export function supervisorsDensity(
  title: string,
  supervisors: readonly Signature[],
  hasHead: boolean,
  area: PageArea,
): Density {
  const tallest = Math.max(1, ...supervisors.map((one) => signatureLines(one, BLOCK_CM)))
  return firstThatFits(area, ({ line, space }) => {
    const lines = PARTICULARS + titleLines(title, area) + SENTENCE + 1
    const block = line * (1 + tallest) + space + 12
    const blocks = Math.ceil(supervisors.length / 2) * block
    return line * lines + blocks + (hasHead ? OFFICE * line + space : 0) + 30
  })
}

function firstThatFits({ height }: PageArea, heightOf: (measures: Measures) => number): Density {
  // The heading and the room below it.
  const room = height * PT_PER_CM - 50
  return DENSITIES.find((density) => heightOf(density) <= room)?.name ?? 'tight'
}

function titleLines(title: string, { width }: PageArea): number {
  return wrapped(title, (width - LABELS_CM) * PT_PER_CM, LETTER_PT)
}

function signatureLines({ name, id }: Signature, width_cm: number): number {
  return wrapped(name, width_cm * PT_PER_CM, BOLD_LETTER_PT) + (id === '' ? 0 : 1)
}

function wrapped(text: string, width_pt: number, letter_pt: number): number {
  return Math.max(1, Math.ceil((text.length * letter_pt) / Math.max(width_pt, letter_pt)))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
