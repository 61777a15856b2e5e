/** One browser for several steps: another try when it dies, and none left over. */
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../scripts/diagnostics.ts'
import type { Outcome } from '../../../scripts/model.ts'
import { browserFailed } from '../../../scripts/print/browser/messages.ts'
import type { LaunchedBrowser } from '../../../scripts/print/index.ts'
import { handOn, type Launch, withBrowser } from '../../../scripts/print/with-browser.ts'

const told = diagnose(browserFailed, { path: 'x', reason: 'y', command: 'z' })

/** Browsers that only know whether they run. */
function fakes() {
  const started: { connected: boolean; closed: number }[] = []
  const launch: Launch = async () => {
    const state = { connected: true, closed: 0 }
    started.push(state)
    const close = async () => {
      state.connected = false
      state.closed++
    }
    const browser = { browser: state, close } as unknown as LaunchedBrowser
    return { value: browser, diagnostics: [] }
  }
  return { started, launch }
}

const nothing = () => undefined
const done = async (): Promise<Outcome<string>> => ({ value: 'done', diagnostics: [] })

describe('withBrowser', () => {
  it('leaves the browser to whoever asked', async () => {
    const { started, launch } = fakes()
    const used = await withBrowser(launch, nothing, done)
    expect(used).toMatchObject({ value: 'done', diagnostics: [] })
    expect(started).toEqual([{ connected: true, closed: 0 }])
    await used.browser?.close()
    expect(started[0]?.closed).toBe(1)
  })

  it('tries a second time when it dies, and gives up after that', async () => {
    for (const deaths of [1, 2]) {
      const { started, launch } = fakes()
      const used = await withBrowser(launch, nothing, async () => {
        const current = started.at(-1)
        if (current && started.length <= deaths) {
          current.connected = false
          throw new Error('Target closed')
        }
        return done()
      })
      expect(started.map(({ closed }) => closed)).toEqual(deaths === 1 ? [1, 0] : [1, 1])
      expect(used.value).toBe(deaths === 1 ? 'done' : undefined)
      expect(used.diagnostics.map(({ ruleId }) => ruleId)).toEqual(deaths === 1 ? [] : ['browser/died'])
    }
  })

  it('ends the browser and throws what the work throws', async () => {
    const { started, launch } = fakes()
    const work = async (): Promise<Outcome<string>> => {
      throw new TypeError('a fault')
    }
    await expect(withBrowser(launch, nothing, work)).rejects.toThrow('a fault')
    expect(started).toEqual([{ connected: false, closed: 1 }])
  })

  it('says once that none starts', async () => {
    let launches = 0
    const launch: Launch = async () => {
      launches++
      return { value: undefined, diagnostics: [told] }
    }
    const used = await withBrowser(launch, nothing, done)
    expect([launches, used.diagnostics]).toEqual([2, [told]])
    expect(await handOn(used, launch)()).toEqual({ value: undefined, diagnostics: [] })
    expect(launches).toBe(2)
  })
})

describe('handOn', () => {
  it('gives the browser that runs first, then new ones', async () => {
    const { started, launch } = fakes()
    const used = await withBrowser(launch, nothing, done)
    const next = handOn(used, launch)
    expect((await next()).value).toBe(used.browser)
    expect(started).toHaveLength(1)
    await next()
    expect(started).toHaveLength(2)
  })

  it('gives a new one when that has died meanwhile', async () => {
    const { started, launch } = fakes()
    const next = handOn(await withBrowser(launch, nothing, done), launch)
    if (started[0]) started[0].connected = false
    expect((await next()).value?.browser.connected).toBe(true)
    expect(started.map(({ closed }) => closed)).toEqual([1, 0])
  })
})
