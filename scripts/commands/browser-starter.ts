/** Starts the browser ahead of its use, hands it out once, and starts another when that one has died. */

import type { Outcome } from '../model.ts'
import type { Launch } from '../pipeline.ts'
import { launchBrowser } from '../print/browser/index.ts'
import type { LaunchedBrowser } from '../print/index.ts'
import type { CommandContext } from './options.ts'

interface BrowserStarter {
  readonly launch: Launch
  /** Ends whatever runs, used or not. */
  close(): Promise<void>
}

/** @param ahead start one at once */
export function browserStarter({ host, signal }: CommandContext, ahead: boolean): BrowserStarter {
  const started: Promise<Outcome<LaunchedBrowser | undefined>>[] = []
  const start = () => {
    const launching = launchBrowser(host, { signal })
    // A build that ends before it needs the browser never looks at this one.
    launching.catch(() => undefined)
    started.push(launching)
    return launching
  }
  let first = ahead ? start() : undefined
  return {
    launch: () => {
      const launching = first ?? start()
      first = undefined
      return launching
    },
    close: async () => {
      const settled = await Promise.allSettled(started)
      await Promise.all(
        settled.map((result) => (result.status === 'fulfilled' ? result.value.value?.close() : undefined)),
      )
    },
  }
}
