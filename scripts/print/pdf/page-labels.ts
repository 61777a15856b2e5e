/** The labels a viewer shows beside its page field. */
import type { PageMap } from '../../model.ts'
import { romanValue } from '../../numerals.ts'

/** How a label is written in a PDF: words before it, a style of numeral, a value. */
interface Label {
  readonly prefix: string
  readonly style: '/D' | '/r' | '/R' | ''
  readonly value: number
}

/** The page labels as the numbers tree of the PDF: one entry for each run of i, ii … or 1, 2 … or I-1, I-2 … */
export function pageLabels({ pages }: PageMap): string {
  const runs: string[] = []
  let before: Label | undefined
  for (const [at, { label }] of pages.entries()) {
    const next = readLabel(label)
    if (!before || !follows(before, next)) runs.push(`${at} ${labelEntry(next)}`)
    before = next
  }
  return runs.join(' ')
}

function readLabel(label: string): Label {
  const [digits = ''] = /\d+$/.exec(label) ?? []
  if (digits !== '') {
    return { prefix: label.slice(0, label.length - digits.length), style: '/D', value: Number(digits) }
  }
  const value = romanValue(label)
  if (value === undefined) return { prefix: label, style: '', value: 0 }
  return { prefix: '', style: label === label.toLowerCase() ? '/r' : '/R', value }
}

function follows(before: Label, next: Label): boolean {
  if (before.style !== next.style || before.prefix !== next.prefix) return false
  return next.style === '' || next.value === before.value + 1
}

/** An uncounted page has an entry that says nothing: without one, it would go on with the run before it. */
function labelEntry({ prefix, style, value }: Label): string {
  const parts = [
    ...(style === '' ? [] : [`/S ${style}`]),
    ...(prefix === '' ? [] : [`/P (${prefix.replace(/[\\()]/g, '\\$&')})`]),
    ...(style === '' ? [] : [`/St ${value}`]),
  ]
  return `<< ${parts.join(' ')} >>`
}
