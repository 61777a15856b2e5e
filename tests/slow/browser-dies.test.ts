/** A browser that dies while it prints: one more try in a new one, then a clear error; never half a file. */
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { diagnose } from '../../scripts/diagnostics.ts'
import { diskHost } from '../../scripts/host.ts'
import { analyse, type Launch, print, render } from '../../scripts/pipeline.ts'
import { launchBrowser } from '../../scripts/print/browser/index.ts'
import { browserFailed } from '../../scripts/print/browser/messages.ts'
import { stopwatch } from '../../scripts/stopwatch.ts'
import { naskah, STARTER, withThesis } from '../cli/program.ts'

type Launched = Awaited<ReturnType<Launch>>

/** Prints the starter; what befalls each browser in turn is for the test to say. */
async function printWith(fate: (launched: () => Promise<Launched>, launch: number) => Promise<Launched>) {
  const host = diskHost()
  const { value: analysis } = await analyse(host, STARTER, {}, stopwatch())
  if (!analysis) throw new Error('the starter cannot be read')
  const { value: page } = await render(host, analysis, { draft: false }, stopwatch())
  if (!page) throw new Error('the starter cannot be rendered')
  let launches = 0
  const launch: Launch = () => fate(() => launchBrowser(host), ++launches)
  const printed = await print(host, page, analysis.sources.profile, launch, stopwatch())
  return { printed, launches }
}

/** The first so many browsers crash at the moment they are to print. */
function printWithCrashes(crashes: number) {
  return printWith(async (launched, launch) => {
    const outcome = await launched()
    if (!outcome.value || launch > crashes) return outcome
    const { browser, page: tab } = outcome.value
    const pdf = tab.pdf.bind(tab)
    tab.pdf = async (options) => {
      const session = await browser.target().createCDPSession()
      await session.send('Browser.crash').catch(() => undefined)
      return pdf(options)
    }
    return outcome
  })
}

const stillborn: Launched = {
  value: undefined,
  diagnostics: [diagnose(browserFailed, { path: 'chromium', reason: 'exit SIGKILL', command: 'npm ci' })],
}

/** Far below the three minutes for which an answer of the browser is waited for. */
const PROMPTLY_MS = 30_000

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

it('is replaced when it was ended while it started', async () => {
  const { printed, launches } = await printWith((launched, launch) =>
    launch === 1 ? Promise.resolve(stillborn) : launched(),
  )
  expect(printed.diagnostics).toEqual([])
  expect(printed.value?.bytes.length).toBeGreaterThan(10_000)
  expect(launches).toBe(2)
})

it('is told when none starts', async () => {
  const { printed, launches } = await printWith(() => Promise.resolve(stillborn))
  expect(printed).toEqual(stillborn)
  expect(launches).toBe(2)
})

it('is not waited for when the program named is no browser', async () => {
  const cwd = withThesis()
  const before = Date.now()
  // Node refuses the flags of a browser.
  const { code, stderr } = await naskah(['build', 'skripsi'], {
    cwd,
    env: { NASKAH_BROWSER: process.execPath },
  })
  expect(Date.now() - before).toBeLessThan(PROMPTLY_MS)
  expect(code).toBe(2)
  expect(stderr).toContain('browser/failed')
  expect(readdirSync(cwd)).toEqual(['skripsi'])
})
