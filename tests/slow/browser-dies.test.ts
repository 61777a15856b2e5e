/** A browser that dies while it prints: one more try in a new one, then a clear error; never half a file. */
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { diskHost } from '../../scripts/host.ts'
import { analyse, type Launch, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { STARTER } from '../cli/program.ts'

/** Prints the starter while the first so many browsers crash at the moment they are to print. */
async function printWithCrashes(crashes: number) {
  const host = diskHost()
  const { value: analysis } = await analyse(host, STARTER, {}, stopwatch())
  if (!analysis) throw new Error('the starter cannot be read')
  const { value: page } = await render(host, analysis, { draft: false }, stopwatch())
  if (!page) throw new Error('the starter cannot be rendered')
  let launches = 0
  const launch: Launch = async () => {
    const launched = await launchBrowser(host)
    launches++
    if (!launched.value || launches > crashes) return launched
    const { browser, page: tab } = launched.value
    const pdf = tab.pdf.bind(tab)
    tab.pdf = async (options) => {
      const session = await browser.target().createCDPSession()
      await session.send('Browser.crash').catch(() => undefined)
      return pdf(options)
    }
    return launched
  }
  const printed = await print(host, page, analysis.sources.profile, launch, stopwatch())
  return { printed, launches }
}

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('naskah-browser-'))

it('is replaced once', async () => {
  const before = profiles()
  const { printed, launches } = await printWithCrashes(1)
  expect(printed.diagnostics).toEqual([])
  expect(printed.value?.bytes.length).toBeGreaterThan(10_000)
  expect(launches).toBe(2)
  expect(profiles().filter((name) => !before.includes(name))).toEqual([])
})

it('is an error when it happens again', async () => {
  const before = profiles()
  const { printed, launches } = await printWithCrashes(2)
  expect(printed.value).toBeUndefined()
  expect(printed.diagnostics).toMatchObject([{ ruleId: 'browser/died', severity: 'error' }])
  expect(launches).toBe(2)
  expect(profiles().filter((name) => !before.includes(name))).toEqual([])
})
