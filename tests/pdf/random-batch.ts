/** Many random theses one after another in one browser: each must be as planned, some are read back besides. */
import { afterAll, describe, expect, it } from 'vitest'
import { printRandom } from './print-random.ts'
import type { RandomOptions } from './random-thesis.ts'
import { sharedBrowser } from './shared-browser.ts'

export interface Batch {
  readonly seeds: { readonly from: number; readonly count: number }
  readonly size: RandomOptions
  /** Every how many theses are read back with pdfjs: it takes longer than to print them. */
  readonly readEvery: number
}

/** Declares the tests of a batch, ten theses each. */
export function testBatch({ seeds, size, readEvery }: Batch): void {
  const browser = sharedBrowser()
  const seen = { theses: 0, pages: 0, notes: 0, late: 0 }

  afterAll(() => {
    console.log(`${seen.theses} theses, ${seen.pages} pages, ${seen.notes} notes, ${seen.late} of them late`)
  })

  describe('random theses', () => {
    for (let first = seeds.from; first < seeds.from + seeds.count; first += TOGETHER) {
      const last = Math.min(first + TOGETHER, seeds.from + seeds.count) - 1
      it(`${first} to ${last}`, async () => {
        for (let seed = first; seed <= last; seed++) {
          const printed = await printRandom(browser(), seed, size)
          seen.theses++
          seen.pages += printed.pages
          seen.notes += printed.notes
          seen.late += printed.late
          expect(printed.faults, `thesis ${seed}`).toEqual([])
          // The columns foretold every page: nothing had to be printed a second time.
          expect(printed.prints, `prints of thesis ${seed}`).toBe(1)
          if (seed % readEvery === 0) expect(await printed.verify(), `thesis ${seed} read back`).toEqual([])
        }
      }, 120_000)
    }
  })
}

const TOGETHER = 10
