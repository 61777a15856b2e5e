/** One browser for what is drawn and what is printed; one that dies half-way gets one more try, in a new one. */
import { diagnose } from '../diagnostics.ts'
import type { Outcome } from '../model.ts'
import type { LaunchedBrowser } from './browser/index.ts'
import { browserFailed } from './browser/messages.ts'
import { browserDied } from './messages.ts'

/** Starts a browser. */
export type Launch = () => Promise<Outcome<LaunchedBrowser | undefined>>

export interface BrowserUse<Value> extends Outcome<Value | undefined> {
  /** Still running: whoever asked for the work ends it. Undefined when there is none. */
  readonly browser: LaunchedBrowser | undefined
}

/**
 * @param onLaunch told when a browser is there, or is known not to start
 * @throws what the work throws in a browser that lives, which is then ended
 */
export async function withBrowser<Value>(
  launch: Launch,
  onLaunch: () => void,
  work: (browser: LaunchedBrowser) => Promise<Outcome<Value>>,
): Promise<BrowserUse<Value>> {
  for (let attempt = 1; ; attempt++) {
    const launched = await launch()
    onLaunch()
    if (!launched.value) {
      // It may have been ended while it started; where none starts at all, the second try says so.
      if (attempt === 1 && launched.diagnostics.some(({ ruleId }) => ruleId === browserFailed.id)) continue
      return { value: undefined, diagnostics: launched.diagnostics, browser: undefined }
    }
    const browser = launched.value
    try {
      const { value, diagnostics } = await work(browser)
      return { value, diagnostics: [...launched.diagnostics, ...diagnostics], browser }
    } catch (error) {
      const lives = browser.browser.connected
      await browser.close()
      if (lives) throw error
      if (attempt === 1) continue
      const died = diagnose(browserDied, { reason: String(error) })
      return { value: undefined, diagnostics: [died], browser: undefined }
    }
  }
}

/**
 * What starts browsers after one was used: first hands on that one, if it still runs. Where none could be started, which
 * is told already, none is started again.
 */
export function handOn({ browser }: BrowserUse<unknown>, launch: Launch): Launch {
  if (!browser) return async () => ({ value: undefined, diagnostics: [] })
  let rest: typeof browser | undefined = browser
  return async () => {
    const running = rest
    rest = undefined
    if (running?.browser.connected) return { value: running, diagnostics: [] }
    await running?.close()
    return launch()
  }
}
