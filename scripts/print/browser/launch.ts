/** Starts the browser and connects puppeteer to it. The only file that imports puppeteer, and only when it must. */
import type { Browser, Page } from 'puppeteer'
import { diagnose } from '../../diagnostics.ts'
import type { Host } from '../../host.ts'
import type { Diagnostic, Outcome } from '../../model.ts'
import { type FoundBrowser, findBrowser } from './find.ts'
import { installCommand, thisMachine } from './machine.ts'
import { browserFailed, browserTooOld, noSandbox, notUnpacked } from './messages.ts'
import { npmChromium, npmChromiumEnvironment, unpackNpmChromium } from './npm-chromium.ts'
import { type BrowserProcess, startProcess } from './process.ts'

export interface LaunchedBrowser {
  readonly browser: Browser
  /** The blank page the browser opens with. Taking it saves the 150 ms that a second one takes to start. */
  readonly page: Page
  readonly found: FoundBrowser
  /** e.g. `147.0.7727.24` */
  readonly version: string
  /** Always ends the process and removes its profile; may be called more than once. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Ends the browser, at any time. A launch under way then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** Native margin boxes, that is page numbers, came with this one. */
const OLDEST_MAJOR = 131
const START_MS = 30_000
const LAST_WORDS_MS = 500

/** Finds a browser, unpacks it where needed, and starts it with a fresh profile. */
export async function launchBrowser(
  host: Host,
  options: LaunchOptions = {},
): Promise<Outcome<LaunchedBrowser | undefined>> {
  const { signal } = options
  signal?.throwIfAborted()
  const { value: found, diagnostics } = await findBrowser(host)
  if (found === undefined) return { value: undefined, diagnostics }
  const prepared = await prepare(host, found)
  if (prepared.value === undefined) return { value: undefined, diagnostics: prepared.diagnostics }
  const env = { ...host.env, ...prepared.value }

  const told: Diagnostic[] = []
  // Chrome refuses to run as root with its sandbox.
  let sandbox = process.getuid?.() !== 0
  for (;;) {
    signal?.throwIfAborted()
    const started = await startProcess({ program: found.path, env, sandbox })
    const connected = await connect(started, signal)
    if (signal?.aborted) {
      await started.stop()
      throw signal.reason
    }
    if (typeof connected !== 'string') {
      const { page } = connected
      if (page !== undefined) return { value: { ...connected, page, found }, diagnostics: told }
      await connected.close()
      const facts = { path: found.path, version: connected.version, oldest: OLDEST_MAJOR }
      const tooOld = diagnose(browserTooOld, { ...facts, command: await installCommand(host) })
      return { value: undefined, diagnostics: [tooOld] }
    }
    if (sandbox && /No usable sandbox|Failed to move to new namespace/.test(connected)) {
      sandbox = false
      told.push(diagnose(noSandbox, { path: found.path }))
      continue
    }
    const facts = { path: found.path, reason: lastLines(connected), command: await installCommand(host) }
    return { value: undefined, diagnostics: [diagnose(browserFailed, facts)] }
  }
}

/** What the browser needs in its environment, once it is there at all. */
async function prepare(
  host: Host,
  found: FoundBrowser,
): Promise<Outcome<Record<string, string> | undefined>> {
  const chromium = found.source === 'npm' ? await npmChromium(host, thisMachine()) : undefined
  if (chromium === undefined) return { value: {}, diagnostics: [] }
  try {
    await unpackNpmChromium(chromium)
    return { value: await npmChromiumEnvironment(host, chromium), diagnostics: [] }
  } catch (error) {
    const facts = { folder: chromium.folder, reason: reasonOf(error) }
    return { value: undefined, diagnostics: [diagnose(notUnpacked, facts)] }
  }
}

/** The connected browser, or why there is none; then the process has ended. */
async function connect(
  started: BrowserProcess,
  signal: AbortSignal | undefined,
): Promise<(Opened & Pick<LaunchedBrowser, 'close'>) | string> {
  const timer = new AbortController()
  const onAbort = () => void started.stop()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const opened = open(started)
    // Whatever becomes of a connection that nobody waits for any longer.
    opened.catch(() => undefined)
    const first = await Promise.race([opened, started.ended, later(START_MS, timer.signal)])
    if (first === undefined) throw new Error(`no answer in ${START_MS / 1000} s`)
    if (typeof first === 'string') throw new Error(first)
    let closed: Promise<void> | undefined
    // Its profile is thrown away: there is nothing a browser that is ended politely would save.
    const close = async () => {
      signal?.removeEventListener('abort', onAbort)
      await started.stop()
    }
    return { ...first, close: () => (closed ??= close()) }
  } catch (error) {
    signal?.removeEventListener('abort', onAbort)
    // The pipe breaks before the process has said why.
    const lastWords = await Promise.race([started.ended, later(LAST_WORDS_MS, timer.signal)])
    await started.stop()
    return lastWords ?? reasonOf(error)
  } finally {
    timer.abort()
  }
}

interface Opened {
  readonly browser: Browser
  readonly version: string
  /** None when the browser is too old to be of use. */
  readonly page: Page | undefined
}

async function open({ transport }: BrowserProcess): Promise<Opened> {
  // Reading puppeteer takes as long as the browser takes to start; both happen at once.
  const { connect } = await puppeteer()
  const browser = await connect({ transport, defaultViewport: null })
  const version = (await browser.version()).replace(/^.*\//, '')
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) return { browser, version, page: undefined }
  const [first] = await browser.pages()
  return { browser, version, page: first ?? (await browser.newPage()) }
}

/**
 * Puppeteer without what finds, downloads and starts browsers, none of which is needed here: its entry for use inside a
 * page, which takes half as long to read. It is part of `puppeteer-core`, which `puppeteer` is made of.
 */
async function puppeteer(): Promise<Pick<typeof import('puppeteer'), 'connect'>> {
  const entry: unknown = await import('puppeteer-core/internal/puppeteer-core-browser.js')
  // The same classes, declared a second time in another file.
  return entry as Pick<typeof import('puppeteer'), 'connect'>
}

/** Resolves after some milliseconds, or at once when it is no longer needed. */
function later(ms: number, unneeded: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      resolve(undefined)
    }
    const timer = setTimeout(finish, ms)
    unneeded.addEventListener('abort', finish, { once: true })
  })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The end of what the browser said, where the cause stands. */
function lastLines(words: string): string {
  return words.split('\n').slice(-5).join('\n')
}
