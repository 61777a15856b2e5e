/**
 * How long the page engine takes, in a browser that runs already: `npm run bench`. Good only on a machine that does
 * nothing else. Printed are medians in ms:
 *
 * - layout: notes set and every page known
 * - again: the same after an edit, when one chapter alone is laid out again
 * - raw: one tagged print of the loaded document, by the browser alone: notes at the end of chapters, no page numbers
 * - whole: from the loaded document to the finished, inspected file; and how many times `raw` that is
 */
import { it } from 'vitest'
import type { Page } from '../../scripts/model.ts'
import type { LaunchedBrowser } from '../../scripts/print/browser/index.ts'
import { pageGeometry } from '../../scripts/print/geometry.ts'
import { printDocument } from '../../scripts/print/index.ts'
import { layOutDocument, openDocument } from '../../scripts/print/layout.ts'
import { dice, words } from '../pdf/random-thesis.ts'
import { sharedBrowser } from '../pdf/shared-browser.ts'
import { renderFiles } from '../pdf/thesis.ts'

const RUNS = 5
const DOCUMENTS = [
  { pages: 150, notes: 0, chapters: 6 },
  { pages: 150, notes: 60, chapters: 6 },
  { pages: 150, notes: 250, chapters: 6 },
  { pages: 600, notes: 1000, chapters: 12 },
]
/** Paragraphs on a double-spaced page, so that the documents have about as many pages as asked for. */
const PARAGRAPHS_A_PAGE = 1.95

const browser = sharedBrowser()

function thesis({ pages, notes, chapters }: (typeof DOCUMENTS)[number]): Record<string, string> {
  const roll = dice(pages + notes)
  const files: Record<string, string> = { 'naskah.yaml': 'profile: skripsi-hi\n' }
  const paragraphs = Math.round((pages * PARAGRAPHS_A_PAGE) / chapters)
  let due = 0
  for (let chapter = 1; chapter <= chapters; chapter++) {
    const blocks = [`# Bab ${words(roll, 2)}`]
    for (let at = 0; at < paragraphs; at++) {
      if (at % 9 === 4) blocks.push(`## ${words(roll, 3)}`)
      let text = words(roll, 50 + roll(40))
      for (due += notes / (paragraphs * chapters); due >= 1; due--) {
        text += `^[${words(roll, 8 + roll(30))}.] ${words(roll, 4)}`
      }
      blocks.push(`${text}.`)
      if (at % 30 === 20)
        blocks.push(`: ${words(roll, 4)}\n\n| a | b |\n|---|---|\n${'| satu | dua |\n'.repeat(6)}`)
      if (at % 25 === 12) blocks.push(`- ${words(roll, 20)}\n- ${words(roll, 30)}`)
    }
    files[`${chapter}.md`] = blocks.join('\n\n')
  }
  return files
}

it('is fast', async () => {
  const rows = [['pages', 'notes', 'layout', 'again', 'raw', 'whole', 'whole/raw']]
  for (const document of DOCUMENTS) {
    const { host, page, profile } = await renderFiles(thesis(document))
    const tab = browser().page
    const geometry = pageGeometry(profile)
    const times = {
      layout: [] as number[],
      again: [] as number[],
      raw: [] as number[],
      whole: [] as number[],
    }
    let printed = 0
    for (let run = 0; run < RUNS; run++) {
      await openDocument(tab, host, page, profile, geometry)
      await timed(times.raw, () => rawPrint(tab))
      await timed(times.layout, () => layOutDocument(tab, page, profile, geometry, false))
      times.again.push(await layOutAgain(page, profile))
      let opened = 0
      const pdf = await printDocument(tab, host, page, profile, (step) => {
        if (step === 'open') opened = performance.now()
      })
      times.whole.push(performance.now() - opened)
      printed = pdf.value.map.pages.length
      if (pdf.diagnostics.some(({ severity }) => severity === 'error'))
        throw new Error(JSON.stringify(pdf.diagnostics.filter((d) => d.severity === 'error').slice(0, 5)))
    }
    const [layout, again, raw, whole] = [times.layout, times.again, times.raw, times.whole].map(median)
    const ratio = ((whole ?? 0) / (raw ?? 1)).toFixed(2)
    rows.push(
      [
        printed,
        page.footnotes.length,
        ...[layout, again, raw, whole].map((ms) => Math.round(ms ?? 0)),
        ratio,
      ].map(String),
    )
  }
  console.log(rows.map((row) => row.map((cell) => cell.padStart(10)).join('')).join('\n'))
}, 600_000)

/** A sentence more in the last chapter but one. */
async function layOutAgain(page: Page, profile: Parameters<typeof pageGeometry>[0]): Promise<number> {
  const ids = page.entries.map(({ id }) => id)
  return browser().page.evaluate(
    (areas, wanted) => {
      const before = Naskah.layOut(areas, wanted, false)
      const sections = [...document.querySelectorAll('body > section')]
      const changed = sections.length - 2
      const paragraph = sections[changed]?.querySelectorAll('.run > p')[3]
      paragraph?.append(' Satu kalimat lagi yang ditambahkan di tengah bab ini.')
      document.body.getBoundingClientRect()
      const start = performance.now()
      Naskah.layOutAgain(areas, wanted, before, [changed])
      return performance.now() - start
    },
    pageGeometry(profile),
    ids,
  )
}

/** The notes where HTML has them, at the end of their chapters, and no number in the margins. */
async function rawPrint(tab: LaunchedBrowser['page']): Promise<void> {
  const show = (display: string) => {
    for (const notes of document.querySelectorAll<HTMLElement>('.notes')) notes.style.display = display
  }
  await tab.evaluate(show, 'block')
  await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
  await tab.evaluate(show, '')
}

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  times.push(performance.now() - start)
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
