/** One browser for all tests of a file. */
import { afterAll, beforeAll } from 'vitest'
import { diskHost } from '../../scripts/host.ts'
import { type LaunchedBrowser, launchBrowser } from '../../scripts/print/browser/index.ts'

/** Starts it before the tests that are declared beside the call, and ends it after them. */
export function sharedBrowser(): () => LaunchedBrowser {
  let launched: LaunchedBrowser | undefined

  beforeAll(async () => {
    const { value, diagnostics } = await launchBrowser(diskHost())
    if (!value) throw new Error(JSON.stringify(diagnostics))
    launched = value
  })

  afterAll(() => launched?.close())

  return () => {
    if (!launched) throw new Error('the browser is not there before the tests run')
    return launched
  }
}
