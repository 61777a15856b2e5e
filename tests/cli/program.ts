/** Runs the program as a user does, or one command of it in this process, in a folder that is removed afterwards. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { type BuildOptions, buildCommand } from '../../scripts/commands/build.ts'
import { type CiteCheckOptions, citeCheckCommand } from '../../scripts/commands/cite-check.ts'
import { type CiteFormatOptions, citeFormatCommand } from '../../scripts/commands/cite-format.ts'
import { initCommand } from '../../scripts/commands/init.ts'
import { type LintOptions, lintCommand } from '../../scripts/commands/lint.ts'
import type { CommandContext, ExitCode } from '../../scripts/commands/options.ts'
import { diskHost, type Host } from '../../scripts/host.ts'
import type { Language } from '../../scripts/model.ts'

export const STARTER = resolve('templates/starter')
export const PROGRAM = resolve('scripts/naskah.mjs')
/** A browser that is not there: for what must not need one. */
export const NO_BROWSER = { NASKAH_BROWSER: join(tmpdir(), 'no-such-browser') }

/** An empty folder of this test's own. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'naskah-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A folder that holds the starter thesis as `skripsi`. */
export function withThesis(): string {
  const folder = emptyFolder()
  cpSync(STARTER, join(folder, 'skripsi'), { recursive: true })
  return folder
}

/** Changes a text file; a text to be replaced that is not there is a fault of the test. */
export function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(from, () => to)
  if (after === before) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(file, after)
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface SpawnOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** The program in a process of its own, its output piped. */
export function naskah(args: readonly string[], { cwd, env }: SpawnOptions): Promise<Ran> {
  return finished(startNaskah(args, { cwd, ...(env && { env }) }))
}

export function startNaskah(args: readonly string[], { cwd, env }: SpawnOptions) {
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function finished(child: ReturnType<typeof startNaskah>): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done({ code, stdout, stderr }))
  })
}

export interface InProcess {
  readonly language?: Language
  readonly signal?: AbortSignal
  readonly interactive?: boolean
  readonly color?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** Laid over the disk. */
  readonly host?: Partial<Host>
}

async function inProcess(
  cwd: string,
  options: InProcess,
  command: (context: CommandContext) => Promise<ExitCode>,
): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const { language = 'id', interactive = false, color = false } = options
  const context: CommandContext = {
    host: { ...diskHost(cwd, { ...process.env, ...NO_BROWSER, ...options.env }), ...options.host },
    language,
    signal: options.signal ?? new AbortController().signal,
    output: {
      write: (text) => {
        stdout += text
      },
      tell: (text) => {
        stderr += text
      },
      interactive,
      color: { write: color, tell: color },
    },
  }
  const code = await command(context)
  return { code, stdout, stderr }
}

export function lint(
  cwd: string,
  targets: readonly string[],
  options: InProcess & Partial<LintOptions> = {},
): Promise<Ran> {
  return inProcess(cwd, options, (context) => lintCommand(context, targets, { format: 'pretty', ...options }))
}

/** Without a browser unless the environment names one. */
export function build(
  cwd: string,
  dir: string,
  options: InProcess & Partial<BuildOptions> = {},
): Promise<Ran> {
  const defaults = { out: 'build', draft: false, htmlOnly: false, json: false }
  return inProcess(cwd, options, (context) => buildCommand(context, dir, { ...defaults, ...options }))
}

export function init(cwd: string, dir: string, options: InProcess = {}): Promise<Ran> {
  return inProcess(cwd, options, (context) => initCommand(context, dir))
}

export function citeCheck(
  cwd: string,
  targets: readonly string[],
  options: InProcess & Partial<CiteCheckOptions> = {},
): Promise<Ran> {
  return inProcess(cwd, options, (context) =>
    citeCheckCommand(context, targets, { format: 'pretty', ...options }),
  )
}

export function citeFormat(
  cwd: string,
  targets: readonly string[],
  options: InProcess & Partial<CiteFormatOptions> = {},
): Promise<Ran> {
  return inProcess(cwd, options, (context) =>
    citeFormatCommand(context, targets, { check: false, ...options }),
  )
}
