/** Changes made to the text of a style when it is loaded. */
import { diagnose } from '../../../diagnostics.ts'
import type { Diagnostic, Outcome } from '../../../model.ts'
import { styleChanged } from '../messages.ts'

export interface Edit {
  readonly what: string
  readonly from: string
  readonly to: string
  /** How often `from` stands in the style; a release of the style that differs is noticed by it. */
  readonly times: number
}

/** Edits a style; an edit that no longer fits is told, and the rest still made. */
export function edit(style: string, edits: readonly Edit[]): Outcome<string> {
  const diagnostics: Diagnostic[] = []
  const value = edits.reduce((text, { what, from, to, times }) => {
    const parts = text.split(from)
    const found = parts.length - 1
    if (found !== times) diagnostics.push(diagnose(styleChanged, { what, times, found }))
    return parts.join(to)
  }, style)
  return { value, diagnostics }
}

/** A text the style spells out. */
export function valueEdit(from: string, to: string, times: number): Edit {
  return { what: `text “${from}”`, from: `value="${from}"`, to: `value="${to}"`, times }
}
