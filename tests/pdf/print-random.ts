/** Prints random theses on random pages and looks at what came out. */
import type { LaunchedBrowser } from '../../scripts/print/browser/index.ts'
import { pageMargins } from '../../scripts/print/geometry.ts'
import { printDocument } from '../../scripts/print/index.ts'
import type { Profile } from '../../scripts/schema/profile.ts'
import { wrongNotes } from './check-notes.ts'
import { readRuns } from './check-notes-runs.ts'
import { dice, randomThesis } from './random-thesis.ts'
import { type ReadPdf, readPdfFile } from './read-pdf.ts'
import { renderFiles } from './thesis.ts'

const PAPERS = [
  { name: 'A4', width_cm: 21, height_cm: 29.7 },
  { name: 'A5', width_cm: 14.8, height_cm: 21 },
  { name: 'B5', width_cm: 17.6, height_cm: 25 },
  { name: 'Kuarto', width_cm: 21.5, height_cm: 27.5 },
]
const NARROW = { left: 2.25, top: 2.25, right: 2.25, bottom: 2.25 }
const MARGINS = [
  { left: 4, top: 4, right: 3, bottom: 3 },
  { left: 3, top: 3, right: 2.5, bottom: 2.5 },
  NARROW,
]

/** Another page each time. */
export function randomPage(profile: Profile, seed: number): Profile {
  const roll = dice(seed * 7919)
  const pick = <Item>(items: readonly Item[]) => items[roll(items.length)] as Item
  const paper = pick(PAPERS)
  return {
    ...profile,
    paper,
    margins: paper.width_cm < 20 ? NARROW : pick(MARGINS),
    sides: pick(['one', 'two']),
    open_right: roll(4) === 0,
    font: { ...profile.font, size_pt: pick([11, 12]) },
    paragraph: { ...profile.paragraph, space_after_pt: pick([0, 0, 8]) },
    line_spacing: { ...profile.line_spacing, body: pick([1, 1.15, 1.5, 2]) },
    footnotes: { ...profile.footnotes, numbering: pick(['chapter', 'continuous']) },
    captions: {
      ...profile.captions,
      table: { ...profile.captions.table, continuation: pick([null, 'Lanjutan {label} {number}']) },
    },
  }
}

/** What the program itself told of a file that it printed, and how many times it printed it. */
export interface PrintedRandom {
  readonly pages: number
  readonly notes: number
  readonly late: number
  readonly prints: number
  readonly faults: readonly string[]
  /** Reads the file back with another program than the one that checked it. @returns what is wrong, in words */
  verify(): Promise<string[]>
}

export async function printRandom(
  { page: tab }: LaunchedBrowser,
  seed: number,
  size: { readonly chapters?: number; readonly blocks?: number },
): Promise<PrintedRandom> {
  const { host, page, profile } = await renderFiles(randomThesis(seed, size), (own) => randomPage(own, seed))
  // What the tab held goes: many documents one after another would make it slow.
  await tab.goto('about:blank')
  let prints = 0
  const { value: pdf, diagnostics } = await printDocument(tab, host, page, profile, (step) => {
    if (step === 'print') prints++
  })
  const faults = diagnostics.filter(({ severity }) => severity === 'error')
  return {
    pages: pdf.map.pages.length,
    notes: page.footnotes.length,
    late: pdf.map.lateNotes.size,
    prints,
    faults: faults.map(({ message }) => message.en),
    async verify() {
      const read = await readPdfFile(pdf.bytes)
      const text = read.pages.flatMap(({ lines }) => lines.map((line) => line.text)).join(' ')
      // Nothing lost or doubled: every word that marks a paragraph is there, once.
      const marks = page.html.match(/\bM\d+n\d+x\b/g) ?? []
      // Where words are broken to make a table fit, so are the marks that notes are known by.
      const isWhole = diagnostics.every(({ ruleId }) => ruleId !== 'pdf/narrow-table')
      const runs = await readRuns(read.document)
      const wrong = [
        ...(isWhole ? wrongNotes(runs, pageMargins(profile), page.html, pdf.map) : []),
        ...(await wrongEntries(read, page.entries, pdf.map.anchors, pdf.map.pages)),
        ...marks.filter((mark) => text.split(mark).length !== 2).map((mark) => `${mark} is lost or doubled`),
      ]
      await read.document.destroy()
      return wrong
    },
  }
}

/** Entries of the contents and lists that are on another page than they say. */
async function wrongEntries(
  { document, pages }: ReadPdf,
  entries: readonly { readonly id: string; readonly title: string }[],
  anchors: ReadonlyMap<string, { readonly page: number }>,
  planned: readonly { readonly label: string }[],
): Promise<string[]> {
  const destinations = await document.getDestinations()
  const wrong: string[] = []
  for (const { id, title } of entries) {
    const real = await document.getPageIndex(destinations[id]?.[0])
    if (pages[real]?.label !== planned[anchors.get(id)?.page ?? -1]?.label)
      wrong.push(`“${title}” is on another page than the contents say`)
  }
  return wrong
}
