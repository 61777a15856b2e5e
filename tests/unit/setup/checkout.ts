/** A checkout in a temporary folder, small enough to be made for every test. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')

export interface Checkout {
  readonly root: string
  path(name: string): string
  write(name: string, text: string): Promise<void>
  /** Runs one of the scripts with Node. */
  run(
    script: string,
    args?: readonly string[],
    env?: NodeJS.ProcessEnv,
  ): Promise<{ code: number | null; stdout: string; stderr: string }>
  remove(): Promise<void>
}

/** @param scripts the files of `scripts/` it starts with */
export async function checkout(scripts: readonly string[]): Promise<Checkout> {
  const root = await mkdtemp(join(tmpdir(), 'naskah-test-'))
  const path = (name: string) => join(root, name)
  for (const name of scripts) await cp(join(ROOT, 'scripts', name), path(`scripts/${name}`))
  return {
    root,
    path,
    async write(name, text) {
      await mkdir(dirname(path(name)), { recursive: true })
      await writeFile(path(name), text)
    },
    run: (script, args = [], env = {}) =>
      run([path(`scripts/${script}`), ...args], { cwd: root, env: { ...process.env, ...env } }),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

/** Lends the checkout one package of the project's own `node_modules`. */
export async function lend(to: Checkout, name: string): Promise<void> {
  await mkdir(dirname(to.path(`node_modules/${name}`)), { recursive: true })
  await symlink(join(ROOT, 'node_modules', name), to.path(`node_modules/${name}`), 'junction')
}

/** Runs Node and waits for its end. */
export async function run(args: readonly string[], options: SpawnOptions) {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  return { code, stdout, stderr }
}
