/** What the braces behind a caption or an image say of its look: `{width=80% height=5cm .left}`, `{widths="20 30 50"}`. */
import type { VFile } from 'vfile'
import { tell } from '../diagnostics.ts'
import type { Captioned, Place, SideAlign, Text } from '../model.ts'
import type { Attributes } from './attributes.ts'
import { badAttribute, unusedAttribute } from './caption-messages.ts'

export type Look = Pick<Captioned, 'label' | 'width' | 'height' | 'align' | 'small' | 'landscape' | 'short'>

const SIDES: readonly SideAlign[] = ['left', 'center', 'right']
const LENGTH = /^\d+(?:[.,]\d+)?\s*(?:%|cm|mm|in|pt|px)?$/
/** LaTeX's way to say a share of the width. */
const OF_TEXT_WIDTH = /^(\d*\.?\d+)?\s*\\(?:text|line|column)width$/

const A_LENGTH: Text = {
  id: 'panjang seperti 80%, 10cm, atau 300px',
  en: 'a length such as 80%, 10cm or 300px',
}
const A_HEIGHT: Text = { id: 'panjang seperti 5cm atau 300px', en: 'a length such as 5cm or 300px' }
const A_SIDE: Text = { id: 'left, center, atau right', en: 'left, center or right' }
const SHARES: Text = {
  id: 'satu angka untuk setiap kolom, misalnya "20 30 50"',
  en: 'one number for each column, such as "20 30 50"',
}

/** The attributes behind a caption, and behind the image itself. */
export function joinAttributes(
  caption: Attributes | undefined,
  image: Attributes | undefined,
): Attributes | undefined {
  if (!caption || !image) return caption ?? image
  const classes = [...image.classes, ...caption.classes]
  return { ...image, ...caption, classes, values: { ...image.values, ...caption.values } }
}

/** What is not understood is told at `place` and left out. */
export function lookOf(attributes: Attributes | undefined, file: VFile, place: Place | undefined): Look {
  if (!attributes) return {}
  const { label, classes, values } = attributes
  const bad = (name: string, value: string, expected: Text) =>
    tell(file, badAttribute, { name, value, expected }, { place })
  const length = (name: 'width' | 'height', expected: Text) => {
    const value = values[name]
    if (value === undefined) return undefined
    const read = lengthOf(value)
    const good = read !== undefined && !(name === 'height' && read.endsWith('%'))
    if (!good) bad(name, value, expected)
    return good ? read : undefined
  }
  const width = length('width', A_LENGTH)
  const height = length('height', A_HEIGHT)
  const written = values.align ?? values['fig-align']
  const side = SIDES.find((name) => name === written) ?? SIDES.find((name) => classes.includes(name))
  // `align="lrr"` is that of the columns.
  if (written !== undefined && side === undefined && !/^[lrc]+$/.test(written)) bad('align', written, A_SIDE)
  return {
    ...(label === undefined ? {} : { label }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(side === undefined ? {} : { align: side }),
    ...(classes.includes('small') ? { small: true } : {}),
    ...(classes.includes('landscape') ? { landscape: true } : {}),
    ...(values.short ? { short: values.short } : {}),
  }
}

const FOR_TABLES: Text = {
  id: 'hanya tabel yang dapat dikecilkan hurufnya',
  en: 'only a table can have smaller letters',
}
const FOR_LISTS: Text = {
  id: 'tanpa takarir, tidak ada yang masuk daftar',
  en: 'what has no caption is in no list',
}
const OF_PDF: Text = {
  id: 'halaman PDF dicetak sebesar halaman, tanpa takarir dan nomor',
  en: 'a page of a PDF is as large as a page, without caption and number',
}

/** `.small` on what is no table. */
export function tellSmall(attributes: Attributes | undefined, file: VFile, place: Place | undefined): void {
  if (attributes?.classes.includes('small'))
    tell(file, unusedAttribute, { written: '.small', why: FOR_TABLES }, { place })
}

/** `short="…"` on what has no caption. */
export function tellShort({ values }: Attributes, file: VFile, place: Place | undefined): void {
  if (values.short === undefined) return
  tell(file, unusedAttribute, { written: `short="${values.short}"`, why: FOR_LISTS }, { place })
}

/** Whatever stands behind an image whose file is a PDF. */
export function tellAttributesOfPdf(
  { label, classes, values }: Attributes,
  file: VFile,
  place: Place | undefined,
): void {
  const written = [
    ...(label === undefined ? [] : [`#${label}`]),
    ...classes.map((name) => `.${name}`),
    ...Object.entries(values).map(([name, value]) => `${name}="${value}"`),
  ]
  tell(file, unusedAttribute, { written: written.join(' '), why: OF_PDF }, { place })
}

/** `7,5 cm` -> `7.5cm`, `0.8\textwidth` -> `80%`; undefined for what is no length. */
export function lengthOf(written: string): string | undefined {
  const value = written.trim()
  const share = OF_TEXT_WIDTH.exec(value)
  if (share) return `${Math.round(Number(share[1] ?? 1) * 1000) / 10}%`
  return LENGTH.test(value) ? value.replace(',', '.').replace(/\s+/g, '') : undefined
}

/**
 * `widths="20 30 50"` (or `colwidths`) as shares of the columns in percent.
 * @param columns how many the table has
 */
export function columnShares(
  attributes: Attributes | undefined,
  columns: number,
  file: VFile,
  place: Place | undefined,
): readonly number[] | undefined {
  const name = attributes?.values.widths === undefined ? 'colwidths' : 'widths'
  const written = attributes?.values[name]
  if (written === undefined) return undefined
  const numbers = written
    .trim()
    .split(/[\s,;]+/)
    .map((part) => Number(part.replace(/%$/, '')))
  const good = numbers.length === columns && numbers.every((share) => share > 0 && share < 1e6)
  if (good) return sharesOf(numbers)
  tell(file, badAttribute, { name, value: written, expected: SHARES }, { place })
  return undefined
}

/** Parts of a whole, in percent. */
export function sharesOf(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => Math.round((part / whole) * 10000) / 100)
}
