/** The citation styles that come with the program, and the edits that make APA speak Indonesian. */
import { createRequire } from 'node:module'
import { diagnose } from '../../diagnostics.ts'
import type { Diagnostic, Language, Outcome } from '../../model.ts'
import { styleChanged, unknownStyle } from './messages.ts'

/** Names of the built-in styles. */
export const BUILT_IN_STYLES: readonly string[] = ['apa']

/**
 * A style as CSL XML.
 * @param name a built-in style, or CSL text itself (`<style …>`), which is taken as it is
 * @param language APA in Indonesian says "dan", "hlm.", "bab 2" and puts the day before the month
 */
export function loadStyle(name: string, language: Language = 'id'): Outcome<string | undefined> {
  if (name.includes('<style')) return { value: name, diagnostics: [] }
  if (name.toLowerCase() !== 'apa') {
    return { value: undefined, diagnostics: [diagnose(unknownStyle, { name, known: BUILT_IN_STYLES })] }
  }
  const { apa }: { apa: string } = createRequire(import.meta.url)('@citation-js/plugin-csl/lib/styles.json')
  // The terms of fifty other languages are a quarter of the style.
  const style = apa.replaceAll(/<locale xml:lang="(?!en|id)[^"]*">.*?<\/locale>/gs, '')
  return language === 'id' ? indonesianApa(style) : { value: style, diagnostics: [] }
}

interface Edit {
  readonly what: string
  readonly from: string
  readonly to: string
  /** How often `from` stands in the style; a release of the style that differs is noticed here. */
  readonly times: number
}

const text = (from: string, to: string, times: number): Edit => ({
  what: `text “${from}”`,
  from: `value="${from}"`,
  to: `value="${to}"`,
  times,
})

const EDITS: readonly Edit[] = [
  // The engine prints "&" for a symbol whatever the locale says.
  { what: '“dan” for “&”', from: 'and="symbol"', to: 'and="text"', times: 28 },
  {
    what: '“Omega, C., dkk.”',
    from: '<bibliography hanging-indent="true"',
    to: '<bibliography delimiter-precedes-et-al="always" hanging-indent="true"',
    times: 1,
  },
  {
    what: '“2020a, 2020b” in the order of the list',
    from: '<key variable="status"/></sort><layout prefix="("',
    to: '<key variable="status"/><key macro="title"/></sort><layout prefix="("',
    times: 1,
  },
  {
    what: '“dan” between editors and translators',
    from: 'delimiter=", &amp; "',
    to: 'delimiter=", dan "',
    times: 1,
  },
  {
    what: '“bab 2” in citations',
    from: '<label variable="locator" text-case="capitalize-first"/>',
    to: '<label variable="locator"/>',
    times: 1,
  },
  {
    what: 'day before month',
    from: '<date variable="issued"><date-part prefix=", " name="month"/><date-part prefix=" " name="day"/></date>',
    to: '<date variable="issued" prefix=", "><date-part name="day" suffix=" "/><date-part name="month"/></date>',
    times: 2,
  },
  {
    what: '“ed. ke-2”',
    from: '<number variable="edition" form="ordinal"/><label variable="edition" form="short"/>',
    to: '<label variable="edition" form="short"/><number variable="edition" prefix="ke-"/>',
    times: 1,
  },
  { what: 'law numbers', from: 'prefix="Pub. L. No. "', to: 'prefix="Nomor "', times: 1 },
  { what: 'article numbers', from: 'prefix="Article "', to: 'prefix="Artikel "', times: 1 },
  { what: 'reviews in the text', from: 'prefix="Review of "', to: 'prefix="Ulasan atas "', times: 1 },
  text('Review of', 'Ulasan atas', 2),
  text('Data set', 'Set data', 2),
  text('Computer software', 'Perangkat lunak', 2),
  text('Map', 'Peta', 2),
  text('Original work published', 'Karya asli terbit', 1),
]

/** Edits the style; an edit that no longer fits is told, and the rest still made. */
function indonesianApa(apa: string): Outcome<string> {
  const diagnostics: Diagnostic[] = []
  const value = EDITS.reduce((style, { what, from, to, times }) => {
    const parts = style.split(from)
    const found = parts.length - 1
    if (found !== times) diagnostics.push(diagnose(styleChanged, { what, times, found }))
    return parts.join(to)
  }, apa)
  return { value, diagnostics }
}
