/** The browser as a process: started with a profile of its own, spoken to through pipes, and certain to end. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer'
import { browserFlags } from './flags.ts'

export interface BrowserProcess {
  /** Hand this to `puppeteer.connect`. */
  readonly transport: ConnectionTransport
  /** Resolves when the process has ended, with what it died of; never rejects. */
  readonly ended: Promise<string>
  /** Ends the process if it still runs and removes its profile. */
  stop(): Promise<void>
}

interface BrowserProcessOptions {
  readonly program: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly sandbox: boolean
}

const LAST_WORDS_CHARS = 4000

/**
 * Starts a browser. Whether it runs shows on the pipe; a program that cannot be started has `ended` at once.
 * Nothing of it outlives this process: its end of the pipe closes, and the profile goes when Node exits.
 */
export async function startProcess(options: BrowserProcessOptions): Promise<BrowserProcess> {
  const { program, env, sandbox } = options
  const profile = await mkdtemp(join(tmpdir(), 'naskah-browser-'))
  const inOwnGroup = process.platform !== 'win32'
  const child = spawn(program, browserFlags({ profile, sandbox, platform: process.platform }), {
    env,
    // A group of its own: Ctrl-C is the command's to handle, and its helpers can be ended with it.
    detached: inOwnGroup,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  let lastWords = ''
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    lastWords = (lastWords + words).slice(-LAST_WORDS_CHARS)
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    // `close` and not `exit`: by then the last words have been read.
    child.once('close', (code, signal) => resolve(lastWords.trim() || `exit ${signal ?? code}`))
  })
  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    try {
      process.kill(inOwnGroup ? -child.pid : child.pid, 'SIGKILL')
    } catch {
      // It has ended in between.
    }
  }
  const onExit = () => {
    kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', onExit)
  return {
    transport: pipeTransport(child.stdio[3], child.stdio[4]),
    ended,
    async stop() {
      kill()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
      process.off('exit', onExit)
    },
  }
}

/** Messages end in a zero byte, both ways. */
function pipeTransport(input: unknown, output: unknown): ConnectionTransport {
  if (!(input instanceof Writable && output instanceof Readable))
    throw new TypeError('the pipes are not open')
  let pending: Buffer[] = []
  const transport: ConnectionTransport = {
    send: (text) => {
      // A browser may have died before anybody listened; what is sent to it would be waited for, for minutes.
      if (output.destroyed) setImmediate(() => transport.onclose?.())
      else input.write(`${text}\0`)
    },
    close: () => {
      input.destroy()
      output.destroy()
    },
  }
  // A browser that dies breaks its pipes; `ended` tells why.
  input.on('error', () => undefined)
  output.on('error', () => undefined)
  output.on('close', () => transport.onclose?.())
  output.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      pending.push(chunk.subarray(start, end))
      const text = Buffer.concat(pending).toString('utf8')
      pending = []
      start = end + 1
      // One turn of the event loop each, so that what waits for a message acts before the next one comes.
      setImmediate(() => transport.onmessage?.(text))
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  })
  return transport
}
