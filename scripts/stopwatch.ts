/** How long each stage took, for `--json` and for whoever makes it faster. */

export interface Stopwatch {
  /** Notes the time since the lap before under a name; a name used again adds up. */
  lap(name: string): void
  /** Milliseconds by name, and in all under `total`. */
  readonly times: () => Record<string, number>
}

/** @param now a clock in ms */
export function stopwatch(now: () => number = () => performance.now()): Stopwatch {
  const start = now()
  let last = start
  const laps = new Map<string, number>()
  return {
    lap(name) {
      const time = now()
      laps.set(name, (laps.get(name) ?? 0) + time - last)
      last = time
    },
    times: () => {
      const rounded = [...laps].map(([name, ms]) => [name, Math.round(ms)] as const)
      return { ...Object.fromEntries(rounded), total: Math.round(now() - start) }
    },
  }
}
